import { sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { storedTables } from './tables.ts';

/** Every row of every table as a line of text, in an order of its own; tables by name. */
export async function allRows(db: Database): Promise<Record<string, string[]>> {
  const tables = await db.transaction((tx) => storedTables(tx));
  const found: Record<string, string[]> = {};
  for (const { table } of tables) {
    const { rows } = await db.execute<{ row: string }>(
      sql`select t::text as row from ${sql.identifier(table)} t order by 1`,
    );
    found[table] = rows.map(({ row }) => row);
  }
  return found;
}
