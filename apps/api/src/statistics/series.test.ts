import { csvType, parquetType, pngType, type SeriesStat, svgType, xlsxType } from '@samblikk/contract';
import { parse } from 'csv-parse/sync';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, describe, expect, test } from 'vitest';
import { testConfig } from '../access/auth/testing.ts';
import { buildApp } from '../app.ts';
import { import2019 } from '../demo/testing.ts';
import { testDatabase } from '../platform/db/testing.ts';

const { db, close } = await testDatabase();
await import2019(db, { freeze: true });
const app = await buildApp({ config: testConfig(), db, limits: false });
afterAll(async () => {
  await app.close();
  await close();
});

const series = async (query: string): Promise<SeriesStat> => {
  const reply = await app.inject(`/api/v1/statistics/series?${query}`);
  expect(reply.statusCode, reply.body).toBe(200);
  return reply.json();
};

describe('a series over the rounds', () => {
  test('is drawn where answers compare: cost bands of 2018 and 2019', async () => {
    const { extension, label, id, size, note } = await series('figure=cost-bands');
    expect(label).toContain('2018–2019');
    expect([id.at(-1), size.at(-1)]).toEqual(['year', 2]);
    expect(extension.breaks).toEqual([]);
    expect(extension.years).toMatchObject([
      { year: 2018, n: 395, published: true, release: null },
      { year: 2019, n: 317, published: false, release: '2019.1' },
    ]);
    const large = extension.changes.find(({ codes }) => codes[0] === 'over100m');
    expect(large).toMatchObject({ from: 2018, to: 2019, refused: [] });
    // 5 per cent as published, and 12 of 317.
    expect(Math.round(large?.change ?? Number.NaN)).toBe(7);
    expect(note.join(' ')).toContain('395 av 412');
  });

  test('is refused as a break where the question was another one: coherent services', async () => {
    const { extension, status } = await series('figure=effects');
    expect(extension.breaks).toMatchObject([
      { from: 2018, to: 2019, note: expect.stringContaining('én hovedhensikt') },
    ]);
    const coherent = extension.changes.find(({ codes }) => codes[0] === 'coherentServices');
    expect(coherent?.change).toBeNull();
    expect(coherent?.refused[0]).toContain('inntil tre effekter');
    expect(Object.values(status ?? {})).not.toContain(':');
  });

  test('has the measures behind every number of a release, and none behind what is only published', async () => {
    const read = await series('rows=phaseGroup');
    const at = read.dimension.phaseGroup?.category.index.indexOf('idea') ?? -1;
    expect(read.value[at * 2]).toBe(28);
    expect(read.extension.measures.slice(at * 2, at * 2 + 2)).toEqual([null, { phaseGroup: ['idea'] }]);
    const list = await app.inject('/api/v1/register?round=2019&phaseGroup=idea');
    expect(read.value[at * 2 + 1]).toBe(list.json().total + (list.json().withheld ?? 0));
  });

  test('is a table as other tables are, when filtered or crossed; then 2018 has nothing', async () => {
    for (const query of [
      'rows=phase&columns=funding',
      'rows=phase&ministry=HOD',
      'rows=ministry&measure=sum&of=totalCost',
    ]) {
      const [one, table] = await Promise.all([
        series(query),
        app.inject(`/api/v1/statistics/2019/table?${query}`).then((reply) => reply.json()),
      ]);
      expect(one.extension.years.map(({ year }) => year)).toEqual([2019]);
      expect(one.value).toEqual(table.value);
    }
  });

  test('comes as CSV and Excel, stays as it is by the names of its releases, and says what it does not know', async () => {
    const csv = await app.inject('/api/v1/statistics/series?figure=effects&format=csv&releases=2019.1');
    const [header, ...lines] = parse(csv.body) as string[][];
    expect(header).toEqual([
      'effects',
      'effects_label',
      'year',
      'stretch',
      'value',
      'count',
      'n',
      'source',
      'contents',
      'unit',
      'address',
      'base',
      'selection',
      'release',
      'notice',
    ]);
    const coherent = lines.filter(([code]) => code === 'coherentServices');
    expect(coherent.map(([, , year, stretch]) => [year, stretch])).toEqual([
      ['2018', '1'],
      ['2019', '2'],
    ]);
    // A filtered one says so, in codes and in words; a share of nothing is `.`, as in tables.
    const narrow = 'rows=phase&columns=ministry&ministry=HOD,KMD&measure=share&base=answered';
    const filtered = await app.inject(`/api/v1/statistics/series?${narrow}&format=csv`);
    const cells = parse(filtered.body, { columns: true }) as Record<string, string>[];
    expect(cells.find(({ phase, ministry }) => phase === 'idea' && ministry === 'ASD')).toMatchObject({
      ...{ value: '.', count: '0', base: 'answered:columns', selection: 'ministry=HOD,KMD', release: '2019.1' },
      ...{ unit: 'percent', notice: expect.stringContaining('rekonstruksjon') },
      address: `${testConfig().publicUrl}/api/v1/statistics/series?${narrow}&releases=2019.1`,
    });
    expect(filtered.headers['content-disposition']).toContain(
      'phase-ministry-share-answered-ministry-HOD+KMD-2019.csv',
    );
    expect(await series(narrow)).toMatchObject({
      href: `${testConfig().publicUrl}/api/v1/statistics/series?${narrow}&releases=2019.1`,
      extension: { base: expect.stringContaining('med svar'), selection: { ministry: ['HOD', 'KMD'] } },
    });
    // Parquet has the lines of the CSV, with types, and the sign in a column of its own.
    const parquet = await app.inject(`/api/v1/statistics/series?${narrow}&format=parquet`);
    const rows = await parquetReadObjects({ file: Uint8Array.from(parquet.rawPayload).buffer });
    expect(rows).toHaveLength(cells.length);
    for (const [at, row] of rows.entries()) {
      const { value, count, n, year, ...texts } = cells[at] ?? {};
      expect(value).toBe(String(row.status ?? row.value));
      expect([row.count, row.n, row.year].map(String)).toEqual([count, n, year]);
      expect(row).toMatchObject({ phase_label: texts.phase_label, selection: texts.selection, address: texts.address });
    }
    const xlsx = await app.inject('/api/v1/statistics/series?figure=effects&format=xlsx');
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe('PK');
    const svg = await app.inject('/api/v1/statistics/series?figure=effects&format=svg');
    expect(svg.body).toContain('inntil tre');
    const png = await app.inject('/api/v1/statistics/series?figure=cost-bands&format=png');
    expect(png.rawPayload.subarray(1, 4).toString()).toBe('PNG');
    const accepting = (accept: string, more = '') =>
      app.inject({ url: `/api/v1/statistics/series?figure=cost-bands${more}`, headers: { accept } });
    for (const [accept, type] of [
      [pngType, pngType],
      [svgType, svgType],
      [xlsxType, xlsxType],
      [parquetType, parquetType],
      [`${csvType}, application/json;q=0.9`, csvType],
      [`${csvType};q=0.1, application/vnd.json-stat+json`, 'application/json'],
      ['text/html, */*;q=0.8', 'application/json'],
      ['image/webp', 'application/json'],
    ] as const)
      expect((await accepting(accept)).headers['content-type'], accept).toContain(type);
    // The standard's, not Excel's, which has the same type.
    expect((await accepting(csvType)).body).toBe((await accepting('*/*', '&format=csv')).body);
    // What is named comes before what is accepted.
    expect((await accepting(pngType, '&format=svg')).headers).toMatchObject({
      'content-type': expect.stringContaining(svgType),
      vary: expect.stringContaining('accept'),
    });
    for (const [query, status, code] of [
      ['figure=nothing', 404, 'notFound'],
      ['rows=nothing', 422, 'unknownVariable'],
      ['', 422, 'unknownVariable'],
      ['rows=phase&releases=2019.7', 404, 'notFound'],
      ['rows=phase&releases=x', 404, 'notFound'],
      ['rows=phase&ministri=KMD&format=csv', 422, 'unknownVariable'],
    ] as const) {
      const reply = await app.inject(`/api/v1/statistics/series?${query}`);
      expect([reply.statusCode, reply.json().code], query).toEqual([status, code]);
    }
  });
});
