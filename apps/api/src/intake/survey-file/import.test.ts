import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../platform/config/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importRound } from './import.ts';
import { verifyContent } from './testing.ts';

const { db, pool, close } = await testDatabase();
afterAll(close);
const data = (name: string) => join(ROOT, 'data', name);
const files = { population: data('population-2019.csv'), answers: data('survey-2019.csv') };
const request = { year: 2019, ...files, actor: 'system:test', now: new Date('2026-01-01T12:00:00Z') };
const count = async (table: string) => (await pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
const everything = async () => {
  const tables = [
    'measure',
    'measure_round',
    'revision',
    'submission',
    'submission_revision',
    'population',
    'audit_event',
  ];
  return Object.fromEntries(await Promise.all(tables.map(async (t) => [t, await count(t)])));
};

test('a dry run says what would be done and does nothing', async () => {
  const result = await importRound(db, { ...request, dryRun: true });
  expect(result).toMatchObject({ ok: true, changed: true, roundCreated: true, measures: { added: 432 } });
  expect(Object.values(await everything())).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(await count('round')).toBe(0);
});

test('the survey of 2019 comes in whole', async () => {
  const result = await importRound(db, request);
  expect(result.issues.filter((issue) => issue.level === 'error')).toEqual([]);
  expect(result).toMatchObject({
    ok: true,
    edition: '2019',
    agencies: { asked: 73, addedToDirectory: 0 },
    measures: { rows: 432, added: 432, changed: 0, unchanged: 0, late: 14 },
    submissions: 67,
  });
  expect(await everything()).toMatchObject({
    measure: 432,
    revision: 432,
    submission: 67,
    submission_revision: 432,
    population: 73,
  });
  const { rows } = await pool.query(
    `select number, external_id from measure m join measure_round r on r.measure_id = m.id order by number`,
  );
  expect([rows[0], rows[431]]).toEqual([
    { number: '2019-0001', external_id: '2019-001' },
    { number: '2019-0432', external_id: '2019-432' },
  ]);
  await verifyContent(db);
});

test('a second run changes nothing', async () => {
  const before = await everything();
  const result = await importRound(db, { ...request, now: new Date('2026-02-01T12:00:00Z') });
  expect(result).toMatchObject({
    ok: true,
    changed: false,
    submissions: 0,
    measures: { added: 0, changed: 0, unchanged: 432 },
  });
  expect(await everything()).toEqual(before);
});
