import { type SQL, sql } from 'drizzle-orm';

/** What a key may hold, and its type in SQL. */
const types = { id: 'text', measure: 'uuid', round: 'uuid', person: 'uuid', year: 'int', version: 'int' } as const;

type Key = { readonly [K in keyof typeof types]?: string | number };

/**
 * The keys of a `prepared` query that asks for many at once, as rows named `key`, with their places as `key.n`. As JSON:
 * PostgreSQL then expects as many of them whatever they are, and keeps its plan; of an array it plans anew for each length.
 */
export function keyRows(...columns: readonly (keyof typeof types)[]): SQL {
  const typed = columns.map((column) => `${column} ${types[column]}`).join(', ');
  return sql`jsonb_to_recordset(${sql.placeholder('keys')}::jsonb) as key (n int, ${sql.raw(typed)})`;
}

/** What `keyRows` is given. */
export const keysOf = (keys: readonly Key[]) => ({ keys: JSON.stringify(keys.map((key, n) => ({ n, ...key }))) });
