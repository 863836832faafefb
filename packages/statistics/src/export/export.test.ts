import { parse } from 'csv-parse/sync';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import JSONstat from 'jsonstat-toolkit';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { count } from '../count.ts';
import { DatasetBuilder } from '../dataset.ts';
import type { Filters } from '../filter.ts';
import { measuresBehind } from '../measures-behind.ts';
import { notes } from '../notes.ts';
import { sampleDataset, sampleRows, sampleVariables } from '../sample.ts';
import { type Table, tableOf } from '../table.ts';
import { toCsv } from './csv.ts';
import { toJsonStat } from './json-stat.ts';
import { toParquet } from './parquet.ts';
import { toXlsx } from './xlsx.ts';

const release = {
  id: 'r1',
  number: 1,
  year: 2019,
  frozenAt: '2019-09-25T12:00:00+02:00',
  dataAsOf: '2019-09-25T12:00:00+02:00',
  n: 4,
};
const notice = { nb: 'Alt er oppdiktet.', nn: 'Alt er oppdikta.', en: 'All of it is invented.' };
const where = {
  page: 'https://samblikk.no/tall/tabell?rows=phase',
  data: 'https://samblikk.no/api/v1/statistics/2019/table?rows=phase',
  license: { name: 'NLOD 2.0', url: 'https://data.norge.no/nlod/no/2.0' },
};
const late = notes.late(1);
const builder = new DatasetBuilder({ id: '2019', year: 2019 }, sampleVariables, { release, notice });
sampleRows.forEach((row, index) => {
  builder.add(row, index === 3);
});
const dataset = builder.build();
const table = tableOf(dataset, { rows: 'effects', columns: 'funding' });
const shares = tableOf(dataset, { rows: 'effects', statistic: 'share' });
const withheld: Table = {
  ...tableOf(dataset, { rows: 'funding' }),
  values: [2, null, 0, 1],
  status: { 1: ':' },
};

describe('toJsonStat', () => {
  it('is read by the JSON-stat toolkit: values, labels, dimensions in order', () => {
    const read = JSONstat(JSON.parse(JSON.stringify(toJsonStat(table, 'nn'))));
    expect(read.class).toBe('dataset');
    expect(read.id).toEqual(['effects', 'funding', 'contents', 'year']);
    expect(read.size).toEqual([4, 4, 1, 1]);
    expect(read.Dimension('funding').id).toEqual(['yes', 'no', 'partly', 'blank']);
    expect(read.Dimension('funding').Category('blank').label).toBe('Ikkje svart');
    expect(read.Data({ effects: 'efficiency', funding: 'no' }).value).toBe(1);
    expect(read.value).toEqual(table.values);
    expect(read.updated).toBe(release.frozenAt);
  });

  it('says which release, when, n, base, several and notes', () => {
    const { extension, note } = toJsonStat(table, 'en');
    expect(extension).toMatchObject({
      release: { id: 'r1', number: 1, n: 4 },
      frozenAt: release.frozenAt,
      n: 4,
      base: 'asked',
      several: true,
      margins: table.margins,
    });
    expect(note).toContain(late.en);
    expect(toJsonStat(tableOf(dataset, { rows: 'phase' }), 'en').extension.several).toBe(false);
  });

  it('names the measures behind every cell and margin, in the order of the values', () => {
    const { measures } = toJsonStat(table, 'nb').extension;
    expect(measures.cells).toHaveLength(table.values.length);
    expect(measures.cells[1]).toEqual(measuresBehind(table, 'quality', 'no'));
    expect(measures.rows[0]).toEqual(measuresBehind(table, 'quality'));
    expect(measures.columns?.[2]).toEqual(measuresBehind(table, undefined, 'partly'));
    expect(measures.all).toEqual(measuresBehind(table));
  });

  it('has a query for every number, that finds as many measures', () => {
    for (const each of [table, tableOf(dataset, { rows: 'ks', columns: 'effects' }), shares]) {
      const { measures, counts, margins, n } = toJsonStat(each, 'nb').extension;
      const found = (queries: readonly Filters[] | undefined) => queries?.map((query) => count(dataset, query));
      expect(found(measures.cells)).toEqual(counts);
      expect(found(measures.rows)).toEqual(margins.rows);
      expect(found(measures.columns)).toEqual(margins.columns);
      expect(found([measures.all])).toEqual([n]);
    }
  });

  it('marks withheld numbers', () => {
    const read = JSONstat(JSON.parse(JSON.stringify(toJsonStat(withheld, 'nb'))));
    expect(read.Data({ funding: 'no' })).toMatchObject({ value: null, status: ':' });
    expect(read.id).toEqual(['funding', 'contents', 'year']);
  });

  it('names both sides when a variable is crossed with itself', () => {
    expect(toJsonStat(tableOf(dataset, { rows: 'phase', columns: 'phase' }), 'nb').id.slice(0, 2)).toEqual([
      'phase',
      'phase-2',
    ]);
  });
});

describe('toCsv', () => {
  it('strict: comma, point, LF, codes and labels', () => {
    const csv = toCsv(shares, 'nb');
    expect(csv.split('\n')).toEqual([
      'effects,effects_label,value,count,notice,contents,unit,base,n,selection,year,release',
      'quality,quality,66.6667,2,Alt er oppdiktet.,share,percent,answered:table,3,,2019,2019.1',
      'efficiency,efficiency,66.6667,2,Alt er oppdiktet.,share,percent,answered:table,3,,2019,2019.1',
      'other,other,33.3333,1,Alt er oppdiktet.,share,percent,answered:table,3,,2019,2019.1',
      '',
    ]);
  });

  it('excel: semicolon, decimal comma, CRLF, byte-order mark', () => {
    const csv = toCsv(shares, 'en', { flavour: 'excel' });
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.slice(1).split('\r\n').slice(0, 2)).toEqual([
      'effects (code);effects;Per cent;Measures;Note;The number tells;Unit;Base;Measures in the table (n);Selection;Year;Release',
      'quality;quality;66,6667;2;All of it is invented.;Share in per cent of the measures that answered;Per cent;Measures with an answer. Shares are of all measures in the table;3;;2019;2019.1',
    ]);
  });

  it('says the selection and the address in every line', () => {
    const chosen = tableOf(dataset, { rows: 'phase', filters: { funding: ['yes', 'no'] } });
    const [first] = parse(toCsv(chosen, 'nb', { where }), { columns: true }) as Record<string, string>[];
    expect(first).toMatchObject({ contents: 'count', selection: 'funding=yes,no', source: where.page });
    const words = parse(toCsv(chosen, 'nb', { where, flavour: 'excel' }), { columns: true, delimiter: ';', bom: true });
    expect(words[0]).toMatchObject({ Utvalg: 'funding: yes eller no', Enhet: 'Tiltak' });
  });

  it('has every cell, withheld ones marked', () => {
    const records: Record<string, string>[] = parse(toCsv(table, 'nb'), { columns: true });
    expect(records.map((record) => Number(record.value))).toEqual(table.values);
    expect(parse(toCsv(withheld, 'nb')).map((line: string[]) => line[2])).toEqual(['value', '2', ':', '0', '1']);
  });

  it('defuses formulas', () => {
    const names = (_: string, code: string) => ({ nb: `=HYPERLINK("${code}")`, nn: '+1', en: '\tx' });
    const evil = tableOf(sampleDataset(sampleRows, { names }), { rows: 'ministry' });
    const labels = (language: 'nb' | 'nn' | 'en') => parse(toCsv(evil, language)).map((line: string[]) => line[1]);
    expect(labels('nb')[1]).toBe(`'=HYPERLINK("FIN")`);
    expect(labels('nn')[1]).toBe("'+1");
    expect(labels('en')[1]).toBe("'\tx");
  });
});

describe('toParquet', () => {
  it('has the same lines as the CSV with types, why a number is missing, and the explanation', async () => {
    const bytes = await toParquet(withheld, 'nb', where);
    const file = Uint8Array.from(bytes).buffer;
    const rows = await parquetReadObjects({ file });
    expect(rows.map(({ funding, value, status, n }) => [funding, value, status, n])).toEqual([
      ['yes', 2n, null, 4n],
      ['no', null, ':', 4n],
      ['partly', 0n, null, 4n],
      ['blank', 1n, null, 4n],
    ]);
    expect(rows[0]).toMatchObject({ unit: 'measures', release: '2019.1', source: where.page });
    const { key_value_metadata: said } = parquetMetadata(file);
    expect(said).toContainEqual({ key: 'license', value: where.license.url });
    const decimal = await parquetReadObjects({ file: Uint8Array.from(await toParquet(shares, 'nb')).buffer });
    expect(decimal.map(({ value, count }) => [value, count])).toEqual([
      [66.6667, 2n],
      [66.6667, 2n],
      [33.3333, 1n],
    ]);
  });
});

describe('toXlsx', () => {
  it('has a sheet per table and one that explains them', async () => {
    const bytes = await toXlsx([table, withheld], 'nb');
    const sheets = await readExcelFile(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Tabell 1', 'Tabell 2', 'Forklaring']);
    const [first, second, explanation] = sheets.map(({ data }) => data);
    expect(first?.[2]).toEqual(['effects', 'yes', 'no', 'partly', 'Ikke svart', 'Tiltak i alt']);
    expect(first?.[3]).toEqual(['quality', 1, 1, 0, 0, 2]);
    expect(first?.at(-1)).toEqual(['Tiltak i alt', 2, 1, 0, 1, 4]);
    expect(second?.[4]?.[1]).toBe(':');
    const said = explanation?.flat();
    // Read by people: days and clocks as in Norway, in their language.
    expect(explanation).toContainEqual(['Data per', '25. september 2019']);
    expect(explanation).toContainEqual(['Utgaven ble laget', '25. september 2019 kl. 12:00']);
    expect(said).toContain(late.nb);
    expect(said).toContain('Ja: effects');
    expect(said).toContain(notice.nb);
    expect(first?.[1]?.[0]).toBe(notice.nb);
  });

  it('explains itself: where it is, under which licence, of what, and in which unit', async () => {
    const selected = tableOf(dataset, { rows: 'phase', filters: { funding: ['yes'] } });
    const sheets = await readExcelFile(Buffer.from(await toXlsx([selected], 'nb', where)));
    expect(sheets.at(-1)?.data).toEqual(
      expect.arrayContaining([
        ['Enhet', 'Tiltak'],
        ['Utvalg', 'funding: yes'],
        ['Nettside', where.page],
        ['Adresse for programmer', where.data],
        ['Lisens', `NLOD 2.0, ${where.license.url}`],
      ]),
    );
  });

  it.each([
    // One answer each: the shares are the whole. Several: nothing. In a row, and in all.
    [{ rows: 'funding', statistic: 'share' }, ['Til sammen, prosent', 100, null]],
    [{ rows: 'effects', statistic: 'share' }, ['Til sammen, prosent', null, null]],
    [{ rows: 'phase', columns: 'funding', statistic: 'share' }, ['Til sammen, prosent', 100, 100, null, null, null]],
    [
      { rows: 'phase', columns: 'funding', statistic: 'share', shareOf: 'table' },
      ['Til sammen, prosent', null, null, null, 100, null],
    ],
    [
      { rows: 'effects', columns: 'funding', statistic: 'share' },
      ['Til sammen, prosent', null, null, null, null, null],
    ],
  ] as const)('%o: percent ends in 100 or nothing', async (query, last) => {
    const [first] = await readExcelFile(Buffer.from(await toXlsx([tableOf(dataset, query)], 'nb')));
    expect(first?.data.at(-2)).toEqual(last);
    const heading = first?.data[2] ?? [];
    expect(heading.slice(1, -1).every((said) => /prosent$/i.test(String(said)))).toBe(true);
  });

  it('says per row what shares of a row add up to', async () => {
    const byRow = tableOf(dataset, { rows: 'phase', columns: 'funding', statistic: 'share', shareOf: 'rows' });
    const [first] = await readExcelFile(Buffer.from(await toXlsx([byRow], 'nb')));
    expect(first?.data[2]?.slice(-2)).toEqual(['Til sammen, prosent', 'Tiltak i alt']);
    expect(first?.data.slice(3).map((line) => line.at(-2))).toEqual([100, 100, 100, null, null]);
  });

  it('ends a column of shares or kroner with nothing, and says the number of measures last', async () => {
    const last = async (table: Table) => {
      const [first] = await readExcelFile(Buffer.from(await toXlsx([table], 'nb')));
      return first?.data.at(-1);
    };
    expect(await last(shares)).toEqual(['Tiltak i alt', null, 3]);
    expect(await last(tableOf(dataset, { rows: 'phase', statistic: 'sum', of: 'cost' }))).toEqual([
      'Tiltak i alt',
      null,
      3,
    ]);
    expect(await last(tableOf(dataset, { rows: 'phase' }))).toEqual(['Tiltak i alt', 4, 4]);
  });

  it('opens whatever words people use', async () => {
    const words = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
    const rows = words.map((word) => ({ answers: { ministry: word }, known: {} }));
    const table = tableOf(sampleDataset(rows), { rows: 'ministry' });
    const [first] = await readExcelFile(Buffer.from(await toXlsx([table], 'nb')));
    expect(first?.data.slice(3, -1)).toEqual(words.toSorted().map((word) => [word, 1, 1]));
    const { dimension, value } = JSON.parse(JSON.stringify(toJsonStat(table, 'nb')));
    const { index, label } = dimension.ministry.category;
    expect(index.map((code: string) => label[code])).toEqual(words.toSorted());
    expect(value).toEqual([1, 1, 1, 1, 1]);
    expect(parse(toCsv(table, 'nb')).map(([, label]: string[]) => label)).toEqual([
      'ministry_label',
      ...words.toSorted(),
    ]);
  });

  it('is the same bytes at another time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2020-01-01') });
    const then = await toXlsx([table], 'nb');
    vi.setSystemTime(new Date('2031-07-08T09:10:11'));
    const later = await toXlsx([table], 'nb');
    vi.useRealTimers();
    expect(Buffer.compare(then, later)).toBe(0);
  });
});
