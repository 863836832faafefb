import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from './platform/db/testing.ts';

const program = fileURLToPath(new URL('./server.ts', import.meta.url));
const dataDir = await mkdtemp(join(tmpdir(), 'samblikk-server-'));
const database = await testDatabase();
const children = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of children) child.kill('SIGTERM');
  await Promise.all([...children].map((child) => once(child, 'exit')));
  await Promise.all([database.close(), rm(dataDir, { recursive: true, force: true })]);
});

function launch(settings: Record<string, string>) {
  const env = { DATA_DIR: dataDir, SAMBLIKK_DEMO: 'off', PATH: '/usr/bin:/bin', ...settings };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

/** The outcome of a start that is expected to fail. */
async function failure(settings: Record<string, string>): Promise<{ status: number | null; told: string }> {
  const child = launch(settings);
  const [[status], told] = await Promise.all([once(child, 'exit') as Promise<[number | null]>, text(child.stderr)]);
  return { status, told };
}

/** Starts, and waits for the line that says it is ready. */
async function ready(settings: Record<string, string>): Promise<ChildProcess> {
  const child = launch(settings);
  let told = '';
  child.stderr.on('data', (chunk) => (told += chunk));
  return new Promise((done, fail) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('is ready') && done(child));
    child.once('exit', () => fail(new Error(`It never became ready: ${told}`)));
  });
}

async function listen(): Promise<{ server: Server; port: string }> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: String(typeof address === 'object' ? address?.port : '') };
}

async function freePort(): Promise<string> {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  return port;
}

const status = (port: string, path: string) => fetch(`http://127.0.0.1:${port}${path}`).then((reply) => reply.status);
const postgresRuns = () =>
  stat(join(dataDir, 'postgres', 'data', 'postmaster.pid')).then(
    () => true,
    () => false,
  );

test('serves, is alone on its folder, survives being killed, and stops PostgreSQL when told to stop', async () => {
  const PORT = await freePort();
  const first = await ready({ PORT });
  expect(await status(PORT, '/api/v1/health')).toBe(200);
  expect(await status(PORT, '/')).toBe(200);

  const second = await failure({ PORT: await freePort() });
  expect(second).toEqual({ status: 1, told: expect.stringMatching(/^Samblikk already runs on .*DATA_DIR\.\n$/) });
  expect(await status(PORT, '/api/v1/health')).toBe(200);

  first.kill('SIGKILL');
  await once(first, 'exit');
  expect(await postgresRuns()).toBe(true);

  const next = await ready({ PORT });
  expect(await status(PORT, '/api/v1/health')).toBe(200);
  next.kill('SIGINT');
  expect(await once(next, 'exit')).toEqual([0, null]);
  expect(await postgresRuns()).toBe(false);
}, 180_000);

test('a taken port is one line, and leaves nothing running', async () => {
  const { server, port } = await listen();
  const outcome = await failure({ PORT: port });
  server.close();
  expect(outcome).toEqual({ status: 1, told: expect.stringMatching(/^Port \d+ on 127\.0\.0\.1 is taken.*\n$/) });
  expect(await postgresRuns()).toBe(false);
}, 60_000);

test('a database that does not answer is one line, without its password', async () => {
  const { status, told } = await failure({
    DATABASE_URL: 'postgres://me:secret@127.0.0.1:1/x',
    PORT: await freePort(),
  });
  expect(status).toBe(1);
  expect(told).toMatch(/^DATABASE_URL does not answer: .*ECONNREFUSED.*\n$/);
  expect(told).not.toContain('secret');
});

test('a migration that fails is one line, and changes nothing', async () => {
  // As a database looks where somebody has made one of the tables by hand.
  await database.pool.query('DROP SCHEMA drizzle CASCADE');
  const tables = async () => (await database.pool.query('SELECT * FROM pg_tables ORDER BY schemaname, tablename')).rows;
  const before = (await tables()).filter(({ schemaname }) => schemaname !== 'drizzle');
  const { status, told } = await failure({ DATABASE_URL: database.url, PORT: await freePort() });
  expect({ status, told }).toEqual({
    status: 1,
    told: expect.stringMatching(/^A migration failed.*already exists\n$/),
  });
  expect((await tables()).filter(({ schemaname }) => schemaname !== 'drizzle')).toEqual(before);
});

test('settings that do not hold are listed, and nothing starts', async () => {
  const { status, told } = await failure({ PORT: 'many', SAMBLIKK_DEMO: 'perhaps' });
  expect(status).toBe(1);
  expect(told).toMatch(/PORT: .*\n.*SAMBLIKK_DEMO: /);
});

test('the program names every setting it reads in one file, the README too', async () => {
  const read = async (path: string) => await readFile(new URL(path, import.meta.url), 'utf8');
  const settings = [...(await read('./platform/config/config.ts')).matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
    ([, name]) => name as string,
  );
  expect(settings).toContain('DATABASE_URL');
  const readme = await read('../../../README.md');
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
