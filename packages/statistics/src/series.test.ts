import type { Comparison } from '@samblikk/questionnaire';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder } from './dataset.ts';
import { seriesToJsonStat } from './export/series.ts';
import { sampleRows, sampleVariables } from './sample.ts';
import { changeBetween, lineOf, type SeriesYear, seriesOf, yearOfTable } from './series.ts';
import { tableOf } from './table.ts';

const text = (nb: string) => ({ nb, nn: nb, en: nb });

function phasesOf(year: number, measures: number) {
  const builder = new DatasetBuilder({ id: String(year), year }, sampleVariables);
  for (const row of sampleRows.slice(0, measures)) builder.add(row);
  return tableOf(builder.build(), { rows: 'phase' });
}

const tables = [phasesOf(2019, 4), phasesOf(2018, 2), phasesOf(2017, 1)].map(yearOfTable);
const since = (year: number, at: Comparison) => (_: SeriesYear, to: SeriesYear) =>
  to.edition.year === year ? at : ({ with: 'same', notes: [] } as const);

describe('seriesOf', () => {
  it('is one piece while answers compare, with the notes that go with it', () => {
    const series = seriesOf(tables, since(2019, { with: 'note', notes: [text('Ny fase')] }));
    expect(series.years.map(({ edition }) => edition.year)).toEqual([2017, 2018, 2019]);
    expect(lineOf(series, 'concept')?.pieces).toEqual([
      [2017, 2018, 2019].map((year, place) => ({
        ...{ year, value: place === 2 ? 2 : 0, count: place === 2 ? 2 : 0, measures: { phase: ['concept'] } },
      })),
    ]);
    expect(changeBetween(series, ['concept'], 2018, 2019)).toEqual({ change: 2 });
    expect(series.notes).toEqual([{ from: 2018, to: 2019, note: text('Ny fase') }]);
  });

  it('never joins values across a break, and refuses their difference', () => {
    const series = seriesOf(tables, since(2019, { with: 'break', notes: [text('Nytt spørsmål')] }));
    expect(series.lines[0]?.pieces.map((piece) => piece.map(({ year }) => year))).toEqual([[2017, 2018], [2019]]);
    expect(changeBetween(series, ['idea'], 2017, 2019)).toEqual({ refused: [text('Nytt spørsmål')] });
    expect(changeBetween(series, ['idea'], 2017, 2018)).toEqual({ change: 0 });
  });

  it('starts a new piece where the question is new, though nothing more is said', () => {
    const series = seriesOf(tables, since(2018, { with: 'new', notes: [] }));
    expect(series.lines[0]?.pieces).toHaveLength(2);
    expect(series.breaks).toMatchObject([{ from: 2017, to: 2018 }]);
  });

  it('of one variable twice has two sides, each with a name of its own', () => {
    const builder = new DatasetBuilder({ id: '2019', year: 2019 }, sampleVariables);
    for (const row of sampleRows) builder.add(row);
    const twice = tableOf(builder.build(), { rows: 'phase', columns: 'phase' });
    const series = seriesOf([yearOfTable(twice)], () => ({ with: 'same', notes: [] }));
    const { id, size, dimension, value } = seriesToJsonStat(series, { title: text('t'), language: 'nb' });
    expect(id).toEqual(['phase', 'phase-2', 'contents', 'year']);
    expect(Object.keys(dimension)).toEqual(id);
    // One idea, two concepts, one in execution: each beside itself.
    expect([size, value]).toEqual([
      [3, 3, 1, 1],
      [1, 0, 0, 0, 2, 0, 0, 0, 1],
    ]);
  });

  it('refuses tables that count different things', () => {
    const [table] = tables;
    if (!table) throw new Error('no table');
    const link = () => ({ with: 'same', notes: [] }) as const;
    expect(() => seriesOf([table, { ...table, base: 'answered' }], link)).toThrow(RangeError);
    expect(() => seriesOf([table, { ...table, filters: { phase: ['idea'] } }], link)).toThrow(RangeError);
    expect(() => seriesOf([], link)).toThrow(RangeError);
  });
});
