import { editions } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { registerSite } from './register/testing-site.ts';

// Every CSV of open data leads to its description (CSV on the Web), by which alone every cell of it is read here.

const { app, db } = await registerSite();

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly datatype: string | { readonly base: string; readonly format?: string | { readonly decimalChar: string } };
  readonly separator?: string;
  readonly null?: readonly string[];
  readonly valueUrl?: string;
}
interface Metadata {
  readonly url: string;
  readonly dialect: { readonly delimiter: string; readonly lineTerminators: readonly string[] };
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
}

const own = (url: string) => url.replace('http://localhost', '');

/** Whether a value is of a type, as the standard writes them. */
function isOf(datatype: Column['datatype'], value: string): boolean {
  const { base, format = '' } = typeof datatype === 'string' ? { base: datatype } : datatype;
  if (base === 'integer') return /^-?\d+$/.test(value);
  if (base === 'number') return /^-?\d+(\.\d+)?$/.test(format === '' ? value : swapped(value, format));
  if (base === 'boolean') return String(format).split('|').includes(value);
  if (base === 'date') return format === 'yyyy-MM-dd' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return base === 'string';
}
const swapped = (value: string, format: string | { decimalChar: string }) =>
  typeof format === 'object' && !value.includes('.') ? value.replace(format.decimalChar, '.') : 'x';

const lists = new Map<string, string>();
async function isListed(list: string, code: string): Promise<boolean> {
  if (!lists.has(list)) lists.set(list, (await app.inject(`${list}.ttl`)).body);
  return lists.get(list)?.includes(`#${code}>`) === true;
}

/** Reads a CSV by its own description. @returns its rows, and the code lists its columns name */
async function readByDescription(address: string, headers: Record<string, string> = {}) {
  const file = await app.inject({ url: address, headers });
  expect([file.statusCode, String(file.headers['content-type'])], file.body.slice(0, 300)).toEqual([
    200,
    'text/csv; charset=utf-8; header=present',
  ]);
  const [, place = '', type] = /<([^>]*)>; rel="describedby"; type="([^"]*)"/.exec(String(file.headers.link)) ?? [];
  const described = await app.inject(place);
  expect([described.statusCode, described.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  expect(type).toBe('application/csvm+json');
  const { url, dialect, tableSchema } = described.json() as Metadata;
  expect((await app.inject(own(url))).body).toBe(file.body);
  const [header = [], ...rows]: string[][] = parse(file.body, {
    bom: true,
    delimiter: dialect.delimiter,
    record_delimiter: [...dialect.lineTerminators],
  });
  const { columns, primaryKey } = tableSchema;
  expect(header).toEqual(columns.map(({ titles }) => titles));
  expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
  expect(columns.filter(({ name }) => !/^\w+$/.test(name))).toEqual([]);
  const keys = primaryKey.map((key) => columns.findIndex(({ name }) => name === key));
  expect(keys).not.toContain(-1);
  expect(new Set(rows.map((row) => keys.map((at) => row[at]).join(' '))).size).toBe(rows.length);

  const named = new Set<string>();
  for (const row of rows) {
    for (const [at, { name, datatype, separator, null: none = [''], valueUrl }] of columns.entries()) {
      const cell = row[at] ?? '';
      const values = none.includes(cell) ? [] : separator === undefined ? [cell] : cell.split(separator);
      for (const value of values) {
        expect(isOf(datatype, value), `${name}: ${value}`).toBe(true);
        if (valueUrl === undefined) continue;
        expect(valueUrl.endsWith(`{#${name}}`)).toBe(true);
        const list = own(valueUrl).replace(`{#${name}}`, '');
        named.add(list.replace('/codelists/', ''));
        expect(await isListed(list, value), `${list} ${value}`).toBe(true);
      }
    }
  }
  return { rows, columns, named: [...named] };
}

test.each([
  ...['', '&excel=true', '&lang=en&excel=true&phase=idea'].map((more) => `/api/v1/register.csv?round=2019${more}`),
  ...['/2019.1/tiltak.csv', '/en/2019.1/tiltak-excel.csv', '/nn/2019/tiltak.csv'],
])('%s', async (address) => {
  const { rows, named } = await readByDescription(address);
  expect(rows.length).toBeGreaterThan(20);
  expect(named).toEqual(expect.arrayContaining(['agencies', 'ministries', 'phase', 'effects']));
});

test.each(['', '?excel=true&lang=nn'])('/api/v1/register/2019-0042.csv%s', async (more) => {
  expect((await readByDescription(`/api/v1/register/2019-0042.csv${more}`)).rows).toHaveLength(1);
});

test.each(Object.keys(editions))('the codebook of %s', async (edition) => {
  const { rows } = await readByDescription(`/api/v1/editions/${edition}/codebook.csv`);
  expect(rows.length).toBeGreaterThan(80);
});

describe('tables', () => {
  test.each([
    ['rows=phase&columns=funding&format=csv', ['phase', 'funding']],
    ['rows=phase&columns=phase&format=csv', ['phase']],
    ['rows=effects&columns=ministry&share=rows&format=csv-excel', ['effects', 'ministries']],
    ['rows=agency&measure=median&of=totalCost&format=csv-excel&lang=en&release=1', ['agencies']],
    ['rows=skate&measure=share&format=csv&lang=nn', ['skate']],
    ['rows=tags&format=csv', []],
  ])('%s', async (query, expected) => {
    const { rows, named } = await readByDescription(`/api/v1/statistics/2019/table?${query}`);
    expect(rows.length).toBeGreaterThan(1);
    expect(named.toSorted()).toEqual(expected.toSorted());
  });

  test('asked for by Accept', async () => {
    await readByDescription('/api/v1/statistics/2019/table?rows=costBand', { accept: 'text/csv' });
  });

  test('of the report', async () => {
    const { figures } = (await app.inject('/api/v1/statistics/2019/figures')).json();
    for (const { href } of figures)
      for (const format of ['csv', 'csv-excel']) await readByDescription(`${href}?format=${format}`);
    expect(figures.length).toBeGreaterThan(5);
  });
});

test('a frozen file that was written otherwise is described as it was written', async () => {
  const header = (await app.inject('/2019.1/tiltak.csv')).body.split('\n', 1)[0] ?? '';
  const columns = async () => (await app.inject('/2019.1/tiltak.csv-metadata.json')).json().tableSchema.columns;
  const before = (await columns()) as Column[];
  // As if the program had called a column something else then.
  const written = header.replace('deliverable', 'leveranse');
  expect(written.length).toBe(header.length - 2);
  await db.execute(`alter table frozen_file_piece disable trigger all`);
  await db.execute(
    `update frozen_file_piece set content = convert_to('${written}', 'utf8') || substr(content, ${header.length + 1})
     where file_id = (select id from frozen_file where name = 'tiltak.csv' and language = 'nb') and place = 0`,
  );
  await db.execute(`alter table frozen_file_piece enable trigger all`);
  const described = { name: 'leveranse', titles: 'leveranse', 'dc:title': 'leveranse', datatype: 'string' };
  expect(await columns()).toEqual(before.map((column) => (column.name === 'deliverable' ? described : column)));
});

test('what is no CSV says nothing of the kind, and a search that cannot be is refused', async () => {
  for (const url of [
    '/api/v1/register.json?round=2019',
    '/api/v1/statistics/2019/table?rows=phase',
    '/2019/tiltak.json',
  ])
    expect((await app.inject(url)).headers.link).not.toContain('describedby');
  // What an address holds cannot end the link, nor break the header.
  const odd = await app.inject('/api/v1/register.csv?round=2019&q=a>,<b"æ');
  expect(odd.headers.link).toMatch(/, <[\w/.?&=%-]+%3E,%3Cb%22%C3%A6>; rel="describedby"; type="[^"]+"$/);
  expect((await app.inject('/api/v1/register.csv-metadata.json?round=2019&release=9')).statusCode).toBe(404);
  expect((await app.inject('/2019.9/tiltak.csv-metadata.json')).statusCode).toBe(404);
});
