import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { type Connection, type ConnectOptions, checkDatabase, connect, type Database } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

export interface OpenDatabase extends Connection {
  /** The replica when one is configured, else the same as `db`. */
  readonly readDb: Database;
  readonly url: string;
  close(): Promise<void>;
}

export interface OpenOptions extends ConnectOptions {
  /** True for the program that serves: one at a time on an embedded database. Commands beside it leave it out. */
  readonly serve?: boolean;
}

/**
 * The database the configuration tells of, migrated: DATABASE_URL, or the embedded one, started when it does not run and
 * stopped by `close` when no other process uses it.
 * @throws StartError with one line; nothing is left running.
 */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'databaseReadUrl'>,
  options: OpenOptions = {},
): Promise<OpenDatabase> {
  const { serve = false, ...connectOptions } = options;
  if (config.databaseUrl) await checkDatabase(config.databaseUrl, 'DATABASE_URL');
  if (config.databaseReadUrl) await checkDatabase(config.databaseReadUrl, 'DATABASE_READ_URL');
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, serve });
  const url = config.databaseUrl ?? (embedded as { url: string }).url;
  try {
    await migrate(url);
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
  const main = connect(url, connectOptions);
  const replica = config.databaseReadUrl ? connect(config.databaseReadUrl, connectOptions) : undefined;
  return {
    ...main,
    url,
    readDb: replica?.db ?? main.db,
    async close() {
      // Queries under way get a moment to end; what still runs then is rolled back when its connection goes.
      await Promise.race([Promise.all([main.close(), replica?.close()]), pause(5000, undefined, { ref: false })]);
      await embedded?.stop();
    },
  };
}
