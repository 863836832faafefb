import { may } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { Calendar } from '../calendar/index.ts';
import { endOfDay, showMoment, useHref, useLanguage, usePick, useText } from '../i18n/index.ts';
import { addressOf } from '../platform/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import { dayIn, hubPath, problemOf, type Refused, redirectTo, roundsPath, signedInApi, yearOf } from '../ui/index.ts';
import { MoreTime } from './more-time.tsx';
import { Plan } from './plan.tsx';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const call = signedInApi(args);
  const [held, population, round, calendar] = await Promise.all([
    requireStaff(args, 'round.followUp'),
    call('readPopulation', { params: { year } }),
    call('readRound', { params: { year } }),
    call('readCalendar', { params: { year } }),
  ]);
  return {
    population,
    round,
    calendar,
    mayManage: may(held, 'round.manage'),
    mayExport: may(held, 'round.export'),
  };
}

type Done = Refused | { readonly code: 'granted' | 'opened' };

/** Gives an agency more time, opens or deletes the round. */
export async function action(args: ActionFunctionArgs): Promise<Done | Response> {
  const form = await args.request.formData();
  const orgnr = form.get('grant');
  try {
    if (typeof orgnr === 'string') {
      const params = { orgnr, year: yearOf(args.params) };
      await signedInApi(args)('grantReopening', {
        params,
        body: { until: endOfDay(dayIn(String(form.get('until')))) },
      });
      return { code: 'granted' };
    }
    return await planned(args, String(form.get('plan')));
  } catch (error) {
    return problemOf(error);
  }
}

async function planned(args: ActionFunctionArgs, plan: string): Promise<Done | Response> {
  const call = signedInApi(args);
  const params = { year: yearOf(args.params) };
  if (plan === 'delete') {
    await call('deleteRound', { params });
    return redirectTo(args.url, roundsPath);
  }
  await call('changeRound', { params, body: { state: 'open' } });
  return { code: 'opened' };
}

/** For Digdir: how far each agency has come, and what can be done with the round. */
export default function FollowUp() {
  const { population, round, calendar, mayExport, mayManage } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Done | undefined;
  const t = useText();
  const s = useStaffText();
  const pick = usePick();
  const to = useHref();
  const language = useLanguage();
  const year = String(round.year);
  const count = (state: (typeof population)[number]['state']) => population.filter((row) => row.state === state).length;
  return (
    <>
      <RoundHead year={round.year} page="followUp" title={t('followUp.title', { year })} />
      <p className="lead">
        {s('followUp.count', { submitted: count('submitted'), begun: count('begun'), all: population.length })}
      </p>
      {outcome && <Outcome outcome={outcome} />}
      {mayManage && (
        <Plan
          round={round}
          answered={population.some(({ measures, submittedAt }) => measures > 0 || submittedAt !== null)}
        />
      )}
      <Calendar calendar={calendar} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <section className="table-box" aria-labelledby="population" tabIndex={0}>
        <table className="ds-table population" data-zebra>
          <caption id="population">{s('followUp.caption', { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{s('followUp.agency')}</th>
              <th scope="col">{s('followUp.ministry')}</th>
              <th scope="col">{s('followUp.state')}</th>
              <th scope="col" className="number">
                {s('followUp.measures')}
              </th>
              <th scope="col">{s('followUp.submittedAt')}</th>
              <th scope="col">{s('followUp.queries')}</th>
            </tr>
          </thead>
          <tbody>
            {population.map((row) => (
              <tr key={row.orgnr}>
                <th scope="row">
                  <Link to={to(hubPath(round.year, row.orgnr))}>{pick(row.name)}</Link>
                </th>
                <td>{row.ministry}</td>
                <td>{s(`followUp.${row.state}`)}</td>
                <td className="number">{row.measures}</td>
                <td>{row.submittedAt ? showMoment(row.submittedAt, language) : '–'}</td>
                <td>{row.queries.open + row.queries.answered > 0 ? s('followUp.queryCount', row.queries) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <MoreTime population={population} mayGrant={mayManage} />
      {mayExport && (
        <section className="hub-section" aria-labelledby="export">
          <h2 className="ds-heading" data-size="sm" id="export">
            {s('followUp.export')}
          </h2>
          <p className="prose">{s('followUp.exportText')}</p>
          <ul className="downloads">
            {(['csv', 'json'] as const).map((format) => (
              <li key={format}>
                <a href={addressOf('exportRound', { params: { year: round.year }, query: { format } })} download>
                  {format.toUpperCase()}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What a press led to, in words. */
function Outcome({ outcome }: { outcome: Done }) {
  const t = useText();
  const s = useStaffText();
  if (outcome.code === 'granted' || outcome.code === 'opened')
    return (
      <p className="ds-alert" role="status" data-color="success">
        {outcome.code === 'granted' ? t('reopening.granted') : s('plan.opened')}
      </p>
    );
  return (
    <p className="ds-alert" role="alert" data-color="danger">
      {('issues' in outcome && outcome.detail) || t('submit.refused')}
    </p>
  );
}
