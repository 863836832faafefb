import { fileURLToPath } from 'node:url';
import type { Facet } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { testConfig } from '../../access/auth/testing.ts';
import { buildApp } from '../../app.ts';
import { importRound } from '../../intake/index.ts';
import { testDatabase } from '../../platform/db/testing.ts';
import { freezeRound } from '../../releases/index.ts';

const { db, close } = await testDatabase();
const app = await buildApp({ config: testConfig(), db, limits: false });
const file = (name: string) => fileURLToPath(new URL(`../../intake/spreadsheet/testdata/${name}`, import.meta.url));
const answers = file('01b-flere-avsnitt-import.csv');
const imported = await importRound(db, {
  year: 2021,
  edition: '2019',
  population: file('01c-utvalg.csv'),
  answers,
  actor: 'system:test',
});
await freezeRound(db, { year: 2021, actor: 'system:test', now: new Date('2026-03-02T09:00:00Z') });
afterAll(async () => {
  await app.close();
  await close();
});

const get = async (path: string) => {
  const reply = await app.inject({ url: `/api/v1/register${path}` });
  expect(reply.statusCode, reply.body).toBe(200);
  return reply;
};
/** As a spreadsheet reads a file: a lone line feed outside quotes ends a row. */
const asSpreadsheet = (text: string, delimiter: string): string[][] =>
  parse(text, { delimiter, bom: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });

test('an answer in several paragraphs is one cell of one row, in every register file', async () => {
  expect(imported).toMatchObject({ ok: true, measures: { added: 3 } });
  for (const [path, delimiter] of [
    ['.csv?excel=true', ';'],
    ['.csv', ','],
  ] as const) {
    const rows = asSpreadsheet((await get(path)).body, delimiter);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
    expect(rows).toHaveLength(1 + 3);
    expect(rows.flat()).toContain('Vi leverer:\n- søk\n- arkiv');
  }
});

test('one tag in three spellings is one, in facets, searches, tables and whatever the address writes', async () => {
  const { facets } = (await get('')).json() as { facets: Facet[] };
  const tags = facets.find(({ id }) => id === 'tags')?.values.filter(({ count }) => count > 0);
  expect(tags?.map(({ code, count }) => [code, count])).toEqual([
    ['arkiv', 3],
    ['api', 2],
  ]);
  for (const written of ['Arkiv', 'arkiv', 'AR\u00adKIV', ' arkiv '])
    expect((await get(`?tags=${encodeURIComponent(written)}`)).json()).toMatchObject({ total: 3 });
  const table = await app.inject('/api/v1/statistics/2021/table?rows=tags');
  expect(table.json().value, table.body).toEqual([2, 3]);
});
