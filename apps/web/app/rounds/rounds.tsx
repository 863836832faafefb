import { isPilot, may, pilotNotice, type Round } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { formatPercent, showMoment, useHref, useLanguage, usePick } from '../i18n/index.ts';
import { requireStaff } from '../staff/index.ts';
import {
  auditPath,
  directoryPath,
  errorReportsPath,
  judgingPath,
  newRoundPath,
  PageTitle,
  plansPath,
  roundStartPath,
  signedInApi,
  sourcesPath,
} from '../ui/index.ts';
import { useStaffText } from './texts.ts';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const held = await requireStaff(args, 'round.followUp');
  return {
    rounds: await signedInApi(args)('listRounds', {}),
    mayPlan: may(held, 'round.manage'),
    mayAudit: may(held, 'audit.read'),
    mayJudge: may(held, 'double.judge'),
    maySources: may(held, 'source.followUp'),
  };
}

/** For Digdir: every round, how far it has come, and the way to a new one. */
export default function Rounds() {
  const { rounds, mayPlan, mayAudit, mayJudge, maySources } = useLoaderData<typeof loader>();
  const s = useStaffText();
  const to = useHref();
  return (
    <>
      <PageTitle title={s('rounds.title')} />
      <h1 className="ds-heading" data-size="lg">
        {s('rounds.title')}
      </h1>
      <div className="buttons">
        {mayPlan && (
          <Link className="ds-button" to={to(newRoundPath)}>
            {s('rounds.new')}
          </Link>
        )}
        <Link to={to(directoryPath)}>{s('rounds.directory')}</Link>
        <Link to={to(errorReportsPath)}>{s('rounds.errorReports')}</Link>
        {mayJudge && <Link to={to(judgingPath)}>{s('rounds.doubles')}</Link>}
        {maySources && <Link to={to(sourcesPath)}>{s('rounds.sources')}</Link>}
        <Link to={to(plansPath)}>{s('rounds.plans')}</Link>
        {mayAudit && <Link to={to(auditPath)}>{s('rounds.audit')}</Link>}
      </div>
      {rounds.length === 0 && <p>{s('rounds.none')}</p>}
      <ul className="measure-cards">
        {rounds.map((round) => (
          <RoundCard key={round.year} round={round} />
        ))}
      </ul>
    </>
  );
}

const colors = { planned: 'neutral', open: 'success', closed: 'info' } as const;

function RoundCard({ round }: { round: Round }) {
  const s = useStaffText();
  const to = useHref();
  const language = useLanguage();
  const pick = usePick();
  const { year, state, opensAt, deadline, invited, answered } = round;
  const share = formatPercent(Math.round((100 * answered) / Math.max(invited, 1)), language);
  return (
    <li className="measure-card">
      <div className="measure-card-head">
        <h2 className="ds-heading" data-size="2xs">
          <Link to={to(roundStartPath(year))}>{s('rounds.one', { year })}</Link>
        </h2>
        <span className="ds-tag" data-color={colors[state]} data-size="sm">
          {s(`rounds.${state}`)}
        </span>
      </div>
      {isPilot(year) && <p className="small">{pick(pilotNotice(year))}</p>}
      <p className="small">
        {invited === 0
          ? s('rounds.nobodyAsked')
          : state === 'planned'
            ? s('rounds.asks', { invited })
            : s('rounds.answered', { answered, invited, share })}
      </p>
      {state === 'planned' && opensAt && (
        <p className="small subtle">{s('rounds.opens', { time: showMoment(opensAt, language) })}</p>
      )}
      {deadline && <p className="small subtle">{s('rounds.deadline', { time: showMoment(deadline, language) })}</p>}
    </li>
  );
}
