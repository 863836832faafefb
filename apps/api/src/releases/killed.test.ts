import { afterAll, beforeAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { eventsOf, pointsOf, programs, rowsOf } from '../platform/db/testing-programs.ts';

// Killed outright anywhere in a freeze or a publication, as a process of its own, the same command completes, with the same result.

const { samblikk } = await programs();
const whole = await testDatabase();
const killed = await testDatabase();
afterAll(() => Promise.all([whole.close(), killed.close()]));

const releases = (of: typeof whole) =>
  rowsOf(of, 'select number, content_hash, measures, public_measures from release order by number');
const partitions = (of: typeof whole) =>
  rowsOf(of, `select count(*)::int as n from pg_class where relkind = 'r' and relname like 'release_measure_%'`);

beforeAll(async () => {
  await Promise.all([import2019(whole.db), import2019(killed.db)]);
});

test('a freeze that is killed anywhere leaves nothing half, and is done by the same command', {
  timeout: 240_000,
}, async () => {
  const [none] = await partitions(killed);
  const first = await samblikk(whole, 'freeze --round 2019 --hold');
  expect(first.said).toContain('Made release 2019.1');
  expect(first.acts.length).toBeGreaterThan(20);
  for (const point of pointsOf(first.acts, 7)) {
    const { signal } = await samblikk(killed, 'freeze --round 2019 --hold', point);
    expect(signal, JSON.stringify(point)).toBe('SIGKILL');
    const there = await releases(killed);
    // Killed after the commit the release is whole; before it there is no trace.
    if (there.length === 0)
      expect([await partitions(killed), await eventsOf(killed, 'release.frozen')]).toEqual([[none], [{ n: 0 }]]);
    else expect(there).toEqual(await releases(whole));
  }
  const last = await samblikk(killed, 'freeze --round 2019 --hold');
  expect([last.status, last.said]).toEqual([0, expect.stringContaining('release 2019.1')]);
  expect(await releases(killed)).toEqual(await releases(whole));
  expect(await partitions(killed)).toEqual(await partitions(whole));
  const compared =
    'select number, position, answers, known, public_answers, visibility from release_measure order by position';
  expect(JSON.stringify(await rowsOf(killed, compared)) === JSON.stringify(await rowsOf(whole, compared))).toBe(true);
});

test('a publication that is killed anywhere is made once', { timeout: 120_000 }, async () => {
  const publish = 'releases publish --release 2019.1';
  const { acts } = await samblikk(whole, publish);
  const decided = `select count(*)::int as n from release_decision where decision = 'published'`;
  for (const point of pointsOf(acts, 3)) {
    expect((await samblikk(killed, publish, point)).signal, JSON.stringify(point)).toBe('SIGKILL');
    // What is decided and what the audit says of it are there together or not at all.
    expect(await rowsOf(killed, decided)).toEqual(await eventsOf(killed, 'release.published'));
  }
  await samblikk(killed, publish);
  expect(await rowsOf(killed, decided)).toEqual([{ n: 1 }]);
  expect(await eventsOf(killed, 'release.published')).toEqual([{ n: 1 }]);
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
