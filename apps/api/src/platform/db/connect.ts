import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { reason, StartError } from '../config/index.ts';
import { transactionsOf } from './transactions.ts';

export type Database = NodePgDatabase;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface Connection {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Connections at most. */
  readonly max?: number;
  /** How long one statement may take, milliseconds; 0 is for ever. */
  readonly statementTimeout?: number;
  /** Told when a connection that nobody uses breaks (the server restarted); the next query opens a new one. */
  readonly onLost?: (error: Error) => void;
}

/** A pool of connections. Opens none until the first query; see `checkDatabase` for a database that must answer. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10, statementTimeout = 60_000, onLost = () => undefined } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'samblikk',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    statement_timeout: statementTimeout,
  });
  pool.on('error', onLost);
  // The pool listens only to those that nobody uses: one that breaks between two statements of a transaction would end the program.
  pool.on('connect', (client) => client.on('error', onLost));
  const db: Database = Object.assign(drizzle(pool), { transaction: transactionsOf(pool) });
  return { db, pool, close: () => pool.end() };
}

const OLDEST = 15;

/**
 * Asks the database for a sign of life.
 * @throws StartError when it does not answer, or is older than PostgreSQL 15; the message names it without its password.
 */
export async function checkDatabase(url: string, setting: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, application_name: 'samblikk' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      "SELECT current_setting('server_version_num')::int AS version",
    );
    const version = Math.floor((rows[0]?.version ?? 0) / 10_000);
    if (version < OLDEST)
      throw new StartError(`${setting}: ${nameOf(url)} is PostgreSQL ${version}, and ${OLDEST} or newer is needed.`);
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`${setting} does not answer: ${nameOf(url)}: ${reason(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host, port and database of an address; never user or password. */
function nameOf(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.host}${parsed.pathname}` : 'not an address';
}
