import { and, desc, eq, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { measureNumbers } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { measureTombstone, release } from './schema.ts';

type Db = Database | Transaction;

/** The newest step of each measure of rounds: withdrawn from the public, or public again. */
const newest = () =>
  new QueryBuilder()
    .selectDistinctOn([measureTombstone.measureId, measureTombstone.roundId])
    .from(measureTombstone)
    .orderBy(measureTombstone.measureId, measureTombstone.roundId, desc(measureTombstone.id))
    .as('newest');

/** The measures of a round that are withdrawn from the public: no release that is made has them. */
export const unpublicMeasures = (roundId: string) => {
  const steps = newest();
  return new QueryBuilder()
    .select({ measureId: steps.measureId })
    .from(steps)
    .where(and(eq(steps.roundId, roundId), eq(steps.step, 'withdrawn')));
};

/** Measures withdrawn from the public, newest first, with number, year and the release that was made without them. */
export async function tombstones(
  db: Db,
  of: { readonly year?: number | undefined; readonly measure?: string | undefined },
) {
  const steps = newest();
  const rounds = roundsIn();
  const byId = of.measure !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(of.measure);
  return db
    .select({
      measureId: steps.measureId,
      roundId: steps.roundId,
      number: measureNumbers.number,
      year: rounds.year,
      at: steps.at,
      by: steps.byName,
      reason: steps.reason,
      release: release.number,
    })
    .from(steps)
    .innerJoin(measureNumbers, eq(measureNumbers.id, steps.measureId))
    .innerJoin(rounds, eq(rounds.id, steps.roundId))
    .leftJoin(release, eq(release.id, steps.releaseId))
    .where(
      and(
        eq(steps.step, 'withdrawn'),
        of.year === undefined ? undefined : eq(rounds.year, of.year),
        of.measure === undefined
          ? undefined
          : byId
            ? eq(steps.measureId, of.measure)
            : eq(measureNumbers.number, of.measure),
      ),
    )
    .orderBy(desc(rounds.year), sql`${steps.at} desc`);
}

/**
 * Says why there is no such measure for the public: that it was withdrawn, with when and why; else nothing more than that there is none.
 * @throws ApiError publicMeasureWithdrawn, notFound
 */
export async function refuseMeasure(db: Db, measure: string, year?: number): Promise<never> {
  const [stone] = await tombstones(db, { measure, year });
  if (!stone?.reason) throw new ApiError('notFound', { detail: ['noPublicMeasure', { number: measure }] });
  const { number, at, reason } = stone;
  throw new ApiError('publicMeasureWithdrawn', {
    withdrawal: { year: stone.year, measure: number, at: at.toISOString(), reason },
  });
}
