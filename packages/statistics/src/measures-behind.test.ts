import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { measuresBehind } from './measures-behind.ts';
import { sampleDataset } from './sample.ts';
import { type TableQuery, tableOf } from './table.ts';

const dataset = sampleDataset();
const label = { nb: 'A', nn: 'A', en: 'A' };
const variables = ['phase', 'funding', 'effects', 'ks', 'ministry'];

const queries: TableQuery[] = variables.flatMap((rows) =>
  variables.flatMap((columns) => [
    { rows, columns },
    { rows, columns, statistic: 'share' as const },
    { rows, columns, filters: { effects: ['quality', 'other'], funding: ['yes', 'no'] } },
    { rows, columns, statistic: 'sum' as const, of: 'cost' },
    { rows, columns, merges: { effects: [{ code: 'm', label, codes: ['quality', 'other'] }] } },
  ]),
);

describe('measuresBehind', () => {
  it('finds as many measures as the number says: every cell, margin and total', () => {
    for (const query of queries) {
      const table = tableOf(dataset, query);
      const [rows, columns] = table.dimensions;
      const listed = (row?: string, column?: string) => count(dataset, measuresBehind(table, row, column));
      const cells = rows?.categories.flatMap((row) =>
        columns?.categories.map((column) => listed(row.code, column.code)),
      );
      expect(cells, JSON.stringify(query)).toEqual(table.counts);
      expect(rows?.categories.map((row) => listed(row.code))).toEqual(table.margins.rows);
      expect(columns?.categories.map((column) => listed(undefined, column.code))).toEqual(table.margins.columns);
      expect(listed()).toBe(table.n);
    }
  });

  it('names merged codes, and codes that must be chosen together', () => {
    const merges = { phase: [{ code: 'early', label, codes: ['idea', 'concept'] }] };
    expect(measuresBehind(tableOf(dataset, { rows: 'phase', merges }), 'early')).toEqual({
      phase: ['idea', 'concept'],
    });
    const among = tableOf(dataset, { rows: 'effects', filters: { effects: ['quality'] } });
    expect(measuresBehind(among, 'efficiency')).toEqual({ effects: ['efficiency~quality'] });
  });

  it('refuses a category the table has not', () => {
    expect(() => measuresBehind(tableOf(dataset, { rows: 'phase' }), 'blank')).toThrow(RangeError);
  });
});
