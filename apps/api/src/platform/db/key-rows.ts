import { type SQL, sql } from 'drizzle-orm';

/** What a key may hold: the column and its type in SQL. */
const parts = {
  id: ['id', 'text'],
  measureId: ['measure', 'uuid'],
  roundId: ['round', 'uuid'],
  personId: ['person', 'uuid'],
  year: ['year', 'int'],
  version: ['version', 'int'],
} as const;
type Part = keyof typeof parts;

type Key = { readonly [P in Part]?: string | number };

/**
 * The keys of a `prepared` query that asks for many at once, as rows named `key`, with their places as `key.n`. As JSON:
 * PostgreSQL then expects as many of them whatever they are, and keeps its plan; of an array it plans anew for each length.
 */
export function keyRows(...wanted: readonly Part[]): SQL {
  const typed = wanted.map((part) => parts[part].join(' ')).join(', ');
  return sql`jsonb_to_recordset(${sql.placeholder('keys')}::jsonb) as key (n int, ${sql.raw(typed)})`;
}

/** What `keyRows` is given; whatever else the keys hold is left out. */
export const keysOf = (keys: readonly Key[]) => ({
  keys: JSON.stringify(
    keys.map((key, n) => ({
      n,
      ...Object.fromEntries(Object.entries(parts).map(([part, [column]]) => [column, key[part as Part]])),
    })),
  ),
});
