import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../platform/config/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { importRound } from './import.ts';
import { verifyContent } from './testing.ts';

const { db, pool, close } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'samblikk-import-'));
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
const source = await readFile(join(ROOT, 'data/survey-2019.csv'), 'utf8');
const population = join(ROOT, 'data/population-2019.csv');

async function run(text: string) {
  const path = join(folder, 'a.csv');
  await writeFile(path, text);
  return importRound(db, { year: 2019, population, answers: path, actor: 'system:test' });
}
const rows = async (text: string) => (await pool.query(text)).rows;
const revisions = (externalId: string) =>
  rows(`select v.version, v.answers->>'phase' as phase from revision v join measure_round m using (measure_id, round_id)
        where m.external_id = '${externalId}' order by 1`);

test('a changed row gets a new revision, and its agency alone a new submission', async () => {
  await run(source);
  const changed = source.replace(/^(2019-001,.*?,)execution,/m, '$1operation,');
  expect(changed).not.toBe(source);
  expect(await run(changed)).toMatchObject({
    changed: true,
    submissions: 1,
    measures: { added: 0, changed: 1, unchanged: 431 },
  });
  expect(await revisions('2019-001')).toEqual([
    { version: 1, phase: 'execution' },
    { version: 2, phase: 'operation' },
  ]);
  expect(await rows('select count(*)::int as n from submission where number = 2')).toEqual([{ n: 1 }]);
  expect(await run(changed)).toMatchObject({ changed: false });
  await verifyContent(db);
});

test('a row with another time is sent in anew without a new revision', async () => {
  const before = await rows('select count(*)::int as n from revision');
  const changed = source
    .replace(/^(2019-001,.*?,)execution,/m, '$1operation,')
    .replace('2019-08-29T08:51:00+02:00', '2019-09-15T15:31:00+02:00');
  expect(await run(changed)).toMatchObject({ submissions: 1, measures: { changed: 1, late: 15 } });
  expect(await rows('select count(*)::int as n from revision')).toEqual(before);
  expect(await run(changed)).toMatchObject({ changed: false });
  expect(await run(source)).toMatchObject({ measures: { changed: 2, unchanged: 430 } });
  expect(await revisions('2019-001')).toHaveLength(3);
  await verifyContent(db);
});

test('measures that a file lacks are kept, and said; new ones get the next numbers', async () => {
  const lines = source.trimEnd().split('\n');
  const fresh = (lines[1] as string).replace('2019-001', 'ny-1');
  const result = await run(`${[...lines.slice(0, 400), fresh].join('\n')}\n`);
  expect(result).toMatchObject({ submissions: 1, measures: { added: 1, changed: 0, unchanged: 399, absent: 33 } });
  expect(
    await rows(`select number from measure n join measure_round m on m.measure_id = n.id where external_id = 'ny-1'`),
  ).toEqual([{ number: '2019-0433' }]);
  expect(await rows('select count(*)::int as n from measure_round where withdrawn_at is not null')).toEqual([{ n: 0 }]);
  await verifyContent(db);
});

test('a measure that moves to another agency is sent in by both', async () => {
  const moved = source.replace('2019-002,889640782,ASD', '2019-002,974761211,ASD');
  expect(await run(moved)).toMatchObject({ submissions: 2, measures: { changed: 1 } });
  expect(await rows(`select agency_id from measure_round where external_id = '2019-002'`)).toEqual([
    { agency_id: 'arbeidstilsynet' },
  ]);
  await verifyContent(db);
});

test('what people wrote after the import is not undone by importing the same file again', async () => {
  await run(source);
  await pool.query(`insert into revision (id, measure_id, round_id, version, edition, answers, origins, authors)
    select gen_random_uuid(), v.measure_id, v.round_id, v.version + 1, v.edition, jsonb_set(v.answers, '{phase}', '"idea"'),
      jsonb_set(v.origins, '{phase}', '"corrected"'), v.authors
    from revision v join measure_round m using (measure_id, round_id) where m.external_id = '2019-010' order by version desc limit 1`);
  expect(await run(source)).toMatchObject({ changed: false });
  expect((await revisions('2019-010')).at(-1)).toMatchObject({ phase: 'idea' });
});
