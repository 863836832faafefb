import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { eventsOf, type KillPoint, pointsOf, programs } from '../platform/db/testing-programs.ts';
import { verifyArchive } from './index.ts';

// Killed outright anywhere while it makes an archive, the command leaves nothing that passes for one, and makes it when asked again.

const { folder, samblikk } = await programs();
const one = await testDatabase();
afterAll(one.close);
const path = (name: string) => join(folder, name);
const make = (name: string, kill?: KillPoint) => samblikk(one, `archive make --round 2019 --out ${path(name)}`, kill);
const written = async () => (await readdir(folder)).filter((name) => name.startsWith('killed.zip'));

test('an archive that is killed anywhere is not there, and is made by the same command, to the byte', {
  timeout: 240_000,
}, async () => {
  await import2019(one.db, { freeze: true });
  const { acts, said } = await make('whole.zip');
  expect(said).toContain('Wrote');
  await writeFile(path('killed.zip'), 'what lay there');

  const halves = new Set<number>();
  for (const point of pointsOf(acts, 5, 'rename')) {
    expect((await make('killed.zip', point)).signal, JSON.stringify(point)).toBe('SIGKILL');
    // The half one of the time before is gone: that of this time is alone.
    const [half, ...more] = (await written()).filter((name) => name !== 'killed.zip');
    expect(more).toEqual([]);
    if (half) halves.add((await stat(path(half))).size);
    const there = await readFile(path('killed.zip'));
    if ('before' in point || String(there) === 'what lay there') expect(String(there)).toBe('what lay there');
    // Its name was on its way, and came.
    else expect((await verifyArchive(path('killed.zip'))).faults).toEqual([]);
  }
  expect(Math.max(...halves)).toBeGreaterThan(10_000);
  // The whole one, and those that were killed before and at the last act: that it is made is known before it has its name.
  expect(await eventsOf(one, 'archive.made')).toEqual([{ n: 3 }]);

  expect((await make('killed.zip')).status).toBe(0);
  expect(await written()).toEqual(['killed.zip']);
  expect((await readFile(path('killed.zip'))).equals(await readFile(path('whole.zip')))).toBe(true);
  expect(await verifyArchive(path('killed.zip'))).toMatchObject({ faults: [], takenOut: [] });
});
