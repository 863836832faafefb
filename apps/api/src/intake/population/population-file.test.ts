import type { PopulationImport, Problem } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { signInAs, testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { import2019 } from '../../demo/testing.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { auditEvent } from '../../schema.ts';

const { db, close } = await testDatabase();
const now = new Date('2026-01-10T09:00:00Z');
const app = await buildApp({ config: testConfig(), db, clock: () => now, limits: false });
await import2019(db);
afterAll(async () => {
  await app.close();
  await close();
});
const { headers } = await signInAs(db, { roles: [{ role: 'admin' }], now });
const analyst = await signInAs(db, { roles: [{ role: 'analyst' }], now });
const exported = async (year: number) =>
  (await app.inject({ url: `/api/v1/rounds/${year}/population/file.csv`, headers })).body;
async function importing(year: number, csv: string, dryRun = false) {
  const url = `/api/v1/rounds/${year}/population/import?lang=nb`;
  const reply = await app.inject({ method: 'POST', url, headers, payload: { csv, dryRun } });
  return reply.json() as PopulationImport & Problem;
}
await app.inject({
  ...{ method: 'PUT', url: '/api/v1/rounds/2026', headers },
  payload: { edition: '2026', opensAt: '2026-02-01T08:00:00Z' },
});
const header = 'orgnr,nameNb,nameNn,nameEn,ministry,skate,answered,contactEmail';
const digdir =
  '991825827,Digitaliseringsdirektoratet,Digitaliseringsdirektoratet,Norwegian Digitalisation Agency,DFD,yes,no,post@digdir.example';
const nav = '889640782,Nav,Nav,Nav,AID,no,no,';

test('the file of a round is the interchange’s, with mailboxes; importing it again changes nothing', async () => {
  const csv = await exported(2019);
  expect(csv.split('\n')[0]).toBe(header);
  // A header, 73 agencies, and the end of the last line.
  expect(csv.split('\n')).toHaveLength(75);
  const told = await importing(2019, csv);
  expect(told).toMatchObject({ asked: 73, unchanged: 73, added: [], removed: [], changed: [], problems: [] });
});

test('no cell is run by a spreadsheet that opens the file, and it comes back as it was; a name stays within its line', async () => {
  const formula = '=HYPERLINK("https://evil.example")';
  const put = { name: { nb: formula, nn: '+1', en: '@a' }, ministry: 'KMD', facts: {} };
  const url = '/api/v1/rounds/2019/population/991825827';
  const named = (nb: string) =>
    app.inject({ method: 'PATCH', url, headers, payload: { ...put, name: { ...put.name, nb } } });
  for (const name of ['To\nlinjer', 'Snudd\u202etavn', 'Med\u2028skille', 'Nul\u0000'])
    expect((await named(name)).statusCode, JSON.stringify(name)).toBe(400);
  expect((await named(formula)).statusCode).toBe(200);
  const csv = await exported(2019);
  expect(csv).toContain(`991825827,"'=HYPERLINK(""https://evil.example"")",'+1,'@a,KMD`);
  expect(await importing(2019, csv)).toMatchObject({ unchanged: 73, changed: [], problems: [] });
  const split = csv.replace(`'+1`, '"To\nlinjer\u202e"');
  expect((await importing(2019, split, true)).changed).toMatchObject([
    { fields: [{ field: 'nameNn', before: '+1', after: 'To linjer' }] },
  ]);
});

test('every problem is told by row, column, value and reason, and nothing is written', async () => {
  const csv = [
    header,
    digdir.replace('991825827', '991825828'),
    nav.replace('AID', 'KMD'),
    nav.replace(',no,no,', ',kanskje,no,ikke en adresse'),
  ].join('\n');
  const { problems } = await importing(2026, csv);
  expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
    [2, 'orgnr', '991825828'],
    [3, 'ministry', 'KMD'],
    [4, 'contactEmail', 'ikke en adresse'],
    [4, 'skate', 'kanskje'],
    [4, 'orgnr', '889640782'],
  ]);
  expect(problems.every(({ text }) => text.length > 10)).toBe(true);
  expect((await exported(2026)).trim()).toBe(header);
});

test('a dry run tells what would change, the import does it, and another file changes names, facts and mailboxes', async () => {
  const csv = [header, digdir, nav].join('\r\n');
  const dry = await importing(2026, csv, true);
  expect(dry.added.map(({ orgnr }) => orgnr)).toEqual(['991825827', '889640782']);
  expect((await exported(2026)).trim()).toBe(header);
  expect(await importing(2026, csv)).toMatchObject({ added: dry.added, problems: [] });
  expect((await exported(2026)).trim().split('\n').sort()).toEqual([nav, digdir, header].sort());
  const other = [header, digdir.replace(',yes,', ',no,').replace('post@', 'ny@')].join('\n');
  expect(await importing(2026, other)).toMatchObject({
    removed: [{ orgnr: '889640782' }],
    changed: [
      {
        orgnr: '991825827',
        fields: [
          { field: 'skate', before: 'yes', after: 'no' },
          { field: 'contactEmail', before: 'post@digdir.example', after: 'ny@digdir.example' },
        ],
      },
    ],
  });
  const events = await db.select().from(auditEvent).where(eq(auditEvent.action, 'population.changed'));
  expect(events.map(({ details }) => details)).toEqual([
    { year: 2026, asked: 2, added: 2, removed: 0 },
    { year: 2026, asked: 1, added: 0, removed: 1 },
  ]);
});

test('an agency with measures cannot be left out; an analyst may neither export nor import', async () => {
  const csv = await exported(2019);
  const [first = '', ...rest] = csv.trim().split('\n');
  const { problems } = await importing(2019, [first, ...rest.slice(0, 1)].join('\n'));
  expect(problems.length).toBeGreaterThan(10);
  expect(problems[0]?.text).toContain('kan ikke tas ut');
  const url = '/api/v1/rounds/2019/population/file.csv';
  expect((await app.inject({ url, headers: analyst.headers })).statusCode).toBe(403);
});
