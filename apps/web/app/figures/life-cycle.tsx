import './figures.css';
import type { FlowsReply, LifeCycle } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { languageOfPath, usePublicText } from '../i18n/index.ts';
import { ApiProblem, apiOf } from '../platform/index.ts';
import { Breadcrumbs, dated, Notice, PageTitle, publicHeaders, refusal, useDataHref } from '../ui/index.ts';
import { FlowsCard } from './flows-card.tsx';
import { FundingCard, GrowthCard, TimeCard } from './life-cycle-cards.tsx';

export const headers = publicHeaders;

/** Parameters of the flows, as the API has them. */
const known = ['variable', 'from', 'to', 'cell'];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context);
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const asked = Object.fromEntries([...searchParams].filter(([name, value]) => known.includes(name) && value !== ''));
  try {
    const cycle = await api('readLifeCycle', { query: { lang } });
    try {
      const flows = await api('readFlows', { query: { ...asked, lang } as never });
      return dated({ cycle, flows, fault: false, asked }, []);
    } catch (error) {
      if (!(error instanceof ApiProblem) || ![422, 400].includes(error.status)) throw error;
      const flows = await api('readFlows', { query: { lang } });
      return dated({ cycle, flows, fault: true, asked: {} as Record<string, string> }, []);
    }
  } catch (error) {
    refusal(error);
  }
}

/** What became of measures from round to round: between phases, over time, in cost and in funding. */
export default function LifeCyclePage() {
  const t = usePublicText();
  const to = useDataHref();
  const { cycle, flows, fault, asked } = useLoaderData<typeof loader>() as unknown as {
    cycle: LifeCycle;
    flows: FlowsReply;
    fault: boolean;
    asked: Record<string, string>;
  };
  const title = t('lifeCycle.title');
  return (
    <>
      <PageTitle title={title} description={t('lifeCycle.lead')} />
      <Breadcrumbs trail={[['/tall', t('nav.figures')]]} here={title} />
      <h1 className="ds-heading" data-size="xl">
        {title}
      </h1>
      <p className="lead">{t('lifeCycle.lead')}</p>
      <Notice texts={cycle.notice} />
      {cycle.years.length < 2 ? (
        <p>{t('lifeCycle.oneRound', { year: String(cycle.years[0] ?? '') })}</p>
      ) : (
        <>
          {fault && <p role="alert">{t('lifeCycle.fault')}</p>}
          <FlowsCard flows={flows} cell={asked.cell} />
          <TimeCard time={cycle.time} />
          <GrowthCard growth={cycle.growth} />
          <FundingCard funding={cycle.funding} />
          {cycle.notes.length > 0 && (
            <ul className="figure-notes">
              {cycle.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <p>
        <a href={to('/tall/serier')}>{t('lifeCycle.toSeries')}</a>
      </p>
    </>
  );
}
