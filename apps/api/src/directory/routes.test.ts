import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { testDatabase } from '../platform/db/testing.ts';
import { loadDirectory } from './load.ts';

const { db, close } = await testDatabase();
await db.transaction((tx) => loadDirectory(tx));
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});
const get = async (url: string) => (await app.inject(url)).json();

test('GET /ministries tells those of a day', async () => {
  const codes = (await get('/api/v1/ministries?at=2019-08-30')).map((m: { code: string }) => m.code);
  expect(codes).toContain('KMD');
  expect(codes).not.toContain('DFD');
  expect((await app.inject('/api/v1/ministries?at=yesterday')).statusCode).toBe(400);
});

test('GET /agencies finds by part of a name in any language, with the ministry of the day', async () => {
  expect(await get('/api/v1/agencies?q=mapping&at=2019-08-30')).toMatchObject([
    { id: 'kartverket', orgnr: '971040238', name: { en: 'Norwegian Mapping Authority' }, ministry: { code: 'KMD' } },
  ]);
});

test('GET /vocabularies/los suggests in bokmål and nynorsk, beginnings first', async () => {
  const terms = (await get('/api/v1/vocabularies/los?q=barnehage')) as { nb: string }[];
  expect(terms[0]?.nb.toLowerCase()).toMatch(/^barnehage/);
  expect(await get('/api/v1/vocabularies/los?q=fengselshelseteneste')).toMatchObject([{ nb: 'Fengselshelsetjeneste' }]);
  expect(await get('/api/v1/vocabularies/los?q=zzzz')).toEqual([]);
  expect(await get('/api/v1/vocabularies/los?size=3')).toHaveLength(3);
});

interface Partner {
  code: string;
  name: { nb: string };
  words: string[];
}

test('GET /partners has all municipalities and counties, KS, and the state', async () => {
  const all: Partner[] = await get('/api/v1/partners');
  const codes = all.map(({ code }) => code);
  expect(codes.filter((code) => code.startsWith('kommune:'))).toHaveLength(357);
  expect(codes.filter((code) => code.startsWith('fylke:'))).toHaveLength(14);
  expect(codes).toEqual(expect.arrayContaining(['KS', 'kommune:0301', '974760983']));
  expect(new Set(codes).size).toBe(codes.length);
  const names = all.map(({ name }) => name.nb);
  expect(names).toEqual(names.toSorted(new Intl.Collator('nb').compare));
  expect(names.at(-1)).toBe('Åsnes kommune');
});

test.each([
  ['DSB', 'Direktoratet for samfunnssikkerhet og beredskap'],
  ['NVE', 'Norges vassdrags- og energidirektorat'],
  ['SSB', 'Statistisk sentralbyrå'],
  ['UDI', 'Utlendingsdirektoratet'],
  ['Difi', 'Digitaliseringsdirektoratet'],
  ['Norsk kulturråd', 'Kulturdirektoratet'],
  ['Direktoratet for e-helse', 'Helsedirektoratet'],
  ['Guovdageaidnu', 'Kautokeino kommune'],
  ['NTNU', 'NTNU – Norges teknisk-naturvitenskapelige universitet'],
  ['Oslo', 'Oslo kommune'],
  ['KS', 'KS – Kommunesektorens organisasjon'],
  ['974 760 983', 'Direktoratet for samfunnssikkerhet og beredskap'],
])('GET /partners finds %s first as %s', async (q, name) => {
  const [first]: Partner[] = await get(`/api/v1/partners?q=${encodeURIComponent(q)}`);
  expect(first?.name.nb).toBe(name);
});
