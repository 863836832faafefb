import { type Column, type GetColumnData, type SQL, sql } from 'drizzle-orm';

/** Rows of a subquery as one JSON value, in the order told; an empty list where there is none. Values must be of JSON’s types. */
export function jsonRows<F extends Record<string, Column>>(
  fields: F,
  { order, where }: { order?: SQL | undefined; where?: SQL | undefined } = {},
): SQL<{ [K in keyof F]: GetColumnData<F[K]> }[]> {
  const pairs = Object.entries(fields).map(([name, column]) => sql`${sql.raw(`'${name}'`)}, ${column}`);
  const filter = where && sql` filter (where ${where})`;
  return sql`coalesce(json_agg(json_build_object(${sql.join(pairs, sql`, `)})${order && sql` order by ${order}`})${filter}, '[]')`;
}
