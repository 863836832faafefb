import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { registerSite } from '../testing-site.ts';

const { app } = await registerSite();

interface Column {
  readonly name: string;
  readonly titles: string;
  readonly datatype: string | { readonly base: string; readonly format?: string };
  readonly separator?: string;
  readonly valueUrl?: string;
}
interface Metadata {
  readonly url: string;
  readonly dialect: { readonly delimiter: string; readonly lineTerminators: readonly string[] };
  readonly tableSchema: { readonly columns: readonly Column[]; readonly primaryKey: readonly string[] };
}

/** Whether a value is of a type, as the standard writes them. */
function isOf(datatype: Column['datatype'], value: string): boolean {
  const { base, format = '' } = typeof datatype === 'string' ? { base: datatype } : datatype;
  if (base === 'integer') return /^-?\d+$/.test(value);
  if (base === 'boolean') return format.split('|').includes(value);
  if (base === 'date') return format === 'yyyy-MM-dd' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  return base === 'string';
}

test.each(['', '&excel=true', '&lang=en&excel=true&phase=idea'])(
  'a CSV leads to its description, by which every cell can be read (%s)',
  async (more) => {
    const file = await app.inject(`/api/v1/register.csv?round=2019&release=1${more}`);
    const [, address = '', type] = /<([^>]*)>; rel="describedby"; type="([^"]*)"/.exec(String(file.headers.link)) ?? [];
    const described = await app.inject(address);
    expect([described.statusCode, described.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
    expect(type).toBe('application/csvm+json');
    const { url, dialect, tableSchema } = described.json() as Metadata;
    expect((await app.inject(url.replace('http://localhost', ''))).body).toBe(file.body);
    const [header = [], ...rows]: string[][] = parse(file.body, {
      bom: true,
      delimiter: dialect.delimiter,
      record_delimiter: [...dialect.lineTerminators],
    });
    const { columns, primaryKey } = tableSchema;
    expect(header).toEqual(columns.map(({ titles }) => titles));
    expect(new Set(columns.map(({ name }) => name)).size).toBe(columns.length);
    expect(rows.length).toBeGreaterThan(20);
    const keys = primaryKey.map((key) => columns.findIndex(({ name }) => name === key));
    expect(new Set(rows.map((row) => keys.map((at) => row[at]).join(' '))).size).toBe(rows.length);

    const lists = new Map<string, string>();
    for (const row of rows) {
      for (const [at, { name, datatype, separator, valueUrl }] of columns.entries()) {
        const cell = row[at] ?? '';
        const values = cell === '' ? [] : separator === undefined ? [cell] : cell.split(separator);
        for (const value of values) {
          expect(isOf(datatype, value), `${name}: ${value}`).toBe(true);
          if (valueUrl === undefined) continue;
          expect(valueUrl.endsWith(`{#${name}}`)).toBe(true);
          const list = valueUrl.replace('http://localhost', '').replace(`{#${name}}`, '');
          if (!lists.has(list)) lists.set(list, (await app.inject(`${list}.ttl`)).body);
          expect(lists.get(list), `${list} ${value}`).toContain(`#${value}>`);
        }
      }
    }
    expect([...lists.keys()]).toEqual(
      expect.arrayContaining([
        '/codelists/agencies',
        '/codelists/ministries',
        '/codelists/phase',
        '/codelists/effects',
      ]),
    );
  },
);

test('what is no CSV says nothing of the kind, and a search that cannot be is refused', async () => {
  expect((await app.inject('/api/v1/register.json?round=2019')).headers.link).not.toContain('describedby');
  // What an address holds cannot end the link, nor break the header.
  const odd = await app.inject('/api/v1/register.csv?round=2019&q=a>,<b"æ');
  expect(odd.headers.link).toMatch(/, <[\w/.?&=%-]+%3E,%3Cb%22%C3%A6>; rel="describedby"; type="[^"]+"$/);
  expect((await app.inject('/api/v1/register.csv-metadata.json?round=2019&release=9')).statusCode).toBe(404);
});
