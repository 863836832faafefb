import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRegister } from '../../api/src/directory/register/testing-enhetsregisteret.ts';
import { listServer } from '../../api/src/intake/sources/testing-list.ts';
import { readConfig } from '../../api/src/platform/config/config.ts';
import { type Database, openDatabase } from '../../api/src/platform/db/index.ts';
import { makeTestDatabase, startTestServer } from '../../api/src/platform/db/test-server.ts';
import { start } from '../../api/src/start.ts';
import { startChromium } from './chromium.ts';

/** A running program. */
interface Program {
  /** The address of the program, without a slash at the end. */
  readonly url: string;
  readonly db: Database;
  /** Where its database is. */
  readonly databaseUrl: string;
  /** Where lists of agencies are, as if on the open net. */
  readonly lists: string;
  stop(): Promise<void>;
}

/** A running program and a browser to look at it with. */
export interface Site extends Program {
  /** Where Chromium listens. */
  readonly chromium: string;
}

/**
 * Starts the real program, with built web, API, PostgreSQL, test login and a stand-in for Enhetsregisteret.
 * @param env the environment of the process: TEST_DATABASE_URL names a server; without it, an embedded one
 * @param demo whether it begins with the demonstration data; else with the directory alone
 */
export async function startProgram(env: NodeJS.ProcessEnv, demo: boolean): Promise<Program> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let next = undo.pop(); next; next = undo.pop()) await next();
  };
  try {
    const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-browser-'));
    undo.push(() => rm(dataDir, { recursive: true, force: true }));
    const server = await startTestServer(env.TEST_DATABASE_URL || undefined);
    undo.push(() => server.stop());
    const database = await makeTestDatabase(server);
    undo.push(() => database.close());
    const register = await startRegister();
    undo.push(() => register.close());
    const lists = await listServer();
    undo.push(async () => lists.close());
    const [port, loginPort] = await freePorts(2);
    const config = readConfig({
      PORT: String(port),
      DEV_IDP_PORT: String(loginPort),
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      ENHETSREGISTERET_URL: register.url,
      WATCHED_FILES_FROM: lists.origin,
      SAMBLIKK_DEMO: demo ? 'on' : 'off',
      LOG_LEVEL: 'error',
    });
    const opened = await openDatabase(config, { serve: true });
    undo.push(() => opened.close());
    await start(config, opened, (task) => undo.push(task));
    return { url: config.publicUrl, db: opened.db, databaseUrl: database.url, lists: lists.origin, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Starts the program with the demonstration data, and a browser. */
export async function startSite(env: NodeJS.ProcessEnv): Promise<Site> {
  const browser = await startChromium(env);
  try {
    const program = await startProgram(env, true);
    const stop = async () => {
      await program.stop();
      await browser.close();
    };
    return { ...program, chromium: browser.wsEndpoint(), stop };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Ports that nobody listens on, all different. */
async function freePorts(count: number): Promise<number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, async () => {
      const probe = createServer();
      await new Promise<void>((done, fail) => {
        probe.once('error', fail);
        probe.listen(0, '127.0.0.1', done);
      });
      return probe;
    }),
  );
  const ports = probes.map((probe) => (probe.address() as { port: number }).port);
  await Promise.all(probes.map((probe) => new Promise((done) => probe.close(done))));
  return ports;
}
