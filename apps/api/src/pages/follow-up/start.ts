import { type ResponseCurve, readStart, type Start, type WaitingKind, waitingKinds } from '@samblikk/contract';
import { daysUntil } from '@samblikk/text';
import type { FastifyInstance } from 'fastify';
import { calendarFaults, calendarOf } from '../../calendar/index.ts';
import { correctionsIn } from '../../collaboration/index.ts';
import { namesAt } from '../../directory/index.ts';
import { countReports } from '../../error-reports/index.ts';
import { exemptionsToDecide } from '../../exemptions/index.ts';
import { bouncesIn } from '../../messages/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { type Deps, serve } from '../../platform/http/index.ts';
import { releases } from '../../releases/index.ts';
import { firstSubmissions } from '../../responses/index.ts';
import { populationOf, type RoundRow, roundBefore, roundOf, toRound } from '../../rounds/index.ts';
import { type FollowUpView, followUp } from '../follow-up.ts';

export function startRoutes(app: FastifyInstance, { db, clock }: Deps): void {
  serve(app, readStart, async ({ params }) => start(db, await roundOf(db, params.year), { now: clock() }));
}

/** A round at a glance. */
export async function start(db: Database, round: RoundRow, view: FollowUpView): Promise<Start> {
  const { now } = view;
  const [agencies, earlier, calendar, made, corrections, exemptions, bounces, names] = await Promise.all([
    followUp(db, round, view),
    roundBefore(db, round.year),
    calendarOf(db, round, now),
    releases(db, now, { year: round.year, unpublished: true }),
    correctionsIn(db, { roundId: round.id }),
    exemptionsToDecide(db, round, now),
    bouncesIn(db, round),
    namesAt(db, (round.opensAt ?? now).toISOString().slice(0, 10)),
  ]);
  const counted = (all: typeof agencies) => ({
    invited: all.length,
    answered: all.filter(({ state }) => state === 'submitted').length,
  });
  const rate = {
    ...counted(agencies),
    begun: agencies.filter(({ state }) => state === 'begun').length,
    declined: agencies.filter(({ state, declined }) => state !== 'submitted' && declined !== null).length,
  };
  const counts: Record<WaitingKind, number> = {
    calendarFailed: await calendarFaults(db, round, calendar, now),
    moreTime: agencies.filter(({ reopening }) => reopening?.waiting).length,
    queriesAnswered: agencies.reduce((sum, { queries }) => sum + queries.answered, 0),
    correctionsRefused: corrections.filter(
      ({ correction: { state, superseded } }) => state === 'refused' && !superseded,
    ).length,
    exemptions: exemptions.length,
    errorReportsOverdue: (await countReports(db, undefined, now)).overdue,
    bounces: bounces.length,
    contactsUnconfirmed: agencies.filter(({ contact }) => contact.unconfirmed).length,
    releasesHeld: made.filter(({ publication }) => publication === 'held').length,
  };
  return {
    round: toRound(round, rate),
    ...timeOf(round, now),
    rate,
    ministries: [...Map.groupBy(agencies, ({ ministry }) => ministry)]
      .map(([code, of]) => ({
        code,
        name: names.ministry(code) ?? { nb: code, nn: code, en: code },
        ...counted(of),
      }))
      .sort((a, b) => a.code.localeCompare(b.code, 'nb')),
    ...(await curves(db, { round, earlier, invited: agencies.length, now })),
    waiting: waitingKinds.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : [])),
    next: calendar
      .filter(({ outcome, dueAt }) => outcome === null && new Date(dueAt) > now)
      .map(({ event, dueAt }) => ({ event, at: dueAt })),
  };
}

/** Where in its time a round is, and how many days there are until that ends, by midnights in Norway. */
export function timeOf(
  { state, opensAt, deadline, lateUntil }: Pick<RoundRow, 'state' | 'opensAt' | 'deadline' | 'lateUntil'>,
  now: Date,
): Pick<Start, 'phase' | 'daysLeft'> {
  const until = (moment: Date | null) => (moment ? daysUntil(moment.toISOString(), now.toISOString()) : null);
  if (state === 'planned') return { phase: 'planned', daysLeft: opensAt && opensAt > now ? until(opensAt) : null };
  if (state === 'closed') return { phase: 'closed', daysLeft: null };
  if (deadline === null || now <= deadline) return { phase: 'open', daysLeft: until(deadline) };
  return lateUntil && now <= lateUntil
    ? { phase: 'late', daysLeft: until(lateUntil) }
    : { phase: 'closed', daysLeft: null };
}

/** How the answers came in, this round and the one before. */
async function curves(
  db: Database,
  of: { round: RoundRow; earlier: RoundRow | undefined; invited: number; now: Date },
): Promise<Pick<Start, 'curve' | 'before'>> {
  const { round, earlier, invited, now } = of;
  const times = await firstSubmissions(db, earlier ? [round.id, earlier.id] : [round.id]);
  const askedThen = earlier ? (await populationOf(db, earlier.id)).length : 0;
  return {
    curve: curveOf(round, times.get(round.id) ?? [], invited, now),
    before: earlier ? curveOf(earlier, times.get(earlier.id) ?? [], askedThen, now) : null,
  };
}

/** @param times when each agency first sent in */
export function curveOf(
  { year, opensAt, deadline, lateUntil }: Pick<RoundRow, 'year' | 'opensAt' | 'deadline' | 'lateUntil'>,
  times: readonly Date[],
  invited: number,
  now: Date,
): ResponseCurve | null {
  if (!deadline) return null;
  const dayOf = (moment: Date) => daysUntil(moment.toISOString(), deadline.toISOString());
  const perDay = new Map<number, number>();
  for (const day of times.map(dayOf)) perDay.set(day, (perDay.get(day) ?? 0) + 1);
  const counted = [...perDay].sort(([a], [b]) => a - b);
  let answered = 0;
  const days = counted.map(([day, more]) => {
    answered += more;
    return { day, answered };
  });
  const end = lateUntil ?? deadline;
  const known = days.map(({ day }) => day);
  return {
    ...{ year, invited, days },
    first: Math.min(...known, opensAt && opensAt < now ? dayOf(opensAt) : 0),
    last: Math.max(...known, dayOf(now < end ? now : end)),
  };
}
