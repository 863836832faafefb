import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Connection, connect } from './connect.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** Where test databases are made: a server, and a migrated database to copy. Plain data, so it can be handed to workers. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
}

export interface TestDatabase extends Connection {
  readonly url: string;
}

/**
 * Readies a server for tests: the one at `url`, or an embedded one in a folder of its own that leaves no trace.
 * @returns the server, and `stop`, which removes all that was made.
 */
export async function startTestServer(url?: string): Promise<TestServer & { stop(): Promise<void> }> {
  const dataDir = url ? undefined : await mkdtemp(join(tmpdir(), 'samblikk-test-'));
  const embedded = dataDir ? await startEmbedded({ dataDir, unsafeFast: true }) : undefined;
  const server = url ?? (embedded as { url: string }).url;
  const template = `samblikk_test_${randomBytes(6).toString('hex')}`;
  const stop = async () => {
    if (url) await admin(url, `DROP DATABASE IF EXISTS "${template}" WITH (FORCE)`);
    await embedded?.stop();
    if (dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await admin(server, `CREATE DATABASE "${template}" TEMPLATE template0 ENCODING 'UTF8'`);
    await migrate(withDatabase(server, template));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server, template, stop };
}

/** A fresh, migrated, empty database of the caller's own; `close` removes it. */
export async function makeTestDatabase(server: TestServer): Promise<TestDatabase> {
  const name = `${server.template}_${randomBytes(6).toString('hex')}`;
  await admin(server.url, `CREATE DATABASE "${name}" TEMPLATE "${server.template}"`);
  const url = withDatabase(server.url, name);
  const connection = connect(url, { max: 5 });
  return {
    ...connection,
    url,
    async close() {
      await connection.close();
      await admin(server.url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

async function admin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
