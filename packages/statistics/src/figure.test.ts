import { describe, expect, it } from 'vitest';
import { canCompute, computeFigure, type Figure } from './figure.ts';
import { sampleDataset } from './sample.ts';

const title = { nb: 'Tittel', nn: 'Tittel', en: 'Title' };
const note = { nb: 'Merknad', nn: 'Merknad', en: 'Note' };
const figure: Figure = { id: 'f', number: 1, title, rows: 'ministry', columns: 'phase', order: 'size', notes: [note] };
const dataset = sampleDataset();

describe('computeFigure', () => {
  it('puts the largest row first, with its cells', () => {
    const table = computeFigure(figure, dataset);
    expect(table.dimensions[0]?.categories.map(({ code }) => code)).toEqual(['KMD', 'FIN']);
    expect(table.values).toEqual([1, 2, 0, 0, 0, 1]);
    expect(table.counts).toEqual(table.values);
    expect(table.margins.rows).toEqual([3, 1]);
  });

  it('has the title and notes of the figure', () => {
    expect(computeFigure(figure, dataset)).toMatchObject({ title, notes: [note] });
  });
});

describe('canCompute', () => {
  it('asks for every variable the figure counts by', () => {
    const selections = [{ code: 'a', label: title, where: { nothing: ['yes'] } }];
    expect(canCompute(figure, dataset)).toBe(true);
    expect(canCompute({ ...figure, columns: 'nothing' }, dataset)).toBe(false);
    expect(canCompute({ ...figure, filters: { nothing: ['a'] } }, dataset)).toBe(false);
    expect(canCompute({ ...figure, rows: { id: 's', label: title, selections } }, dataset)).toBe(false);
  });
});
