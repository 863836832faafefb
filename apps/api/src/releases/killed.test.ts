import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';

// Killed outright anywhere in a freeze or a publication, as a process of its own, the same command completes, with the same result.

const folder = await mkdtemp(join(tmpdir(), 'samblikk-killed-'));
const whole = await testDatabase();
const killed = await testDatabase();
afterAll(async () => {
  await Promise.all([whole.close(), killed.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command of the command line on a database, to be killed at a point when one is told. */
async function samblikk({ url }: typeof whole, command: string, killAt?: number | 'commit') {
  const count = join(folder, 'count');
  const kill = new URL('testing-kill.ts', import.meta.url);
  kill.searchParams.set('count', count);
  if (killAt !== undefined) kill.searchParams.set('at', String(killAt));
  const cli = fileURLToPath(new URL('../cli.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', kill.href, cli, ...command.split(' ')], {
    env: { PATH: '/usr/bin:/bin', DATABASE_URL: url, DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [status, signal] = await once(child, 'close');
  return { status, signal, said, asked: async () => Number(await readFile(count, 'utf8')) };
}

/** So many points from the first question to the last, evenly. */
const pointsOf = (asked: number, points: number) => [
  ...new Set(Array.from({ length: points }, (_, at) => 1 + Math.round((at * (asked - 1)) / (points - 1)))),
];

async function rowsOf({ pool }: typeof whole, query: string) {
  return (await pool.query(query)).rows;
}
const releases = (of: typeof whole) =>
  rowsOf(of, 'select number, content_hash, measures, public_measures from release order by number');
const partitions = (of: typeof whole) =>
  rowsOf(of, `select count(*)::int as n from pg_class where relkind = 'r' and relname like 'release_measure_%'`);
const events = (of: typeof whole, action: string) =>
  rowsOf(of, `select count(*)::int as n from audit_event where action = '${action}'`);

beforeAll(async () => {
  await Promise.all([import2019(whole.db), import2019(killed.db)]);
});

test('a freeze that is killed anywhere leaves nothing half, and is done by the same command', {
  timeout: 240_000,
}, async () => {
  const [none] = await partitions(killed);
  const first = await samblikk(whole, 'freeze --round 2019 --hold');
  expect(first.said).toContain('Made release 2019.1');
  const asked = await first.asked();
  expect(asked).toBeGreaterThan(20);
  for (const point of pointsOf(asked, 10)) {
    expect((await samblikk(killed, 'freeze --round 2019 --hold', point)).signal, `at ${point} of ${asked}`).toBe(
      'SIGKILL',
    );
    const there = await releases(killed);
    // Killed after the commit the release is whole; before it there is no trace.
    if (there.length === 0)
      expect([await partitions(killed), await events(killed, 'release.frozen')]).toEqual([[none], [{ n: 0 }]]);
    else expect(there).toEqual(await releases(whole));
  }
  await samblikk(killed, 'freeze --round 2019 --hold', 'commit');
  const last = await samblikk(killed, 'freeze --round 2019 --hold');
  expect([last.status, last.said]).toEqual([0, expect.stringContaining('release 2019.1')]);
  expect(await releases(killed)).toEqual(await releases(whole));
  expect(await partitions(killed)).toEqual(await partitions(whole));
  const compared =
    'select number, position, answers, known, public_answers, visibility, search::text from release_measure order by position';
  expect(JSON.stringify(await rowsOf(killed, compared)) === JSON.stringify(await rowsOf(whole, compared))).toBe(true);
});

test('a publication that is killed anywhere is made once', { timeout: 120_000 }, async () => {
  const publish = 'releases publish --release 2019.1';
  const asked = await (await samblikk(whole, publish)).asked();
  const decided = `select count(*)::int as n from release_decision where decision = 'published'`;
  for (const point of [...pointsOf(asked, 5), 'commit' as const]) {
    await samblikk(killed, publish, point);
    // What is decided and what the audit says of it are there together or not at all.
    expect(await rowsOf(killed, decided)).toEqual(await events(killed, 'release.published'));
  }
  await samblikk(killed, publish);
  expect(await rowsOf(killed, decided)).toEqual([{ n: 1 }]);
  expect(await events(killed, 'release.published')).toEqual([{ n: 1 }]);
});

test('two processes that freeze at once make one release', { timeout: 60_000 }, async () => {
  const one = await testDatabase();
  await import2019(one.db);
  const both = await Promise.all([1, 2].map(() => samblikk(one, 'freeze --round 2019')));
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  expect(both.map(({ said }) => said.includes('Made release')).sort()).toEqual([false, true]);
  expect(await releases(one)).toEqual(await releases(whole));
  await one.close();
});
