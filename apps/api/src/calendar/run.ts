import type { Calendar, CalendarEvent, CalendarOutcome } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { freezeRound, latestRelease } from '../releases/index.ts';
import { changeRound, lockRound, populationOf, type RoundRow, roundRows } from '../rounds/index.ts';
import { type DueEvent, eventsOf } from './events.ts';
import { calendarRun } from './schema.ts';

type Reader = Database | Transaction;

/** The calendar, as the audit names it. */
const actor = 'system:calendar';

/** Something a round has done by itself. */
export interface CalendarRun extends DueEvent {
  readonly year: number;
  readonly outcome: CalendarOutcome;
}

/**
 * Does what the calendars of all rounds say is due and has not been seen to. Each moment is seen to once, whichever copy of the
 * program comes first; one that dies in the middle leaves it to the next.
 */
export async function runCalendar(db: Database, now: Date): Promise<CalendarRun[]> {
  const runs: CalendarRun[] = [];
  for (const round of await roundRows(db)) {
    for (const due of eventsOf(round).filter(({ dueAt }) => dueAt <= now)) {
      const outcome = await see(db, round, due, now);
      if (outcome) runs.push({ year: round.year, ...due, outcome });
    }
  }
  return runs;
}

/** @returns what became of it; undefined when it has been seen to before */
async function see(db: Database, round: RoundRow, due: DueEvent, now: Date): Promise<CalendarOutcome | undefined> {
  if (await seenTo(db, round, due)) return undefined;
  // A freeze takes minutes and a transaction of its own. Done anew after a crash, it finds the release that is there.
  if (due.event === 'freeze') {
    const outcome = await freeze(db, round, now);
    return (await note(db, round, due, outcome, now)) ? outcome : undefined;
  }
  return db.transaction(async (tx) => {
    const current = await lockRound(tx, round.year);
    // Its date may just have been moved.
    if (!current || !eventsOf(current).some(isSame(due)) || (await seenTo(tx, round, due))) return undefined;
    const outcome = await moves[due.event as 'open' | 'close'](tx, current);
    await note(tx, round, due, outcome, now);
    return outcome;
  });
}

const moves: Record<
  Exclude<CalendarEvent, 'freeze'>,
  (tx: Transaction, round: RoundRow) => Promise<CalendarOutcome>
> = {
  async open(tx, { id, year, state }) {
    if (state !== 'planned') return 'already';
    if ((await populationOf(tx, id)).length === 0) return 'noPopulation';
    await changeRound(tx, year, { state: 'open' }, actor);
    return 'done';
  },
  async close(tx, { year, state }) {
    if (state !== 'open') return 'already';
    await changeRound(tx, year, { state: 'closed' }, actor);
    return 'done';
  },
};

/** The first release of a round; what comes later is for people to decide. */
async function freeze(db: Database, { id, year }: RoundRow, now: Date): Promise<CalendarOutcome> {
  if (await latestRelease(db, id)) return 'already';
  if (!(await populationOf(db, id)).some(({ answered }) => answered)) return 'noAnswers';
  await freezeRound(db, { year, actor, now });
  return 'done';
}

const isSame = (one: DueEvent) => (other: DueEvent) =>
  one.event === other.event && one.dueAt.getTime() === other.dueAt.getTime();

async function seenTo(db: Reader, { id }: RoundRow, { event, dueAt }: DueEvent): Promise<boolean> {
  const [row] = await db
    .select({ event: calendarRun.event })
    .from(calendarRun)
    .where(and(eq(calendarRun.roundId, id), eq(calendarRun.event, event), eq(calendarRun.dueAt, dueAt)));
  return row !== undefined;
}

/** @returns whether it was not noted before */
async function note(
  db: Reader,
  { id }: RoundRow,
  due: DueEvent,
  outcome: CalendarOutcome,
  now: Date,
): Promise<boolean> {
  const row = { roundId: id, ...due, outcome, doneAt: now };
  return ((await db.insert(calendarRun).values(row).onConflictDoNothing()).rowCount ?? 0) > 0;
}

/** A round's calendar as the contract shows it. */
export async function calendarOf(db: Reader, round: RoundRow): Promise<Calendar> {
  const runs = await db.select().from(calendarRun).where(eq(calendarRun.roundId, round.id));
  return eventsOf(round).map(({ event, dueAt }) => {
    const run = runs.find(isSame({ event, dueAt }));
    return {
      event,
      dueAt: dueAt.toISOString(),
      doneAt: run?.doneAt.toISOString() ?? null,
      outcome: run?.outcome ?? null,
    };
  });
}

/** Forgets what a round has done by itself, before the round is deleted. */
export async function forgetCalendar(tx: Transaction, { id }: RoundRow): Promise<void> {
  await tx.delete(calendarRun).where(eq(calendarRun.roundId, id));
}
