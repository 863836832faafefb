import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from './connect.ts';

interface Reference extends Record<string, unknown> {
  readonly child: string;
  readonly columns: string[];
  readonly referred: string[];
}

/**
 * Deletes rows with everything that belongs to them, as the foreign keys say, the outermost first: also what a slice above keeps, which
 * the caller cannot know of.
 * @param where of the rows, in SQL
 */
export async function deleteWithAll(
  tx: Transaction,
  table: string,
  where: SQL,
  above: readonly string[] = [],
): Promise<void> {
  // A table that is only added to refuses every deletion, also of nothing.
  const some = await tx.execute(sql`select from ${sql.identifier(table)} where ${where} limit 1`);
  if (some.rows.length === 0) return;
  const { rows } = await tx.execute<Reference>(sql`
    select c.conrelid::regclass::text as child,
      array(select a.attname::text from unnest(c.conkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as columns,
      array(select a.attname::text from unnest(c.confkey) with ordinality k (n, o) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by o) as referred
    from pg_constraint c
    where c.contype = 'f' and c.confrelid = ${table}::regclass and c.conparentid = 0
    order by 1`);
  const list = (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql.identifier(name)),
      sql`, `,
    );
  for (const { child, columns, referred } of rows) {
    // A row that belongs to one of its own kind goes with the same statement.
    if (child === table || above.includes(child)) continue;
    const belongs = sql`(${list(columns)}) in (select ${list(referred)} from ${sql.identifier(table)} where ${where})`;
    await deleteWithAll(tx, child.replaceAll('"', ''), belongs, [...above, table]);
  }
  await tx.execute(sql`delete from ${sql.identifier(table)} where ${where}`);
}
