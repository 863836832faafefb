import { and, eq, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record, recordAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { type AgencyRound, type RoundRow, requireOpen } from '../rounds/index.ts';
import { measureNumber } from './number.ts';
import { counter, measureRound } from './schema.ts';

/** Adds a new, empty measure to an agency’s answer. It gets its number for life: `2026-0001`. */
export async function createMeasure(
  tx: Transaction,
  into: AgencyRound,
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  const [made] = await createMeasures(tx, into, [null], actor, now);
  return made as { id: string; number: string };
}

/** Adds as many new, empty measures as there are numbers of the agency’s own, or null for none, in that order. */
export async function createMeasures(
  tx: Transaction,
  into: AgencyRound,
  externalIds: readonly (string | null)[],
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }[]> {
  requireOpen(into.round, now);
  const { agencyId } = into.agency;
  const rows = externalIds.map((external_id, row) => ({ row, measure_id: uuid(), agency_id: agencyId, external_id }));
  const { rows: numbered } = await tx.execute<{ id: string; number: string }>(
    sql`${await inserting(
      tx,
      into.round,
      sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(row int, measure_id uuid, agency_id text, external_id text)`,
      rows.length,
      now,
    )} returning id, number`,
  );
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]));
  const made = rows.map(({ measure_id: id }) => ({ id, number: numbers.get(id) ?? '' }));
  await recordAll(
    tx,
    made.map((one) => created(into, one, actor)),
    now,
  );
  return made;
}

/**
 * Adds measures to a round from rows that wait in the database. They get the year's next numbers in the order of `row`.
 * @param rows a query of `row int, measure_id uuid, agency_id text, external_id text`
 * @param count how many there are
 */
export async function insertMeasures(
  tx: Transaction,
  round: Pick<RoundRow, 'id' | 'year'>,
  rows: SQL,
  count: number,
  now: Date,
): Promise<void> {
  if (count > 0) await tx.execute(await inserting(tx, round, rows, count, now));
}

/** The statement that writes measures and their place in a round: the only one there is. The numbers are taken first. */
async function inserting(
  tx: Transaction,
  { id, year }: Pick<RoundRow, 'id' | 'year'>,
  rows: SQL,
  count: number,
  now: Date,
): Promise<SQL> {
  const first = await takeNumbers(tx, year, count);
  const number = measureNumber(year, sql`${first - 1}::bigint + row_number() over (order by row)`);
  const at = sql`${now.toISOString()}::timestamptz`;
  return sql`
    with fresh as (select row, measure_id, agency_id, external_id from (${rows}) r),
    placed as (
      insert into measure_round (measure_id, round_id, agency_id, external_id, created_at)
      select measure_id, ${id}::uuid, agency_id, external_id, ${at} from fresh)
    insert into measure (id, number, created_at) select measure_id, ${number}, ${at} from fresh`;
}

/** Gives out the next running numbers of a year; two at once never get the same. @returns the first of them */
async function takeNumbers(tx: Transaction, year: number, count: number): Promise<number> {
  const [row] = await tx
    .insert(counter)
    .values({ name: `measure:${year}`, value: count })
    .onConflictDoUpdate({ target: counter.name, set: { value: sql`${counter.value} + ${count}` } })
    .returning();
  return (row?.value ?? count) - count + 1;
}

/**
 * Locks the running numbers of a year. Whoever may make measures after other things in one transaction does so before the first
 * audit line, as with `lockMeasuresOf`.
 */
export async function lockNumbers(tx: Transaction, { year }: Pick<RoundRow, 'year'>): Promise<void> {
  await takeNumbers(tx, year, 0);
}

/** Brings a measure of an earlier round, or one that was withdrawn from this, into an agency’s answer in a round. */
export async function addToRound(
  tx: Transaction,
  into: AgencyRound,
  found: { id: string; number: string },
  actor: Actor,
  now: Date,
): Promise<void> {
  requireOpen(into.round, now);
  const { agencyId } = into.agency;
  await tx
    .insert(measureRound)
    .values({ measureId: found.id, roundId: into.round.id, agencyId, createdAt: now })
    .onConflictDoUpdate({
      target: [measureRound.measureId, measureRound.roundId],
      set: { withdrawnAt: null, withdrawnByName: null, agencyId },
    });
  await record(tx, created(into, found, actor), now);
}

/**
 * Gives measures of a round the agency that rows waiting in the database say, and takes them in again where they were taken
 * out. @param rows a query of `measure_id uuid, agency_id text`
 */
export async function placeMeasures(tx: Transaction, roundId: string, rows: SQL): Promise<void> {
  await tx.execute(sql`
    update measure_round m set agency_id = r.agency_id, withdrawn_at = null
    from (${rows}) r where m.measure_id = r.measure_id and m.round_id = ${roundId}`);
}

/** Notes the number that the agency itself uses for a measure in a round; null for none. */
export async function setExternalId(
  tx: Transaction,
  { measureId, roundId }: { measureId: string; roundId: string },
  externalId: string | null,
): Promise<void> {
  await tx
    .update(measureRound)
    .set({ externalId })
    .where(and(eq(measureRound.measureId, measureId), eq(measureRound.roundId, roundId)));
}

function created(into: AgencyRound, { id, number }: { id: string; number: string }, actor: Actor) {
  const details = { number, year: into.round.year };
  return { actor: auditName(actor), action: 'measure.created' as const, subject: `measure:${id}`, details };
}
