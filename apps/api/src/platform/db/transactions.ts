import { drizzle } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import type { Database } from './connect.ts';

/**
 * Transactions on connections of a pool. drizzle’s own never gives a connection back whose BEGIN failed, and a few restarts of
 * the database leave none; and each of its transactions is a session of its own, which forgets `prepared` queries.
 */
export function transactionsOf(pool: pg.Pool): Database['transaction'] {
  const sessions = new WeakMap<pg.PoolClient, Database>();
  return async (work, config) => {
    const client = await pool.connect();
    try {
      const session = sessions.get(client) ?? drizzle(client);
      sessions.set(client, session);
      return await session.transaction(work, config);
    } finally {
      // A broken one is not taken in again.
      client.release();
    }
  };
}
