import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Database } from './platform/db/index.ts';

/** For tests: a database on one connection, in which what was tried is undone again. */
export interface Undoable {
  readonly db: Database;
  /** Does something and undoes all of it. */
  trying<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** PostgreSQL has no transactions in transactions: within a trial, those of the program are savepoints. */
const within: readonly (readonly [RegExp, string])[] = [
  [/^begin/i, 'savepoint of_program'],
  [/^commit/i, 'release savepoint of_program'],
  [/^rollback$/i, 'rollback to savepoint of_program'],
];

/** Opens a database that is there already. The program's transactions come one after the other. */
export async function undoable(url: string): Promise<Undoable> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const asWithin = (text: string) => within.find(([pattern]) => pattern.test(text))?.[1] ?? text;
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = (...args: unknown[]) => {
    const mine = before.then(() => query(...args));
    before = mine.catch(() => undefined);
    return mine;
  };
  const inTrial = (...[first, ...rest]: unknown[]) => {
    if (typeof first === 'string') return inTurn(asWithin(first), ...rest);
    // A COPY is no question with an answer.
    const said = first as { text: string; submit?: unknown };
    return said.submit ? query(first, ...rest) : inTurn({ ...said, text: asWithin(said.text) }, ...rest);
  };
  const session = drizzle(client);
  let last: Promise<unknown> = Promise.resolve();
  const transaction: Database['transaction'] = (work, config) => {
    const mine = last.then(() => session.transaction(work, config));
    last = mine.catch(() => undefined);
    return mine;
  };
  return {
    db: Object.assign(drizzle(client), { transaction }) as unknown as Database,
    async trying(work) {
      await query('begin');
      Object.assign(client, { query: inTrial });
      try {
        return await work();
      } finally {
        await last;
        Object.assign(client, { query });
        await query('rollback');
      }
    },
    close: () => client.end(),
  };
}

/** What stands in every table but those that tell of requests, as one short text for each. */
export async function everyTable(db: Database): Promise<Record<string, string>> {
  const { rows: tables } = await db.execute<{ name: string }>(sql`select relname as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition
    and relname not in ('audit_event', 'audit_head', 'session') order by relname`);
  const each = tables.map(
    ({
      name,
    }) => sql`select ${name} as name, md5(coalesce(string_agg(md5(row::text), '' order by md5(row::text)), '')) as said
      from ${sql.identifier(name)} row`,
  );
  const { rows } = await db.execute<{ name: string; said: string }>(sql.join(each, sql` union all `));
  return Object.fromEntries(rows.map(({ name, said }) => [name, said]));
}
