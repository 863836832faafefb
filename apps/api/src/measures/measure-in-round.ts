import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { type Database, keyRows, keysOf, prepared, type Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type AgencyRound, askedAgencies, roundsIn, toAgencyRound } from '../rounds/index.ts';
import { measure, measureRound } from './schema.ts';

type Reader = Database | Transaction;

/** One measure in a round, with the agency that owns it there. */
export interface MeasureInRound extends AgencyRound {
  measure: { id: string; number: string };
}

/** A measure's part in a round with its agency. @throws ApiError notFound, also when withdrawn */
export async function measureInRound(db: Reader, measureId: string, year: number): Promise<MeasureInRound> {
  const found = await measureEverInRound(db, measureId, year);
  if (found.withdrawnAt) throw noMeasure(year);
  return found;
}

const noMeasure = (year: number) => new ApiError('notFound', { detail: ['noMeasure', { year }] });

interface Withdrawal {
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
}

/** As `measureInRound`, also when it was withdrawn: whoever may see it is told so by `requireNotWithdrawn`. @throws ApiError notFound */
export async function measureEverInRound(db: Reader, measureId: string, year: number): Promise<MeasureEver> {
  const [found] = await measuresEverInRound(db, [{ measureId, year }]);
  if (found instanceof ApiError) throw found;
  return found as MeasureEver;
}

export type MeasureEver = MeasureInRound & Withdrawal;

const everInRound = prepared((db) => {
  const rounds = roundsIn();
  const { measureId, roundId, agencyId, withdrawnAt, withdrawnByName } = measureRound;
  // One at most of each key: said so, each is looked up by its index, however few rows PostgreSQL thinks there are.
  const place = db
    .select({ measureId, roundId, agencyId, withdrawnAt, withdrawnByName })
    .from(measureRound)
    .innerJoin(rounds, eq(rounds.id, roundId))
    .where(sql`${measureId} = key.measure and ${rounds.year} = key.year`)
    .limit(1)
    .as('place');
  const asked = askedAgencies;
  return db
    .select({
      ...{ round: asked.round, agency: asked.agency, reopenedUntil: asked.reopenedUntil },
      measure: { id: measure.id, number: measure.number },
      ...{ withdrawnAt: place.withdrawnAt, withdrawnByName: place.withdrawnByName },
    })
    .from(keyRows('measureId', 'year'))
    .innerJoinLateral(place, sql`true`)
    .innerJoin(measure, eq(measure.id, place.measureId))
    .innerJoin(asked, and(eq(asked.round.id, place.roundId), eq(asked.agency.agencyId, place.agencyId)))
    .prepare('measures_ever_in_round');
});

/** Measures’ parts in rounds with their agencies, in the order of the keys, also withdrawn ones; ApiError notFound for those there are not. */
export async function measuresEverInRound(
  db: Reader,
  keys: readonly { measureId: string; year: number }[],
): Promise<(MeasureEver | ApiError)[]> {
  const rows = await everInRound(db).execute(keysOf(keys));
  const found = new Map(rows.map((row) => [`${row.measure.id} ${row.round.year}`, row]));
  return keys.map(({ measureId, year }) => {
    const row = found.get(`${measureId} ${year}`);
    if (!row) return noMeasure(year);
    const of = toAgencyRound(row);
    const { withdrawnAt, withdrawnByName } = row;
    const target = { ...of.target, measure: row.measure.id, year };
    return { ...of, measure: row.measure, withdrawnAt, withdrawnByName, target };
  });
}

/** @throws ApiError measureWithdrawn, with who and when */
export function requireNotWithdrawn({ withdrawnAt, withdrawnByName }: Withdrawal): void {
  if (!withdrawnAt) return;
  throw new ApiError('measureWithdrawn', { withdrawn: { by: withdrawnByName, at: withdrawnAt.toISOString() } });
}

/** Writers of one measure wait for each other, so that versions follow one another. @throws ApiError measureWithdrawn when it just was */
export async function lockMeasure(tx: Transaction, measureId: string, roundId: string): Promise<void> {
  const [row] = await locked(tx).execute({ measureId, roundId });
  if (!row) throw new ApiError('notFound', { detail: 'notInRound' });
  requireNotWithdrawn(row);
}

const locked = prepared((db) => {
  const { measureId, roundId, withdrawnAt, withdrawnByName } = measureRound;
  return db
    .select({ withdrawnAt, withdrawnByName })
    .from(measureRound)
    .where(and(eq(measureId, sql.placeholder('measureId')), eq(roundId, sql.placeholder('roundId'))))
    .for('update')
    .prepare('lock_measure');
});

/**
 * Locks what an agency has in a round. Whoever writes several of its measures in one transaction does so before the first audit
 * line: from there on others wait for the transaction, so it must not come to wait for them.
 */
export async function lockMeasuresOf(tx: Transaction, { round, agency }: AgencyRound): Promise<void> {
  await tx
    .select({ id: measureRound.measureId })
    .from(measureRound)
    .where(and(eq(measureRound.roundId, round.id), eq(measureRound.agencyId, agency.agencyId)))
    .orderBy(measureRound.measureId)
    .for('update');
}

/** A measure of an agency in a round, with the number the agency itself uses for it. */
export interface OwnMeasure {
  readonly id: string;
  readonly number: string;
  readonly externalId: string | null;
  readonly withdrawnAt: Date | null;
}

/** The measures of an agency in a round, by number; those that were taken out too. */
export function ownMeasures(db: Reader, roundId: string, agencyId: string): Promise<OwnMeasure[]> {
  return selectOwn(db)
    .where(and(eq(measureRound.roundId, roundId), eq(measureRound.agencyId, agencyId)))
    .orderBy(measure.number);
}

/** The measures of a round that have any of these numbers of their agencies' own, with whose they are. */
export function measuresByExternalId(
  db: Reader,
  roundId: string,
  externalIds: readonly string[],
): Promise<(OwnMeasure & { agencyId: string })[]> {
  return selectOwn(db).where(
    and(eq(measureRound.roundId, roundId), inArray(measureRound.externalId, [...externalIds])),
  );
}

function selectOwn(db: Reader) {
  const { externalId, withdrawnAt, agencyId } = measureRound;
  return db
    .select({ id: measure.id, number: measure.number, externalId, withdrawnAt, agencyId })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId));
}

/** How many measures each agency has in a round, by agency id; those that were taken out do not count. */
export async function measureCounts(db: Reader, roundId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ agencyId: measureRound.agencyId, measures: count() })
    .from(measureRound)
    .where(and(eq(measureRound.roundId, roundId), isNull(measureRound.withdrawnAt)))
    .groupBy(measureRound.agencyId);
  return new Map(rows.map((row) => [row.agencyId, row.measures]));
}

/** Whether a measure was taken out of the round after a moment. */
export async function withdrawnSince(db: Reader, roundId: string, at: Date): Promise<boolean> {
  const after = and(eq(measureRound.roundId, roundId), gt(measureRound.withdrawnAt, at));
  return (await db.$count(measureRound, after)) > 0;
}
