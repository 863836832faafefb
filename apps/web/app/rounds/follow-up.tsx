import { background, may, responseRate } from '@samblikk/contract/client';
import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { endOfDay, formatPercent, useHref, useLanguage, useText } from '../i18n/index.ts';
import { addressOf, api } from '../platform/index.ts';
import { RoundHead, requireStaff } from '../staff/index.ts';
import {
  dayIn,
  messagesPath,
  problemOf,
  type Refused,
  redirectTo,
  roundsPath,
  signedInApi,
  useLive,
  yearOf,
} from '../ui/index.ts';
import { AgencyList } from './list/list.tsx';
import { MoreTime } from './more-time.tsx';
import { Plan } from './plan.tsx';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const call = signedInApi(args);
  const held = await requireStaff(args, 'round.followUp');
  const [population, round] = await Promise.all([
    call('readPopulation', { params: { year } }),
    call('readRound', { params: { year } }),
  ]);
  return {
    population,
    round,
    mayManage: may(held, 'round.manage'),
    mayExport: may(held, 'round.export'),
  };
}

type Done = Refused | { readonly code: 'granted' | 'refused' | 'opened' };

/** Gives an agency more time or refuses it, opens or deletes the round. */
export async function action(args: ActionFunctionArgs): Promise<Done | Response> {
  const form = await args.request.formData();
  const said = (name: string) => String(form.get(name) ?? '');
  const call = signedInApi(args);
  const of = (orgnr: string) => ({ orgnr, year: yearOf(args.params) });
  try {
    if (form.has('grant')) {
      const until = endOfDay(dayIn(said('until')));
      await call('grantReopening', { params: of(said('grant')), body: { until } });
      return { code: 'granted' };
    }
    if (form.has('refuse')) {
      await call('refuseReopening', { params: of(said('refuse')), body: { reason: said('reason') } });
      return { code: 'refused' };
    }
    return await planned(args, said('plan'));
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
  const { population: loaded, round, mayExport, mayManage } = useLoaderData<typeof loader>();
  const params = { year: round.year };
  const population = useLive(loaded, (signal) => api('readPopulation', { params, headers: background, signal }));
  const outcome = useActionData<typeof action>() as Done | undefined;
  const s = useStaffText();
  const language = useLanguage();
  const year = String(round.year);
  const count = (state: (typeof population)[number]['state']) => population.filter((row) => row.state === state).length;
  const [submitted, all] = [count('submitted'), population.length];
  const share = formatPercent(responseRate({ answered: submitted, invited: all }) ?? 0, language);
  return (
    <>
      <RoundHead year={round.year} page="followUp" title={s('followUp.title', { year })} />
      <p className="lead">
        {all === 0 ? s('followUp.nobody') : s('followUp.count', { submitted, all, share, begun: count('begun') })}
      </p>
      {outcome && <Outcome outcome={outcome} year={round.year} />}
      {mayManage && (
        <Plan
          round={round}
          answered={population.some(({ measures, submittedAt }) => measures > 0 || submittedAt !== null)}
        />
      )}
      {all > 0 && <AgencyList year={round.year} population={population} />}
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
function Outcome({ outcome, year }: { outcome: Done; year: number }) {
  const to = useHref();
  const t = useText();
  const s = useStaffText();
  const done = { granted: 'moreTime.granted', refused: 'moreTime.refused', opened: 'plan.opened' } as const;
  if (!('issues' in outcome))
    return (
      <p className="ds-alert" role="status" data-color="success">
        <span>{s(done[outcome.code])}</span>
        {outcome.code === 'opened' && (
          <>
            {' '}
            <span>{s('plan.nobodyInvited')}</span>{' '}
            <Link to={to(`${messagesPath(year)}?type=invitation`)}>{s('plan.invite')}</Link>
          </>
        )}
      </p>
    );
  return (
    <p className="ds-alert" role="alert" data-color="danger">
      {outcome.detail || t('submit.refused')}
    </p>
  );
}
