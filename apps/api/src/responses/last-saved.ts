import { and, eq, max } from 'drizzle-orm';
import { measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { revision } from './schema.ts';

/** When each agency last saved an answer in a round, by our id. */
export async function lastSaved(db: Database | Transaction, roundId: string): Promise<Map<string, Date>> {
  const own = measuresIn({ roundId });
  const rows = await db
    .select({ agencyId: own.agencyId, at: max(revision.createdAt) })
    .from(revision)
    .innerJoin(own, and(eq(own.measureId, revision.measureId), eq(own.roundId, revision.roundId)))
    .where(eq(revision.roundId, roundId))
    .groupBy(own.agencyId);
  return new Map(rows.flatMap(({ agencyId, at }) => (at === null ? [] : [[agencyId, at] as const])));
}
