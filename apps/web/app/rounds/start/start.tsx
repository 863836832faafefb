import { background, isPilot, may, roundName, type Start } from '@samblikk/contract/client';
import { Link, type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { showMoment, useHref, useLanguage, usePick } from '../../i18n/index.ts';
import { api } from '../../platform/index.ts';
import { RoundHead, requireStaff } from '../../staff/index.ts';
import {
  auditPath,
  directoryPath,
  errorReportsPath,
  judgingPath,
  Notice,
  newRoundPath,
  plansPath,
  retentionPath,
  roundStartPath,
  signedInApi,
  sourcesPath,
  useLive,
  yearOf,
} from '../../ui/index.ts';
import { useStaffText } from '../texts.ts';
import { Curve } from './curve.tsx';
import { Ministries, Rate } from './rates.tsx';
import { useStartText } from './texts.ts';
import { Next, Waiting } from './waiting.tsx';

export const handle = { interactive: true };

export async function loader(args: LoaderFunctionArgs) {
  const year = yearOf(args.params);
  const call = signedInApi(args);
  const held = await requireStaff(args, 'round.followUp');
  const [start, rounds] = await Promise.all([call('readStart', { params: { year } }), call('listRounds', {})]);
  return {
    start,
    years: rounds.map((round) => round.year),
    mayPlan: may(held, 'round.manage'),
    mayAudit: may(held, 'audit.read'),
    mayJudge: may(held, 'double.judge'),
    mayErase: may(held, 'retention.manage'),
    maySources: may(held, 'source.followUp'),
  };
}

/** For Digdir: a round at a glance, and the way to all the rest. */
export default function StartPage() {
  const { start: loaded, years, mayPlan, mayAudit, mayJudge, mayErase, maySources } = useLoaderData<typeof loader>();
  const params = { year: loaded.round.year };
  const start = useLive(loaded, (signal) => api('readStart', { params, headers: background, signal }));
  const s = useStartText();
  const pick = usePick();
  const { round } = start;
  return (
    <>
      <RoundHead year={round.year} page="start" title={s('title', { year: String(round.year) })} />
      <OtherRounds years={years} here={round.year} mayPlan={mayPlan} />
      <AcrossRounds mayAudit={mayAudit} mayJudge={mayJudge} mayErase={mayErase} maySources={maySources} />
      <TimeLeft start={start} />
      {!isPilot(round.year) && <Notice texts={[round.notice && pick(round.notice)]} />}
      <div className="start-cards">
        <Rate start={start} />
        <Waiting start={start} />
        <Next start={start} />
      </div>
      <Curve curve={start.curve} before={start.before} />
      {start.ministries.length > 0 && <Ministries start={start} />}
    </>
  );
}

/** How much time there is, in words. */
function TimeLeft({ start: { round, phase, daysLeft } }: { start: Start }) {
  const s = useStartText();
  const language = useLanguage();
  const until = { planned: round.opensAt, open: round.deadline, late: round.lateUntil, closed: null }[phase];
  const dateless = phase === 'closed' ? 'time.closed' : phase === 'planned' ? 'time.unplanned' : 'time.openEnded';
  return (
    <p className="lead">
      {phase === 'planned' && daysLeft === null && until !== null
        ? s('time.overdue', { time: showMoment(until, language) })
        : phase === 'closed' || daysLeft === null || until === null
          ? s(dateless)
          : s(`time.${phase}`, { days: daysLeft, time: showMoment(until, language) })}
    </p>
  );
}

/** The other rounds, a press away. */
function OtherRounds({ years, here, mayPlan }: { years: readonly number[]; here: number; mayPlan: boolean }) {
  const s = useStartText();
  const pick = usePick();
  const to = useHref();
  return (
    <nav className="downloads" aria-label={s('rounds')}>
      {years.map((year) => (
        <Link key={year} to={to(roundStartPath(year))} aria-current={year === here ? 'page' : undefined}>
          {pick(roundName(year))}
        </Link>
      ))}
      {mayPlan && <Link to={to(newRoundPath)}>{s('newRound')}</Link>}
    </nav>
  );
}

/** What belongs to no one round. */
function AcrossRounds(may: Readonly<Record<'mayAudit' | 'mayJudge' | 'mayErase' | 'maySources', boolean>>) {
  const { mayAudit, mayJudge, mayErase, maySources } = may;
  const s = useStartText();
  const staff = useStaffText();
  const to = useHref();
  return (
    <nav className="downloads" aria-label={s('across')}>
      <Link to={to(directoryPath)}>{staff('rounds.directory')}</Link>
      <Link to={to(errorReportsPath)}>{staff('rounds.errorReports')}</Link>
      {mayJudge && <Link to={to(judgingPath)}>{staff('rounds.doubles')}</Link>}
      {maySources && <Link to={to(sourcesPath)}>{staff('rounds.sources')}</Link>}
      <Link to={to(plansPath)}>{staff('rounds.plans')}</Link>
      {mayAudit && <Link to={to(auditPath)}>{staff('rounds.audit')}</Link>}
      {mayErase && <Link to={to(retentionPath)}>{staff('rounds.retention')}</Link>}
    </nav>
  );
}
