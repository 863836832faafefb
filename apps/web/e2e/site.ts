import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../api/src/platform/config/config.ts';
import { openDatabase } from '../../api/src/platform/db/index.ts';
import { makeTestDatabase, startTestServer } from '../../api/src/platform/db/test-server.ts';
import { start } from '../../api/src/start.ts';
import { startChromium } from './chromium.ts';

/** A running program and a browser to look at it with. */
export interface Site {
  /** The address of the program, without a slash at the end. */
  readonly url: string;
  /** Where Chromium listens. */
  readonly chromium: string;
  stop(): Promise<void>;
}

/**
 * Starts the real program, with built web, API, PostgreSQL, demonstration data and test login; and a browser.
 * @param env the environment of the process: TEST_DATABASE_URL names a server; without it, an embedded one
 */
export async function startSite(env: NodeJS.ProcessEnv): Promise<Site> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (let next = undo.pop(); next; next = undo.pop()) await next();
  };
  try {
    const browser = await startChromium(env);
    undo.push(() => browser.close());
    const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-browser-'));
    undo.push(() => rm(dataDir, { recursive: true, force: true }));
    const server = await startTestServer(env.TEST_DATABASE_URL || undefined);
    undo.push(() => server.stop());
    const database = await makeTestDatabase(server);
    undo.push(() => database.close());
    const [port, loginPort] = await freePorts(2);
    const config = readConfig({
      PORT: String(port),
      DEV_IDP_PORT: String(loginPort),
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      SAMBLIKK_DEMO: 'on',
      LOG_LEVEL: 'error',
    });
    const opened = await openDatabase(config, { serve: true });
    undo.push(() => opened.close());
    await start(config, opened, (task) => undo.push(task));
    return { url: config.publicUrl, chromium: browser.wsEndpoint(), stop };
  } catch (error) {
    await stop();
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
