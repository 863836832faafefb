import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate as applyAll } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { reason, StartError } from '../config/index.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../../../migrations', import.meta.url));
const LOCK = 7_266_203;

export type Migration = ReturnType<typeof readMigrationFiles>[number];

/** The migrations of the program, first to last. */
export const migrations = (): Migration[] => readMigrationFiles({ migrationsFolder: MIGRATIONS });

/**
 * Brings the database up to the program: applies the migrations it lacks, all in one transaction. Copies that start at the
 * same time wait for each other.
 * @throws StartError when a migration fails, or the database is of an unreleased version; it is then as it was.
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
    await requireReleased(client);
    await applyAll(drizzle(client), { migrationsFolder: folder });
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`A migration failed, nothing was changed: ${reason(error)}`, { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Until there is a first release, the migrations begin anew now and then: a database that began with others cannot go on. */
async function requireReleased(client: pg.Client): Promise<void> {
  const { rows: made } = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') IS NOT NULL AS made");
  if (!made[0]?.made) return;
  const { rows } = await client.query('SELECT min(created_at)::text AS first FROM drizzle.__drizzle_migrations');
  const journal = JSON.parse(await readFile(join(MIGRATIONS, 'meta', '_journal.json'), 'utf8'));
  if (rows[0]?.first == null || rows[0].first === String(journal.entries[0].when)) return;
  throw new StartError(
    'The database was made by an unreleased version of Samblikk: start with an empty DATA_DIR, or an empty database at DATABASE_URL.',
  );
}
