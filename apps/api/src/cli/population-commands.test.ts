import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { auditEvent } from '../schema.ts';
import { linesOver } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'samblikk-population-'));
const { db, close } = await testDatabase();
await import2019(db);
afterAll(async () => {
  await close();
  await rm(folder, { recursive: true, force: true });
});
const samblikk = linesOver(db);
const path = join(folder, 'population.csv');
const importing = `population import --round 2026 --file ${path}`;
const header = 'orgnr,nameNb,nameNn,nameEn,ministry,skate,answered,contactEmail';
const digdir =
  '991825827,Digitaliseringsdirektoratet,Digitaliseringsdirektoratet,Norwegian Digitalisation Agency,DFD,yes,no,post@digdir.example';
const nav = '889640782,Nav,Nav,Nav,AID,no,no,';

test('whom a round asks goes out as a file, and in again to nothing changed', async () => {
  const { status, output } = await samblikk('population export --round 2019');
  expect(status).toBe(0);
  // A header, 73 agencies, and the end of the last line.
  expect(output.split('\n')).toHaveLength(75);
  expect(output.split('\n')[0]).toBe(header);
  expect(await samblikk(`population export --round 2019 --out ${path}`)).toMatchObject({ status: 0, output: '' });
  expect(await readFile(path, 'utf8')).toBe(output);
  expect((await samblikk(`population import --round 2019 --file ${path}`)).output).toBe(
    'Asks: 73 agencies, 73 as before, 0 problems\n',
  );
});

test('a file says whom a round asks: who comes, goes and changes is told, first in a dry run', async () => {
  await samblikk('rounds create --round 2026 --opens 2026-02-01T08:00:00+01:00');
  await writeFile(path, `${header}\n${digdir}\n${nav}\n`);
  const events = await db.$count(auditEvent);
  const said = '+ 991825827 Digitaliseringsdirektoratet\n+ 889640782 Nav\n';
  expect(await samblikk(`${importing} --dry-run`)).toEqual({
    ...{ status: 0, messages: [], output: `${said}Would ask: 2 agencies, 0 as before, 0 problems\n` },
  });
  expect(await db.$count(auditEvent)).toBe(events);
  expect((await samblikk(importing)).output).toBe(`${said}Asks: 2 agencies, 0 as before, 0 problems\n`);
  await writeFile(path, `${header}\n${digdir.replace('post@', 'postmottak@')}\n`);
  expect((await samblikk(importing)).output).toBe(
    '- 889640782 Nav\n' +
      '~ 991825827 Digitaliseringsdirektoratet: contactEmail «post@digdir.example» -> «postmottak@digdir.example»\n' +
      'Asks: 1 agencies, 0 as before, 0 problems\n',
  );
});

test('what is wrong is said by row, column and value, in the language asked for; nothing is changed, exit status 1', async () => {
  const before = (await samblikk('population export --round 2026')).output;
  await writeFile(path, `${header}\n${digdir.replace('991825827', '991825828')}\n${nav.replace('AID', 'KMD')}\n`);
  const refused = await samblikk(`${importing} --lang en`);
  expect(refused.status).toBe(1);
  expect(refused.messages).toEqual([
    expect.stringMatching(/^2, orgnr «991825828»: /),
    expect.stringMatching(/^3, ministry «KMD»: /),
  ]);
  expect(refused.output).toContain('Nothing was changed: ');
  expect((await samblikk(`${importing} --lang nn`)).messages).not.toEqual(refused.messages);
  expect((await samblikk('population export --round 2026')).output).toBe(before);

  // Those who have measures in the round stay in it.
  await writeFile(path, `${header}\n${nav}\n`);
  const leftOut = await samblikk(`population import --round 2019 --file ${path}`);
  expect([leftOut.status, leftOut.messages.length > 60]).toEqual([1, true]);
});

test('a round that is not there is named: exit status 1', async () => {
  for (const line of ['population export --round 2031', `population import --round 2031 --file ${path}`])
    expect(await samblikk(line)).toEqual({
      ...{ status: 1, output: '', messages: ['Not found: There is no round for 2031.'] },
    });
});

test.each([
  ['population export', '--round is missing. See samblikk population export --help.'],
  ['population export --round soon', '--round soon: write a year'],
  ['population import --round 2026', '--file is missing. See samblikk population import --help.'],
  ['population import --round 2026 --file /finnes/ikke.csv', 'there is no such file, or it cannot be read.'],
])('%s is not understood', async (line, said) => {
  expect(await samblikk(line)).toEqual({ status: 2, output: '', messages: [expect.stringContaining(said)] });
});
