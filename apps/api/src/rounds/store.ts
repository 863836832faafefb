import { isPilot, type Round, realYear } from '@samblikk/contract';
import { osloDay } from '@samblikk/text';
import { count, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import { type Database, deleteWithAll, type Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { population, round } from './schema.ts';

export type RoundRow = typeof round.$inferSelect;
export type PopulationRow = typeof population.$inferSelect;

/** The round of a year. @throws ApiError notFound */
export async function roundOf(db: Database | Transaction, year: number): Promise<RoundRow> {
  const [row] = await db.select().from(round).where(eq(round.year, year));
  return row ?? noRound(year);
}

/**
 * The round of a year, kept from changing until the transaction ends; undefined when there is none. Answers to it can be saved
 * meanwhile: a freeze may take minutes.
 */
export async function lockRound(tx: Transaction, year: number): Promise<RoundRow | undefined> {
  const [row] = await tx.select().from(round).where(eq(round.year, year)).for('no key update');
  return row;
}

/** As `lockRound`, of a round that must be there. @throws ApiError notFound */
export async function lockedRound(tx: Transaction, year: number): Promise<RoundRow> {
  return (await lockRound(tx, year)) ?? noRound(year);
}

function noRound(year: number): never {
  throw new ApiError('notFound', { detail: ['noRound', { year }] });
}

/** All rounds, newest first; pilots come after the others. */
export const roundRows = (db: Database | Transaction): Promise<RoundRow[]> =>
  db.select().from(round).orderBy(sql`${round.year} > 9000`, desc(round.year));

/** The latest round before a year, or before that of a pilot; undefined when there is none. A pilot is before none. */
export async function roundBefore(db: Database | Transaction, year: number): Promise<RoundRow | undefined> {
  const [row] = await db
    .select()
    .from(round)
    .where(lt(round.year, realYear(year)))
    .orderBy(desc(round.year))
    .limit(1);
  return row;
}

/**
 * Deletes a round with everything that belongs to it. Answers are never deleted, but of a pilot: the database refuses others.
 * That nobody has answered a round that is none, is the caller's to know.
 */
export async function deleteRound(tx: Transaction, { id, year }: Pick<RoundRow, 'id' | 'year'>): Promise<void> {
  if (isPilot(year)) await tx.execute(sql`set local samblikk.deleting = 'pilot'`);
  await deleteWithAll(tx, 'round', sql`id = ${id}`);
}

/** All rounds, newest first, with how many agencies were asked and have answered. */
export async function rounds(db: Database | Transaction): Promise<Round[]> {
  const rows = await roundRows(db);
  const counts = await db
    .select({
      roundId: population.roundId,
      invited: count(),
      answered: sql<number>`count(*) filter (where ${population.answered})`.mapWith(Number),
    })
    .from(population)
    .groupBy(population.roundId);
  return rows.map((row) =>
    toRound(
      row,
      counts.find((c) => c.roundId === row.id),
    ),
  );
}

/** The years of the rounds that ask any of these agencies (our ids). */
export async function yearsAsking(
  db: Database | Transaction,
  agencyIds: readonly string[],
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectDistinct({ year: round.year })
    .from(round)
    .innerJoin(population, eq(population.roundId, round.id))
    .where(inArray(population.agencyId, [...agencyIds]));
  return new Set(rows.map(({ year }) => year));
}

/** A row as the contract shows it. */
export function toRound(row: RoundRow, counts: { invited: number; answered: number } | undefined): Round {
  return {
    year: row.year,
    edition: row.edition,
    state: row.state,
    opensAt: iso(row.opensAt),
    deadline: iso(row.deadline),
    lateUntil: iso(row.lateUntil),
    freezeAt: iso(row.freezeAt),
    publishAt: iso(row.publishAt),
    reminders: row.reminders,
    takesUpdates: row.takesUpdates,
    snapshots: row.snapshots,
    holdSnapshots: row.holdSnapshots,
    notice: row.notice,
    invited: counts?.invited ?? 0,
    answered: counts?.answered ?? 0,
  };
}

/** The day (ISO date) whose directory a round goes by: that it opens, else its deadline, else today. */
export const directoryDay = ({ opensAt, deadline }: Pick<RoundRow, 'opensAt' | 'deadline'>, now: Date): string =>
  osloDay(opensAt ?? deadline ?? now);

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A round as one agency meets it: it may be open for that one alone, after it closed for the others. */
export type AskedRound = RoundRow & { readonly reopenedUntil?: Date | null };

/** Whether a round takes answers at this moment: open, and not past the last day for late answers or the agency's own; or updates. */
export function takesAnswers(row: AskedRound, now: Date): boolean {
  if (row.reopenedUntil && row.state !== 'planned' && now <= row.reopenedUntil) return true;
  const last = row.lateUntil ?? row.deadline;
  const isOpen = row.state === 'open' && (!row.opensAt || row.opensAt <= now) && (!last || now <= last);
  return isOpen || takesUpdatesNow(row, now);
}

/** Whether a round takes updates at this moment: it is closed, and past its moment of freezing where it has one; between the two staff look it over. */
export function takesUpdatesNow({ takesUpdates, state, freezeAt }: RoundRow, now: Date): boolean {
  return takesUpdates && state === 'closed' && (freezeAt === null || freezeAt <= now);
}

/** @throws ApiError roundNotOpen */
export function requireOpen(row: AskedRound, now: Date): void {
  if (!takesAnswers(row, now)) throw new ApiError('roundNotOpen', { detail: ['takesNoAnswers', { year: row.year }] });
}
