import { describe, expect, it } from 'vitest';
import { sampleDataset } from './sample.ts';
import { tableOf } from './table.ts';

const dataset = sampleDataset();
const codes = (table: ReturnType<typeof tableOf>, dimension = 0) =>
  table.dimensions[dimension]?.categories.map((category) => category.code);

describe('tableOf', () => {
  it('counts one variable, with blank as its own category where it occurs', () => {
    const table = tableOf(dataset, { rows: 'funding' });
    expect(codes(table)).toEqual(['yes', 'no', 'partly', 'blank']);
    expect(table.values).toEqual([2, 1, 0, 1]);
    expect(table.n).toBe(4);
    expect(codes(tableOf(dataset, { rows: 'phase' }))).toEqual(['idea', 'concept', 'execution']);
  });

  it('counts two variables, row major, with direct margins', () => {
    const table = tableOf(dataset, { rows: 'effects', columns: 'funding' });
    expect(codes(table)).toEqual(['quality', 'efficiency', 'other', 'blank']);
    expect(codes(table, 1)).toEqual(['yes', 'no', 'partly', 'blank']);
    expect(table.values).toEqual([1, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
    expect(table.margins).toEqual({ rows: [2, 2, 1, 1], columns: [2, 1, 0, 1] });
    expect(table.n).toBe(4);
  });

  it('never counts a question not asked, and says how many', () => {
    const table = tableOf(dataset, { rows: 'ks' });
    expect(codes(table)).toEqual(['yes', 'no', 'blank']);
    expect(table.values).toEqual([1, 0, 1]);
    expect(table.n).toBe(2);
    expect(table.leftOut.notAsked).toBe(2);
    expect(table.notes.map((note) => note.en)).toContain('2 measures were not asked and are not counted.');
  });

  it('leaves blank out of the base of a share unless told otherwise', () => {
    const answered = tableOf(dataset, { rows: 'effects', statistic: 'share' });
    expect(codes(answered)).toEqual(['quality', 'efficiency', 'other']);
    expect(answered.n).toBe(3);
    expect(answered.values).toEqual([(2 / 3) * 100, (2 / 3) * 100, (1 / 3) * 100]);
    const asked = tableOf(dataset, { rows: 'effects', statistic: 'share', base: 'asked' });
    expect(asked.values).toEqual([50, 50, 25, 25]);
  });

  it('gives null where the base is empty, never 0 or NaN', () => {
    const table = tableOf(dataset, { rows: 'phase', columns: 'funding', statistic: 'share' });
    expect(codes(table, 1)).toEqual(['yes', 'no', 'partly']);
    expect(table.values).toEqual([0, 100, null, 50, 0, null, 50, 0, null]);
    expect(tableOf(dataset, { rows: 'phase', statistic: 'share', filters: { funding: ['partly'] } }).values).toEqual([
      null,
      null,
      null,
    ]);
  });

  it('filters by several variables and codes, and by blank', () => {
    expect(
      tableOf(dataset, { rows: 'phase', filters: { funding: ['yes', 'blank'], ministry: ['KMD'] } }).values,
    ).toEqual([0, 2, 0]);
    expect(tableOf(dataset, { rows: 'phase', filters: { ministry: ['none of that name'] } }).n).toBe(0);
  });

  it('merges categories, counting a measure with two merged codes once', () => {
    const label = { nb: 'A', nn: 'A', en: 'A' };
    const table = tableOf(dataset, {
      rows: 'effects',
      merges: { effects: [{ code: 'better', label, codes: ['quality', 'efficiency'] }] },
    });
    expect(codes(table)).toEqual(['better', 'other', 'blank']);
    expect(table.values).toEqual([3, 1, 1]);
  });

  it('sums and takes medians of amounts, null where none is stated', () => {
    const query = { rows: 'phase', columns: 'ministry', of: 'cost' } as const;
    expect(tableOf(dataset, { ...query, statistic: 'sum' }).values).toEqual([null, 4e6, null, 6e6, 2e7, null]);
    const table = tableOf(dataset, { rows: 'ministry', of: 'cost', statistic: 'median' });
    expect(table.values).toEqual([2e7, 5e6]);
    expect(table.counts).toEqual([1, 2]);
    expect(table.n).toBe(3);
  });

  it('counts selections that overlap', () => {
    const label = { nb: 'A', nn: 'A', en: 'A' };
    const selections = [
      { code: 'a', label, where: { funding: ['yes'] } },
      { code: 'b', label, where: { effects: ['quality'] } },
      { code: 'both', label, where: { funding: ['yes'], effects: ['quality'] } },
    ];
    expect(tableOf(dataset, { rows: { id: 's', label, selections } }).values).toEqual([2, 2, 1]);
  });

  it('refuses what it cannot count', () => {
    expect(() => tableOf(dataset, { rows: 'nothing' })).toThrow('unknownVariable: nothing');
    expect(() => tableOf(dataset, { rows: 'cost' })).toThrow('noCategories: cost');
    expect(() => tableOf(dataset, { rows: 'phase', filters: { funding: ['maybe'] } })).toThrow(
      'unknownCode: funding=maybe',
    );
    expect(() => tableOf(dataset, { rows: 'phase', statistic: 'sum', of: 'phase' })).toThrow('noAmount: phase');
  });
});
