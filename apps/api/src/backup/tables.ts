import { sql } from 'drizzle-orm';
import type { Transaction } from '../platform/db/index.ts';

/** A table of the program, or the measures of one release, which are a table of their own. */
export interface StoredTable {
  readonly table: string;
  /** The release whose measures these are. */
  readonly release?: string;
  /** Those that are written; what the database works out itself is left out. */
  readonly columns: readonly string[];
}

/** Every table with something of its own in it, those that others point to first; what is a part of another comes last. */
export async function storedTables(tx: Transaction): Promise<StoredTable[]> {
  const { rows } = await tx.execute<{
    table: string;
    release: string | null;
    columns: string[];
    refers: string[];
  }>(sql`
    select c.relname as "table", (regexp_match(pg_get_expr(c.relpartbound, c.oid), '[0-9a-f-]{36}'))[1] as release,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select t.relname::text from pg_constraint k join pg_class t on t.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as refers
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' order by c.relname`);
  const ordered: typeof rows = [];
  const waiting = new Map(rows.map((row) => [row.table, row]));
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(({ refers }) => refers.every((other) => !waiting.has(other)));
    if (!next) throw new Error(`Tables point to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    waiting.delete(next.table);
    ordered.push(next);
  }
  const told = ordered.map(({ table, release, columns }) => ({ table, columns, ...(release !== null && { release }) }));
  return [...told.filter(({ release }) => !release), ...told.filter(({ release }) => release)];
}

/** Names of tables that have rows. */
export async function filledTables(tx: Transaction): Promise<string[]> {
  const filled: string[] = [];
  for (const { table } of await storedTables(tx)) {
    const { rows } = await tx.execute(sql`select 1 from ${sql.identifier(table)} limit 1`);
    if (rows.length > 0) filled.push(table);
  }
  return filled;
}
