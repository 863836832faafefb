import type { Calendar, CalendarEvent, CalendarOutcome } from '@samblikk/contract';
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { eachByItself } from '../platform/jobs/index.ts';
import type { MailContext } from '../platform/mail/index.ts';
import { lockRound, type RoundRow, roundRows } from '../rounds/index.ts';
import { type DueEvent, eventsOf, expiriesOf, noticeOf } from './events.ts';
import type { FreezeConcernsOf } from './missing.ts';
import { type Done, move, outcomeOf, stillComes } from './moves.ts';
import { tellOfFailure, tellStaff } from './notice.ts';
import { calendarNotice, calendarRun } from './schema.ts';

type Reader = Database | Transaction;

/** Something a round has done by itself, or that staff have been told it will do. */
export interface CalendarRun extends DueEvent {
  readonly year: number;
  readonly outcome: CalendarOutcome | 'told';
  readonly letters: number;
}

/**
 * Does what the calendars of all rounds say is due and has not been seen to, and tells staff of what comes within a day. Each
 * moment is seen to once, whichever copy of the program comes first; one that dies in the middle leaves it to the next.
 */
export async function runCalendar(
  db: Database,
  mailContext: MailContext,
  now: Date,
  concernsOf: FreezeConcernsOf,
): Promise<CalendarRun[]> {
  const runs: CalendarRun[] = [];
  // A round stops where it cannot go on; the others go on.
  await eachByItself(await roundRows(db), async (round) => {
    const meet = async (due: DueEvent) => {
      if (due.dueAt <= now) {
        const done = await see(db, mailContext, round, due, now);
        if (done) runs.push({ year: round.year, ...due, ...done });
      } else if (noticeOf(due) <= now) {
        const letters = await notice(db, mailContext, round, due, now, concernsOf);
        if (letters !== undefined) runs.push({ year: round.year, ...due, outcome: 'told', letters });
      }
    };
    for (const due of eventsOf(round)) await meet(due);
    // What was just frozen has opened them already.
    for (const due of await expiriesOf(db, round, now)) await meet(due);
  });
  return runs;
}

/** @returns what became of it; undefined when it has been seen to before */
async function see(
  db: Database,
  mailContext: MailContext,
  round: RoundRow,
  due: DueEvent,
  now: Date,
): Promise<Done | undefined> {
  if (await rowOf(db, calendarRun, round, due)) return undefined;
  return db.transaction(async (tx) => {
    // Another copy may be making a release, which takes minutes.
    if (['freeze', 'snapshot', 'expiry'].includes(due.event)) await tx.execute(sql`set local statement_timeout = 0`);
    const current = await lockedFor(tx, round, due, now);
    if (!current || (await rowOf(tx, calendarRun, round, due))) return undefined;
    const done = await move(tx, mailContext, current, due, now);
    if (isFailed(done.outcome)) await tellOfFailure(tx, mailContext, current, due, now);
    await tx.insert(calendarRun).values({ roundId: round.id, ...due, ...done, doneAt: now });
    return done;
  });
}

/** @returns how many letters; undefined when staff have been told before */
async function notice(
  db: Database,
  mailContext: MailContext,
  round: RoundRow,
  due: DueEvent,
  now: Date,
  concernsOf: FreezeConcernsOf,
): Promise<number | undefined> {
  if (await rowOf(db, calendarNotice, round, due)) return undefined;
  const concerns =
    due.event === 'freeze' || due.event === 'snapshot' ? await concernsOf(db, round.year, due.dueAt) : undefined;
  return db.transaction(async (tx) => {
    const current = await lockedFor(tx, round, due, now);
    if (!current || (await rowOf(tx, calendarNotice, round, due))) return undefined;
    if (!(await stillComes(tx, current, due))) return undefined;
    const letters = await tellStaff(tx, mailContext, current, due, concerns, now);
    await tx.insert(calendarNotice).values({ roundId: round.id, ...due, toldAt: now });
    return letters;
  });
}

/** The round, locked; undefined when its date has just been moved, or another copy has opened what was exempt. */
async function lockedFor(tx: Transaction, { year }: RoundRow, due: DueEvent, now: Date): Promise<RoundRow | undefined> {
  const current = await lockRound(tx, year);
  if (!current) return undefined;
  const events = due.event === 'expiry' ? await expiriesOf(tx, current, now) : eventsOf(current);
  return events.some(isSame(due)) ? current : undefined;
}

const isSame = (one: DueEvent) => (other: DueEvent) =>
  one.event === other.event && one.dueAt.getTime() === other.dueAt.getTime();

async function rowOf(
  db: Reader,
  table: typeof calendarRun | typeof calendarNotice,
  { id }: RoundRow,
  { event, dueAt }: DueEvent,
): Promise<boolean> {
  const here = and(eq(table.roundId, id), eq(table.event, event), eq(table.dueAt, dueAt));
  return (await db.$count(table, here)) > 0;
}

/** A round's calendar as the contract shows it: what is to come, and what is over, done or not. */
export async function calendarOf(db: Reader, round: RoundRow, now: Date): Promise<Calendar> {
  const runs = await db.select().from(calendarRun).where(eq(calendarRun.roundId, round.id));
  const told = await db.select().from(calendarNotice).where(eq(calendarNotice.roundId, round.id));
  // Of what was exempt and is opened, the run alone tells.
  const expired = runs.filter(({ event }) => event === 'expiry');
  const planned: DueEvent[] = [];
  for (const due of eventsOf(round))
    if (due.dueAt <= now || runs.some(isSame(due)) || (await stillComes(db, round, due))) planned.push(due);
  const all = [...planned, ...expired, ...(await expiriesOf(db, round, now))];
  const inOrder = all.sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  return inOrder.map((due) => {
    const run = runs.find(isSame(due));
    return {
      event: due.event,
      dueAt: due.dueAt.toISOString(),
      doneAt: run?.doneAt.toISOString() ?? null,
      outcome: run?.outcome ?? null,
      letters: run?.letters ?? null,
      toldAt: told.find(isSame(due))?.toldAt.toISOString() ?? null,
    };
  });
}

/** Whether what was due could not be done, and somebody must see to it. */
const isFailed = (outcome: CalendarOutcome | null): boolean =>
  outcome === 'noPopulation' || outcome === 'noAnswers' || outcome === 'notPublic';

const writes = (event: CalendarEvent) => event === 'reminder' || event === 'deadline';

/** What is due is done within a minute; longer than this, something is wrong. */
const patience = 10 * 60_000;

/** How much of a round's calendar could not be done, or was due and is not done though the program runs; less what is done by hand since. */
export async function calendarFaults(db: Reader, round: RoundRow, calendar: Calendar, now: Date): Promise<number> {
  const suspects = calendar.filter(
    ({ event, dueAt, outcome }) =>
      isFailed(outcome) ||
      // A letter that did not go on its day is late, and nothing waits for it.
      (outcome === null && !writes(event) && Date.parse(dueAt) + patience < now.getTime()),
  );
  let faults = 0;
  for (const { event, dueAt } of suspects) {
    const outcome = await outcomeOf(db, round, { event, dueAt: new Date(dueAt) }, now);
    // A release that is public needs no publishing.
    const settled = outcome === 'already' || (event === 'publish' && outcome === 'done');
    if (!settled) faults += 1;
  }
  return faults;
}

/** What a round does by itself next; undefined when nothing is left. */
export async function nextEvent(db: Reader, round: RoundRow, now: Date): Promise<DueEvent | undefined> {
  const next = (await calendarOf(db, round, now)).find(({ doneAt }) => doneAt === null);
  return next && { event: next.event, dueAt: new Date(next.dueAt) };
}

/** Forgets what a round has done by itself, before the round is deleted. */
export async function forgetCalendar(tx: Transaction, { id }: RoundRow): Promise<void> {
  await tx.delete(calendarRun).where(eq(calendarRun.roundId, id));
  await tx.delete(calendarNotice).where(eq(calendarNotice.roundId, id));
}
