import { realYear } from '@samblikk/contract';
import { and, eq, getTableColumns, lt } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { population, reopening, round } from './schema.ts';

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** Year, edition and day of publication of rounds; of those before a year when told. */
export const roundsIn = (only: { before?: number } = {}) =>
  new QueryBuilder()
    .select({ id: round.id, year: round.year, edition: round.edition, publishAt: round.publishAt })
    .from(round)
    .where(only.before === undefined ? undefined : lt(round.year, realYear(only.before)))
    .as('rounds_in');

/** Each round with each agency it asks, and the last moment that one has been given for itself; read by `toAgencyRound`. */
export const askedAgencies = new QueryBuilder()
  .select({ round: getTableColumns(round), agency: getTableColumns(population), reopenedUntil: reopening.until })
  .from(round)
  .innerJoin(population, eq(population.roundId, round.id))
  .leftJoin(reopening, and(eq(reopening.roundId, population.roundId), eq(reopening.agencyId, population.agencyId)))
  .as('asked_agencies');
