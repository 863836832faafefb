import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { StartError } from '../config/index.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from './embedded.ts';

// One folder for all: making a database takes seconds. Each test leaves it stopped.
const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-embedded-'));
await chmod(dataDir, 0o700);
let running: Embedded[] = [];

afterEach(async () => {
  for (const embedded of running) await embedded.stop();
  running = [];
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, ...options });
  running.push(embedded);
  return embedded;
}

async function ask(url: string, question: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  // Told by the query as well.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return Object.values((await client.query({ text: question })).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

const pidFile = () => join(dataDir, 'postgres', 'data', 'postmaster.pid');
const postmaster = async () => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);

/** PostgreSQL removes the file as the last thing it does. */
const stopped = () =>
  stat(pidFile()).then(
    () => false,
    () => true,
  );

/** A program that serves the folder, in a process of its own that can be killed. */
async function serveElsewhere(): Promise<ChildProcess> {
  const code = `
    import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)};
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, serve: true });
    console.log('serving');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((done, fail) => {
    child.stdout.once('data', () => done());
    child.once('exit', (status) => fail(new Error(`ended with ${status}`)));
  });
  return child;
}

test('starts once when several start at the same moment', async () => {
  const all = await Promise.all([start(), start(), start()]);
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  expect(await readdir(dataDir)).toEqual(['postgres']);
});

test('sorts as Norwegians do, knows trigrams and Norwegian words, and keeps what was written', async () => {
  const { url, stop } = await start();
  expect(await ask(url, "SELECT string_agg(x, ' ' ORDER BY x) FROM unnest(ARRAY['å', 'z', 'ø', 'æ', 'a']) x")).toBe(
    'a z æ ø å',
  );
  expect(await ask(url, "SELECT to_tsvector('norwegian', 'tjenestene')::text")).toBe("'tjenest':1");
  await ask(url, 'CREATE EXTENSION pg_trgm');
  await ask(url, 'CREATE TABLE kept AS SELECT 42 AS n');
  await stop();
  running = [];
  expect(await ask((await start()).url, 'SELECT n FROM kept')).toBe(42);
});

test('lets nobody in without the password, and nobody read it', async () => {
  const { url } = await start();
  const stranger = new URL(url);
  stranger.password = 'guess';
  await expect(ask(stranger.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o077).toBe(0);
});

test('is shared by a program and the commands beside it; the last one out stops it', async () => {
  const server = await start({ serve: true });
  const command = await start();
  await server.stop();
  expect(await ask(command.url, 'SELECT 1')).toBe(1);
  await command.stop();
  running = [];
  expect(await stopped()).toBe(true);
});

test('a data folder that cannot be one is told in one line', async () => {
  const file = join(dataDir, 'a-file');
  await writeFile(file, '');
  await expect(startEmbedded({ dataDir: file })).rejects.toThrow(StartError);
  await expect(startEmbedded({ dataDir: file })).rejects.toThrow(/^DATA_DIR .*a-file cannot be used/);
});

test('serves one program at a time, and the next when that one has stopped', async () => {
  const first = await start({ serve: true });
  await expect(startEmbedded({ dataDir, serve: true })).rejects.toThrow(/already runs on .*DATA_DIR/);
  expect(await ask(first.url, 'SELECT 1')).toBe(1);
  await first.stop();
  running = [];
  await start({ serve: true });
});

test('takes over the server of a program that was killed', async () => {
  const child = await serveElsewhere();
  const pid = await postmaster();
  child.kill('SIGKILL');
  const embedded = await start({ serve: true });
  expect(await postmaster()).toBe(pid);
  await embedded.stop();
  running = [];
  expect(await stopped()).toBe(true);
});

test('recovers when the server was killed too', async () => {
  const child = await serveElsewhere();
  const pid = await postmaster();
  child.kill('SIGKILL');
  process.kill(pid, 'SIGKILL');
  expect(await ask((await start({ serve: true })).url, 'SELECT 1')).toBe(1);
});

/** Asks until there is an answer: while the server comes back there is none. */
const askAgain = (url: string, question: string) =>
  expect.poll(() => ask(url, question).catch((error: Error) => error.message), { timeout: 15_000 });

test.each(['SIGKILL', 'SIGQUIT'] as const)(
  'comes back at the same address when the server goes away by %s, for all who use it, and serves one program still',
  async (signal) => {
    const warnings: string[] = [];
    const note = ({ message }: Error) => warnings.push(message);
    process.on('warning', note);
    const server = await start({ serve: true });
    const beside = await start();
    await ask(server.url, `CREATE TABLE before_${signal} AS SELECT 7 AS n`);
    const pid = await postmaster();
    process.kill(pid, signal);
    await askAgain(server.url, `SELECT n FROM before_${signal}`).toBe(7);
    expect(await postmaster()).not.toBe(pid);
    expect(beside.url).toBe(server.url);
    expect(warnings.some((message) => message.includes('went away'))).toBe(true);
    await expect.poll(() => ask(server.url, "SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory'")).toBe(3);
    await expect(startEmbedded({ dataDir, serve: true })).rejects.toThrow(/already runs on/);
    // Held again by both: the first out leaves it running, the last stops it.
    await server.stop();
    expect(await ask(beside.url, 'SELECT 1')).toBe(1);
    await beside.stop();
    running = [];
    expect(await stopped()).toBe(true);
    process.off('warning', note);
  },
);

test.runIf(process.platform === 'linux')(
  'comes back at once, also when a query that never ends goes on in what a killed server left behind',
  async () => {
    const { url } = await start({ serve: true });
    const endless = ask(url, 'SELECT count(*) FROM generate_series(1, 1e15::bigint)').catch((error: Error) => error);
    const busy = "SELECT count(*)::int FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%generate_series%'";
    await expect.poll(() => ask(url, busy)).toBe(2);
    process.kill(await postmaster(), 'SIGKILL');
    await askAgain(url, 'SELECT 1').toBe(1);
    expect(await endless).toBeInstanceOf(Error);
  },
);

test('a connection that is cut, and not the server, is made again', async () => {
  const { url } = await start({ serve: true });
  const pid = await postmaster();
  const holders = () =>
    ask(url, "SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'samblikk-holder'");
  await ask(url, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'samblikk-holder'");
  await expect.poll(holders).toBe(1);
  expect(await postmaster()).toBe(pid);
});

test('a program that stops while the server is away leaves none behind', async () => {
  const { url, stop } = await start();
  process.kill(await postmaster(), 'SIGKILL');
  await stop();
  running = [];
  await expect(ask(url, 'SELECT 1')).rejects.toThrow(/ECONNREFUSED/);
});

test('is not fooled by another process that has got the number of the old server', async () => {
  await (await start()).stop();
  running = [];
  await writeFile(
    pidFile(),
    `${process.pid}\n${join(dataDir, 'postgres', 'data')}\n1\n1\n\n127.0.0.1\n  1  1\nready   \n`,
    {
      mode: 0o600,
    },
  );
  expect(await ask((await start()).url, 'SELECT 1')).toBe(1);
});

test('refuses a folder made by another PostgreSQL', async () => {
  await (await start()).stop();
  running = [];
  const version = join(dataDir, 'postgres', 'data', 'PG_VERSION');
  const was = await readFile(version);
  await writeFile(version, '14\n');
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/made by PostgreSQL 14/);
  await writeFile(version, was);
});
