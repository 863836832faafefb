import { type BodyOf, type changeRound as endpoint, isPilot, pilotNotice, realYear } from '@samblikk/contract';
import { editionForYear, editionOf } from '@samblikk/questionnaire';
import { osloDay } from '@samblikk/text';
import { and, eq, lt } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { population, round } from './schema.ts';
import { lockRound, type RoundRow } from './store.ts';

type Changes = BodyOf<typeof endpoint>;
/** What rooms above know of a round, handed in since they know of rounds. */
export interface RoundHooks {
  /** Whether anything of a year’s round is public at a moment. */
  readonly isPublished: (tx: Transaction, now: Date, year: number) => Promise<boolean>;
  /** Done along with making a round. */
  readonly created: (tx: Transaction, round: RoundRow) => Promise<void>;
}

const dates = ['opensAt', 'deadline', 'lateUntil', 'freezeAt', 'publishAt'] as const;

/**
 * Creates a round or changes its calendar, state or notice; what is left out stays as it was.
 * @throws ApiError invalidRequest when the edition is unknown, the calendar runs backwards or it would open without population; alreadyDone when the
 * edition of an existing round would change; releasePublished when the day of publication would, of a round that is public.
 */
export async function changeRound(
  tx: Transaction,
  year: number,
  changes: Changes,
  { actor, now }: { readonly actor: string; readonly now: Date },
  { isPublished, created }: Partial<RoundHooks> = {},
): Promise<RoundRow> {
  const before = await lockRound(tx, year);
  if (before && changes.edition !== undefined && changes.edition !== before.edition) {
    throw new ApiError('alreadyDone', { detail: ['otherEdition', { year, edition: before.edition }] });
  }
  const edition = before?.edition ?? changes.edition ?? editionForYear(realYear(year))?.id;
  if (edition === undefined || !editionOf(edition)) {
    throw new ApiError('invalidRequest', {
      detail: edition ? ['noEdition', { edition }] : ['noEditionForYear', { year }],
    });
  }
  const calendar = Object.fromEntries(
    dates.map((name) => {
      const given = changes[name];
      return [name, given === undefined ? (before?.[name] ?? null) : given === null ? null : new Date(given)];
    }),
  ) as Record<(typeof dates)[number], Date | null>;
  // Opened before its day, it takes answers from now on: staff who press “open now” mean now.
  const opens = changes.state === 'open' && before?.state !== 'open' && changes.opensAt === undefined;
  if (opens && calendar.opensAt && calendar.opensAt > now) calendar.opensAt = now;
  requireForward(calendar);
  const reminders = inOrder(changes.reminders) ?? before?.reminders ?? [];
  requireBetween(calendar, reminders);
  const snapshots = inOrder(changes.snapshots) ?? before?.snapshots ?? [];
  requireAfterFreeze(calendar, snapshots);
  // A date would unpublish without a word; what is published is taken back by withdrawing it, with a reason.
  const moved = before !== undefined && calendar.publishAt?.getTime() !== before.publishAt?.getTime();
  if (moved && (await isPublished?.(tx, now, year))) throw new ApiError('releasePublished');
  const row = {
    ...calendar,
    reminders,
    snapshots,
    takesUpdates: changes.takesUpdates ?? before?.takesUpdates ?? false,
    holdSnapshots: changes.holdSnapshots ?? before?.holdSnapshots ?? false,
    edition,
    state: changes.state ?? before?.state ?? 'planned',
    notice:
      changes.notice === undefined ? (before?.notice ?? (isPilot(year) ? pilotNotice(year) : null)) : changes.notice,
  };
  const begins = row.state === 'open' && before?.state !== 'open';
  if (begins) await requirePopulation(tx, year, before);
  if (begins && !isPilot(year)) await endUpdates(tx, year, { actor, now });
  const [after] = before
    ? await tx.update(round).set(row).where(eq(round.id, before.id)).returning()
    : await tx
        .insert(round)
        .values({ id: uuid(), year, ...row })
        .returning();
  if (!after) throw new ApiError('internal');
  const event = { actor, subject: `round:${year}` };
  if (before) await record(tx, { ...event, action: 'round.changed', details: { changes } });
  else {
    await record(tx, { ...event, action: 'round.created', details: { year, edition } });
    await created?.(tx, after);
  }
  return after;
}

/** What is new is told to the round that opens: those before it take no more updates. */
async function endUpdates(tx: Transaction, year: number, { actor, now }: { actor: string; now: Date }): Promise<void> {
  const earlier = and(lt(round.year, year), eq(round.takesUpdates, true));
  const ended = await tx.update(round).set({ takesUpdates: false }).where(earlier).returning({ year: round.year });
  const details = { changes: { takesUpdates: false } };
  for (const one of ended)
    await record(tx, { actor, action: 'round.changed', subject: `round:${one.year}`, details }, now);
}

/** A round that asks nobody cannot open. */
async function requirePopulation(tx: Transaction, year: number, row: RoundRow | undefined): Promise<void> {
  const asked = row ? await tx.$count(population, eq(population.roundId, row.id)) : 0;
  if (asked === 0) throw new ApiError('invalidRequest', { detail: ['noPopulation', { year }] });
}

function requireForward(calendar: Record<(typeof dates)[number], Date | null>): void {
  const given = dates.filter((name) => calendar[name] !== null);
  for (const [i, name] of given.entries()) {
    const earlier = given[i - 1];
    if (earlier && (calendar[earlier] as Date) > (calendar[name] as Date)) {
      throw new ApiError('invalidRequest', { detail: ['datesOutOfOrder', { later: name, earlier }] });
    }
  }
}

/** Reminders come after the opening and before the deadline, at most one a day. */
function requireBetween(
  { opensAt, deadline }: Record<(typeof dates)[number], Date | null>,
  reminders: readonly string[],
): void {
  const moments = reminders.map((at) => new Date(at));
  if (moments.some((at) => (opensAt && at <= opensAt) || (deadline && at >= deadline)))
    throw new ApiError('invalidRequest', { detail: 'reminderOutside' });
  if (new Set(moments.map(osloDay)).size < moments.length)
    throw new ApiError('invalidRequest', { detail: 'reminderSameDay' });
}

/** Snapshots come after the freeze, at most one a day. */
function requireAfterFreeze(
  { freezeAt }: Record<(typeof dates)[number], Date | null>,
  snapshots: readonly string[],
): void {
  const moments = snapshots.map((at) => new Date(at));
  if (freezeAt && moments.some((at) => at <= freezeAt))
    throw new ApiError('invalidRequest', { detail: 'snapshotBeforeFreeze' });
  if (new Set(moments.map(osloDay)).size < moments.length)
    throw new ApiError('invalidRequest', { detail: 'snapshotSameDay' });
}

const inOrder = (moments: readonly string[] | undefined): string[] | undefined =>
  moments?.map((at) => new Date(at).toISOString()).toSorted();
