import type { Database, Transaction } from '../platform/db/index.ts';
import { agencySuccession } from './schema.ts';

/** Whom each agency was carried on by, by our ids; one that was split has several. */
export async function successors(db: Database | Transaction): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db.select().from(agencySuccession);
  return new Map(
    [...Map.groupBy(rows, ({ predecessorId }) => predecessorId)].map(([id, heirs]) => [
      id,
      heirs.map(({ successorId }) => successorId),
    ]),
  );
}
