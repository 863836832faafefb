import { editions } from '@samblikk/questionnaire';
import { datasetFrom, tableOf, toJsonStat } from '@samblikk/statistics';
import { describe, expect, it } from 'vitest';
import { listAddress, readDataset, readLayers } from './dataset.ts';

const edition = editions['2019'];
if (edition === undefined) throw new Error('the edition of 2019 is gone');
const rows = [
  { answers: { phase: 'idea', funding: 'yes', effects: ['efficiency', 'other'] }, known: { ministry: 'KMD' } },
  { answers: { phase: 'idea', funding: 'no' }, known: { ministry: 'KMD' } },
  { answers: { phase: 'planning' }, known: { ministry: 'JD' } },
];
const dataset = datasetFrom(edition, rows);
const register = { href: '/api/v1/register', parameters: {} };
const read = (query: Parameters<typeof tableOf>[1]) => {
  const stat = toJsonStat(tableOf(dataset, query), 'nb');
  return readDataset({ ...stat, extension: { ...stat.extension, register } });
};

describe('readDataset', () => {
  it('reads rows, columns, margins and the measures behind each', () => {
    const table = read({ rows: 'phase', columns: 'funding', filters: { ministry: ['KMD', 'JD'] } });
    const idea = table.rows.find(({ category }) => category.code === 'idea');
    const no = table.columns.findIndex(({ code }) => code === 'no');
    expect(idea?.cells[no]).toMatchObject({ value: 1, measures: { phase: ['idea'], funding: ['no'] } });
    expect(idea?.total).toMatchObject({ value: 2, measures: { phase: ['idea'] } });
    expect(table.columnTotals[no]).toMatchObject({ value: 1, measures: { funding: ['no'] } });
    expect(table.total.value).toBe(3);
    expect(table.total.measures).toEqual({ ministry: ['KMD', 'JD'] });
  });

  it('reads one dimension of shares, with the counts behind them', () => {
    const table = read({ rows: 'effects', statistic: 'share' });
    expect(table.columns).toEqual([]);
    expect(table.unit).toBe('percent');
    const efficiency = table.rows.find(({ category }) => category.code === 'efficiency');
    expect(efficiency?.cells[0]).toMatchObject({ value: 100, count: 1 });
  });
});

describe('readLayers', () => {
  it('is a table for each layer, with its own margins and the measures behind each number', () => {
    const stat = toJsonStat(tableOf(dataset, { rows: 'phase', columns: 'funding', layers: 'ministry' }), 'nb');
    const json = { ...stat, extension: { ...stat.extension, register } };
    const [jd, kmd] = readLayers(json);
    expect([jd?.label, kmd?.label].join()).toMatch(/: JD,.*: KMD$/);
    const idea = kmd?.dataset.rows.find(({ category }) => category.code === 'idea');
    expect(idea?.total).toMatchObject({ value: 2, measures: { phase: ['idea'], ministry: ['KMD'] } });
    expect(idea?.cells[0]).toMatchObject({
      value: 1,
      measures: { phase: ['idea'], funding: ['yes'], ministry: ['KMD'] },
    });
    expect(kmd?.dataset.columnTotals.map(({ value }) => value)).toEqual([1, 1, 0, 0]);
    expect([jd?.dataset.n, kmd?.dataset.n, readDataset(json).n]).toEqual([1, 2, 3]);
    expect(readDataset(json).rows).toEqual([]);
  });
});

describe('listAddress', () => {
  it('is the register’s query, readable', () => {
    const address = listAddress({ phase: ['idea', 'concept'], effects: ['a~b'] }, 2019, 2);
    expect(address).toBe('/register?round=2019&release=2&phase=idea,concept&effects=a~b');
  });
});
