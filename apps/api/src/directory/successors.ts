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

/** Who carries an agency on among those there are: itself, or its successors, or theirs. */
export function carriedOnBy(
  id: string,
  today: ReadonlyMap<string, unknown>,
  heirs: ReadonlyMap<string, readonly string[]>,
  seen: ReadonlySet<string> = new Set(),
): string[] {
  if (today.has(id)) return [id];
  if (seen.has(id)) return [];
  return (heirs.get(id) ?? []).flatMap((heir) => carriedOnBy(heir, today, heirs, new Set([...seen, id])));
}
