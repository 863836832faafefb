import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyAll } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { reason, StartError } from '../config/index.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../../../migrations', import.meta.url));
const LOCK = 7_266_203;

/**
 * Brings the database up to the program: applies the migrations it lacks, all in one transaction. Copies that start at the
 * same time wait for each other.
 * @throws StartError when a migration fails; the database is then as it was.
 */
export async function migrate(url: string, folder: string = MIGRATIONS): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'samblikk-migrate',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await applyAll(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    throw new StartError(`A migration failed, nothing was changed: ${reason(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}
