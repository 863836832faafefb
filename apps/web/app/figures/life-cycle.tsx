import './figures.css';
import { type FlowsReply, type LifeCycle, tidyQuery } from '@samblikk/contract/client';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatNumber, languageOfPath, useLanguage, usePublicText } from '../i18n/index.ts';
import { ApiProblem, addressOf, apiOf, type Call } from '../platform/index.ts';
import {
  Breadcrumbs,
  dated,
  FileLinks,
  fileLinks,
  Labelled,
  Notice,
  PageTitle,
  publicHeaders,
  refusal,
  useDataHref,
} from '../ui/index.ts';
import { FlowsCard } from './flows-card.tsx';
import { EndedCard, FundingCard, GrowthCard, TimeCard } from './life-cycle-cards.tsx';

export const headers = publicHeaders;

/** Parameters of the flows, as the API has them. Any other chooses the measures that are followed. */
const known = ['variable', 'from', 'to', 'cell'];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const api = apiOf(context);
  const { pathname, searchParams } = new URL(request.url);
  const lang = languageOfPath(pathname);
  const asked = Object.fromEntries([...searchParams].filter(([name, value]) => known.includes(name) && value !== ''));
  try {
    const selection = selectionIn(searchParams);
    const [cycle, ministries] = await Promise.all([
      api('readLifeCycle', { query: { ...selection, lang } as never }),
      ministriesIn(api, lang),
    ]);
    try {
      const flows = await api('readFlows', { query: { ...selection, ...asked, lang } as never });
      return dated({ cycle, flows, fault: false, asked, selection, ministries }, []);
    } catch (error) {
      if (!(error instanceof ApiProblem) || ![422, 400].includes(error.status)) throw error;
      const flows = await api('readFlows', { query: { ...selection, lang } as never });
      return dated({ cycle, flows, fault: true, asked: {} as Record<string, string>, selection, ministries }, []);
    }
  } catch (error) {
    refusal(error);
  }
}

/** The filters of the address, each once. */
function selectionIn(search: URLSearchParams): Record<string, string> {
  return Object.fromEntries(
    [...tidyQuery(search)].filter(([name]) => !known.includes(name) && !besides.includes(name)),
  );
}
const besides = ['lang', 'format', 'q', 'round', 'release', 'page', 'size', 'sort', 'cursor', 'number'];

/** The ministries of the newest round, and what filters by them; none before there is a round. */
async function ministriesIn(api: Call, lang: string) {
  try {
    const { variable, entries } = await api('listProfiles', {
      params: { profile: 'ministry' },
      query: { lang } as never,
    });
    return { variable, entries: entries.filter(({ measures }) => measures > 0) };
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
}
type Ministries = Awaited<ReturnType<typeof ministriesIn>>;

/** What became of measures from round to round: between phases, over time, in cost and in funding. */
export default function LifeCyclePage() {
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const { cycle, flows, fault, asked, selection, ministries } = useLoaderData<typeof loader>() as unknown as {
    cycle: LifeCycle;
    flows: FlowsReply;
    fault: boolean;
    asked: Record<string, string>;
    selection: Record<string, string>;
    ministries: Ministries;
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
      {ministries && <Chosen cycle={cycle} ministries={ministries} selection={selection} />}
      {cycle.years.length < 2 ? (
        <p>{t('lifeCycle.oneRound', { year: String(cycle.years[0] ?? '') })}</p>
      ) : (
        <>
          {fault && <p role="alert">{t('lifeCycle.fault')}</p>}
          <FlowsCard flows={flows} cell={asked.cell} selection={selection} />
          <TimeCard time={cycle.time} />
          <GrowthCard growth={cycle.growth} />
          <FundingCard funding={cycle.funding} />
          <EndedCard ended={cycle.ended} />
          <FileLinks
            files={fileLinks('lifeCycle', (of) =>
              addressOf('readLifeCycle', { query: { ...selection, ...of.query, lang: language } }),
            )}
            label={t('files.of', { title: cycle.title })}
          />
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

/** So few measures say little about others. */
const few = 10;

/** Whose measures are followed: what is chosen, with the list of them, and another ministry. */
function Chosen(props: {
  cycle: LifeCycle;
  ministries: NonNullable<Ministries>;
  selection: Readonly<Record<string, string>>;
}) {
  const { cycle, ministries, selection } = props;
  const t = usePublicText();
  const to = useDataHref();
  const language = useLanguage();
  const n = cycle.followed;
  return (
    <>
      {cycle.selection !== null && (
        <p role="status">
          {t('lifeCycle.chosen', { selection: cycle.selection, n: formatNumber(n, language) })}{' '}
          <a href={to(`/register?${cycle.list}`)}>{t('lifeCycle.list')}</a>{' '}
          <a href={to('/tall/livslop')}>{t('lifeCycle.everyone')}</a>
        </p>
      )}
      {cycle.selection !== null && n < few && <p>{t('lifeCycle.small', { n })}</p>}
      <form action={to('/tall/livslop')} method="get" className="own-table">
        {Object.entries(selection).map(
          ([name, value]) =>
            name !== ministries.variable && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Labelled id="livslop-departement" label={t('lifeCycle.ministry')}>
          <select
            className="ds-input"
            id="livslop-departement"
            name={ministries.variable}
            defaultValue={selection[ministries.variable] ?? ''}
          >
            <option value="">{t('portfolio.any')}</option>
            {ministries.entries.map(({ code, label }) => (
              <option key={code} value={code}>
                {label}
              </option>
            ))}
          </select>
        </Labelled>
        <button type="submit" className="ds-button" data-variant="secondary">
          {t('lifeCycle.choose')}
        </button>
      </form>
    </>
  );
}
