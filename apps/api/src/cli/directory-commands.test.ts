import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { auditEvent } from '../schema.ts';
import { linesOver } from './testing.ts';

const folder = await mkdtemp(join(tmpdir(), 'samblikk-directory-'));
const { db, close } = await testDatabase();
const register = createServer((request, reply) => {
  const orgnr = request.url?.endsWith('/991825827') ? '991825827' : undefined;
  const unit = { organisasjonsnummer: orgnr, navn: 'DIGITALISERINGSDIREKTORATET', respons_klasse: 'Enhet' };
  const none = { page: { size: 20, totalElements: 0, totalPages: 0, number: 0 }, _links: {} };
  reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(orgnr ? unit : none));
}).listen(0, '127.0.0.1');
await once(register, 'listening');
const registerUrl = `http://127.0.0.1:${(register.address() as AddressInfo).port}`;
afterAll(async () => {
  register.close();
  await close();
  await rm(folder, { recursive: true, force: true });
});
const samblikk = linesOver(db, testConfig({ registerUrl }));

async function file(...rows: string[]): Promise<string> {
  const path = join(folder, 'directory.csv');
  const header = 'id,orgnr,nameNb,nameNn,nameEn,ministry,from,ended,successor,source';
  await writeFile(path, [header, ...rows].join('\n'));
  return path;
}

test('the directory is loaded, and again changes nothing; a text finds agencies by present and former names and numbers', async () => {
  expect((await samblikk('directory list')).output).toBe('There are no such agencies.\n');
  expect((await samblikk('directory load')).output).toMatch(/^Loaded \d+ ministries and \d+ agencies\.\n$/);
  expect((await samblikk('directory load')).output).toContain('nothing was changed');

  const all = (await samblikk('directory list')).output.trim().split('\n');
  expect(all.length).toBeGreaterThan(70);
  const [now = '', ...more] = (await samblikk('directory list --search', 'arbeids- og velferds')).output
    .trim()
    .split('\n');
  expect([now, more]).toEqual([
    expect.stringMatching(/^nav {2}889640782 {2}Arbeids- og velferdsetaten \(Nav\) {2}AID {2}\.\.$/),
    [],
  ]);
  expect((await samblikk('directory list --search 889640782')).output).toBe(`${now}\n`);
  expect(await samblikk('directory list --search', 'finnes ikke')).toEqual({
    ...{ status: 0, output: 'There are no such agencies.\n', messages: [] },
  });
});

test('a file changes it, all or nothing; what is wrong is said by row, column and value', async () => {
  const moved = ',889640782,,,,DFD,2027-01-01,,,Kongelig resolusjon';
  const path = await file(moved, 'finnesikke,,,,,DFD,2027-01-01,,,Kilde', ',889640783,Ny,,,DFD,2027-01-01,,,Kilde');
  const events = await db.$count(auditEvent);
  const refused = await samblikk(`directory import --lang en --file ${path}`);
  expect(refused.status).toBe(1);
  expect(refused.messages).toEqual([
    expect.stringMatching(/^3, id «finnesikke»: /),
    expect.stringMatching(/^4, orgnr «889640783»: .*mistyped/),
  ]);
  expect(refused.output).toContain('Nothing was changed: 1 changes, 0 as before, 2 problems\n');
  const said = '2: changed nav Arbeids- og velferdsetaten (Nav) 2027-01-01 DFD\n';
  expect(await samblikk(`directory import --dry-run --file ${await file(moved)}`)).toEqual({
    ...{ status: 0, messages: [], output: `${said}Would change: 1 changes, 0 as before, 0 problems\n` },
  });
  expect(await db.$count(auditEvent)).toBe(events);
  expect((await samblikk(`directory import --file ${path}`)).output).toBe(
    `${said}Changed: 1 changes, 0 as before, 0 problems\n`,
  );
  expect((await samblikk(`directory import --file ${path}`)).output).toBe(
    'Changed: 0 changes, 1 as before, 0 problems\n',
  );
  const life = async (more: string) => (await samblikk(`directory list --search 889640782${more}`)).output;
  expect(await life('')).toMatch(/^nav .* {2}DFD {2}2027-01-01\.\.\n$/);
  expect(await life(' --all')).toMatch(/^nav .* {2}AID {2}\.\.2026-12-31\nnav .* {2}DFD {2}2027-01-01\.\.\n$/);
});

test('an organisation is looked up in Enhetsregisteret, where that is on', async () => {
  expect(await samblikk('directory look-up --orgnr', '991 825 827')).toMatchObject({
    ...{ status: 0, output: expect.stringMatching(/^991825827 {2}Digitaliseringsdirektoratet {2}/), messages: [] },
  });
  expect(await samblikk('directory look-up --name Ingen')).toEqual({
    ...{ status: 1, output: '', messages: ['No organisation is called so.'] },
  });
  expect((await samblikk('directory look-up --orgnr 991825828')).messages).toEqual([
    expect.stringContaining('mistyped'),
  ]);
  expect(await linesOver(db)('directory look-up --orgnr 991825827')).toMatchObject({
    ...{ status: 1, messages: [expect.stringContaining('ENHETSREGISTERET_URL')] },
  });
});

test.each([
  ['directory list --everything', "'--everything'"],
  ['directory look-up', 'Write one of --orgnr and --name.'],
  ['directory look-up --orgnr 991825827 --name Nav', 'Write one of --orgnr and --name.'],
  ['directory import', '--file is missing. See samblikk directory import --help.'],
  ['directory import --file /finnes/ikke.csv', '--file /finnes/ikke.csv: there is no such file, or it cannot be read.'],
  ['directory import --file x --lang sv', '--lang sv: write nb, nn or en.'],
  ['directory', 'Did you mean directory load or directory list'],
])('%s is not understood', async (line, said) => {
  expect(await samblikk(line)).toEqual({ status: 2, output: '', messages: [expect.stringContaining(said)] });
});
