import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type AgencyRound, editionOfRound, ownReopening, targetOf } from '../rounds/index.ts';
import { population, reopening, round } from '../rounds/schema.ts';
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

const noMeasure = (year: number) =>
  new ApiError('notFound', { detail: `There is no such measure in the round of ${year}.` });

interface Withdrawal {
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
}

/**
 * As `measureInRound`, also when it was withdrawn: whoever may see it is told so by `demandNotWithdrawn`.
 * @throws ApiError notFound
 */
export async function measureEverInRound(
  db: Reader,
  measureId: string,
  year: number,
): Promise<MeasureInRound & Withdrawal> {
  const [row] = await db
    .select({
      round,
      agency: population,
      measure: { id: measure.id, number: measure.number },
      reopenedUntil: reopening.until,
      withdrawnAt: measureRound.withdrawnAt,
      withdrawnByName: measureRound.withdrawnByName,
    })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .innerJoin(round, eq(round.id, measureRound.roundId))
    .innerJoin(population, and(eq(population.roundId, round.id), eq(population.agencyId, measureRound.agencyId)))
    .leftJoin(reopening, ownReopening)
    .where(and(eq(measureRound.measureId, measureId), eq(round.year, year)));
  if (!row) throw noMeasure(year);
  const target = { ...targetOf(row.agency), measure: row.measure.id, year };
  const { reopenedUntil, ...found } = row;
  return { ...found, round: { ...row.round, reopenedUntil }, edition: editionOfRound(row.round), target };
}

/** @throws ApiError measureWithdrawn, with who and when */
export function demandNotWithdrawn({ withdrawnAt, withdrawnByName }: Withdrawal): void {
  if (!withdrawnAt) return;
  throw new ApiError('measureWithdrawn', { withdrawn: { by: withdrawnByName, at: withdrawnAt.toISOString() } });
}
