import { and, eq, isNull } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { measuresIn } from '../measures/index.ts';
import { query } from './schema.ts';

// What slices above join in queries of their own, to read.

/** Questions from staff that nobody has replied to in words or closed, and the agency each is put to. */
export const unrepliedQueries = () => {
  const own = measuresIn();
  return new QueryBuilder()
    .select({ id: query.id, roundId: query.roundId, agencyId: own.agencyId, askedAt: query.askedAt })
    .from(query)
    .innerJoin(own, and(eq(own.measureId, query.measureId), eq(own.roundId, query.roundId), isNull(own.withdrawnAt)))
    .where(and(isNull(query.repliedAt), isNull(query.closedAt)))
    .as('unreplied_queries');
};
