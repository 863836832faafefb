import { and, eq, isNull, max, notExists, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/pg-core';
import { successions } from '../directory/index.ts';
import { type AgencyRound, roundsIn } from '../rounds/index.ts';
import { measure, measureRound } from './schema.ts';

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** The public numbers of measures. */
export const measureNumbers = new QueryBuilder()
  .select({ id: measure.id, number: measure.number })
  .from(measure)
  .as('measure_numbers');

/** Which measures are in which round and whose they are there: of one round and one agency when told, with those taken out. */
export const measuresIn = (only: { roundId?: string; agencyId?: string } = {}) => {
  const { measureId, roundId, agencyId, externalId, withdrawnAt, withdrawnByName } = measureRound;
  return new QueryBuilder()
    .select({ measureId, roundId, agencyId, externalId, withdrawnAt, withdrawnByName })
    .from(measureRound)
    .where(
      and(
        only.roundId === undefined ? undefined : eq(roundId, only.roundId),
        only.agencyId === undefined ? undefined : eq(agencyId, only.agencyId),
      ),
    )
    .as('measures_in');
};

/**
 * A part of a statement that locks measures in rounds that nobody else is writing and that were not withdrawn, without waiting
 * for the others: their `measure_id` and `round_id`. @param wanted what has the same
 */
export const freeMeasures = (wanted: SQL) => sql`
  select free.* from ${wanted} wanted cross join lateral (
    select measure_id, round_id from ${measureRound}
    where measure_id = wanted.measure_id and round_id = wanted.round_id and withdrawn_at is null
    limit 1 for update skip locked
  ) free`;

/** Measures of the agency, or of one it carries on, in its latest earlier round, that this round does not have yet. */
export const earlierMeasures = ({ round, agency }: Pick<AgencyRound, 'round' | 'agency'>) => {
  const rounds = roundsIn({ before: round.year });
  const ofOwner = sql`${measureRound.agencyId} in (
    select ${agency.agencyId}::text
    union select ${successions.predecessorId} from ${successions} where ${successions.successorId} = ${agency.agencyId})`;
  const query = new QueryBuilder();
  const latest = query
    .select({ year: max(rounds.year) })
    .from(measureRound)
    .innerJoin(rounds, eq(rounds.id, measureRound.roundId))
    .where(and(ofOwner, isNull(measureRound.withdrawnAt)));
  const here = alias(measureRound, 'here');
  const alreadyHere = query
    .select({ id: here.measureId })
    .from(here)
    .where(and(eq(here.measureId, measureRound.measureId), eq(here.roundId, round.id), isNull(here.withdrawnAt)));
  return query
    .select({
      measureId: measureRound.measureId,
      roundId: measureRound.roundId,
      number: measure.number,
      year: rounds.year,
    })
    .from(measureRound)
    .innerJoin(rounds, eq(rounds.id, measureRound.roundId))
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .where(and(ofOwner, isNull(measureRound.withdrawnAt), eq(rounds.year, latest), notExists(alreadyHere)))
    .as('earlier_measures');
};
