import type { MeasureRow } from '@samblikk/questionnaire';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { describe, expect, it } from 'vitest';
import { count } from './count.ts';
import { toCsv } from './export/csv.ts';
import { toJsonStat } from './export/json-stat.ts';
import { measuresBehind } from './measures-behind.ts';
import { placesOf } from './places.ts';
import { sampleDataset, sampleVariables } from './sample.ts';
import { type ShareOf, type Table, type TableQuery, tableOf } from './table.ts';
import { variablesIn } from './variables-in.ts';

/** The codes a measure counts under by a variable; none where it is outside the table. */
function codesOf(id: string, row: MeasureRow, blankIsIn: boolean): readonly string[] {
  const coded = sampleVariables.find((variable) => variable.id === id)?.codesOf(row);
  if (coded?.state === 'blank') return blankIsIn ? ['blank'] : [];
  return coded?.codes ?? [];
}

type Codes = readonly (string | undefined)[];

/** One number by going through the measures: those that count in the place, and have an amount where one is asked for. */
function slowly(rows: readonly MeasureRow[], query: TableQuery, codes: Codes): readonly MeasureRow[] {
  const sides = [query.rows, query.columns, query.layers].map(String);
  const blankIsIn = (query.base ?? (query.statistic === 'share' ? 'answered' : 'asked')) === 'asked';
  return rows.filter((row) => {
    const own = sides.map((side) => codesOf(side, row, blankIsIn));
    const passes = Object.entries(query.filters ?? {}).every(([id, wanted]) =>
      codesOf(id, row, true).some((code) => wanted.includes(code)),
    );
    const stated = query.of === undefined || row.answers[query.of] !== undefined;
    return (
      passes &&
      stated &&
      own.every((each) => each.length > 0) &&
      own.every((each, at) => codes[at] === undefined || each.includes(codes[at]))
    );
  });
}

/** The quantile by its definition: in order, and between two neighbours in proportion. */
function slowQuantile(numbers: readonly number[], p: number): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = ((sorted.length - 1) * p) / 100;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? null : low + (high - low) * (place % 1);
}

function slowValue(rows: readonly MeasureRow[], query: TableQuery, [row, column, layer]: Codes): number | null {
  const inCell = slowly(rows, query, [row, column, layer]);
  const amounts = inCell.map(({ answers }) => Number(answers.cost));
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const bases: Record<ShareOf, Codes> = {
    table: [],
    rows: [row, undefined, layer],
    columns: [undefined, column, layer],
    layers: [undefined, undefined, layer],
  };
  const base = slowly(rows, query, bases[query.shareOf ?? 'columns']).length;
  const empty = amounts.length === 0;
  const values = {
    count: () => inCell.length,
    share: () => (base === 0 ? null : (100 * inCell.length) / base),
    sum: () => (empty ? null : total),
    mean: () => (empty ? null : total / amounts.length),
    median: () => slowQuantile(amounts, 50),
    quantile: () => slowQuantile(amounts, query.p ?? 50),
  };
  return values[query.statistic ?? 'count']();
}

const one = (...codes: string[]) => fc.option(fc.constantFrom(...codes), { nil: undefined });
const measure = fc
  .record({
    phase: one('idea', 'concept', 'execution', 'notAsked'),
    funding: one('yes', 'no', 'partly'),
    effects: fc.option(fc.subarray(['quality', 'efficiency', 'other'], { minLength: 1 }), { nil: undefined }),
    ks: one('yes', 'no', 'notAsked'),
    ministry: one('KMD', 'FIN'),
    cost: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
  })
  .map(
    (answers): MeasureRow => ({
      answers: Object.fromEntries(
        Object.entries(answers).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])),
      ),
      known: {},
    }),
  );
const side = fc.constantFrom('phase', 'funding', 'effects', 'ks', 'ministry');
const whatever = fc
  .tuple(
    fc.tuple(side, side, side),
    fc.constantFrom(
      { statistic: 'count' as const },
      ...(['table', 'rows', 'columns', 'layers'] as const).map((shareOf) => ({ statistic: 'share' as const, shareOf })),
      ...(['sum', 'mean', 'median'] as const).map((statistic) => ({ statistic, of: 'cost' })),
      ...[10, 25, 75, 90].map((p) => ({ statistic: 'quantile' as const, of: 'cost', p })),
    ),
    fc.constantFrom({}, { base: 'asked' as const }, { base: 'answered' as const }),
    fc.constantFrom(
      {},
      { filters: { funding: ['yes', 'blank'] } },
      { filters: { effects: ['quality', 'other'], ks: ['yes'] } },
    ),
  )
  .map(([[rows, columns, layers], ...rest]): TableQuery => Object.assign({ rows, columns, layers }, ...rest));

describe('a table by three variables', () => {
  it('says in every cell and margin what going through the measures one by one says, and lists as many', () => {
    fc.assert(
      fc.property(fc.array(measure, { maxLength: 15 }), whatever, (rows, query) => {
        const dataset = sampleDataset(rows);
        const table = tableOf(dataset, query);
        const { cells, margins } = placesOf(table);
        // To a millionth: what is added in another order may differ in the last bits.
        const rounded = (values: readonly (number | null)[]) =>
          values.map((value) => (value === null ? null : Math.round(value * 1e6) / 1e6));
        expect(rounded(table.values)).toEqual(rounded(cells.map((codes) => slowValue(rows, query, codes))));
        const counted = (places: readonly Codes[] = []) => places.map((codes) => slowly(rows, query, codes).length);
        const listed = (places: readonly Codes[] = []) =>
          places.map(([row, column, layer]) => count(dataset, measuresBehind(table, row, column, layer)));
        for (const through of [counted, listed]) {
          expect(through(cells)).toEqual(table.counts);
          expect(through(margins.rows)).toEqual(table.margins.rows);
          expect(through(margins.columns)).toEqual(table.margins.columns);
          expect(through(margins.layers)).toEqual(table.margins.layers);
          expect(through(margins.rowsByLayer)).toEqual(table.margins.rowsByLayer);
          expect(through(margins.columnsByLayer)).toEqual(table.margins.columnsByLayer);
          expect(through([[]])).toEqual([table.n]);
        }
      }),
      { numRuns: 60 },
    );
  });

  const table = tableOf(sampleDataset(), { rows: 'phase', columns: 'effects', layers: 'ministry' });

  it('is the same in JSON-stat and CSV, cell by cell, layers innermost', () => {
    const read = JSONstat(JSON.parse(JSON.stringify(toJsonStat(table, 'nb'))));
    expect(read.id.slice(0, 3)).toEqual(['phase', 'effects', 'ministry']);
    const lines: Record<string, string>[] = parse(toCsv(table, 'nb'), { columns: true });
    expect(lines).toHaveLength(table.values.length);
    for (const { phase = '', effects = '', ministry = '', value } of lines) {
      const cell = { phase, effects, ministry, contents: 'count', year: '2019' };
      expect(read.Data(cell).value).toBe(Number(value));
    }
    expect(
      lines.find((line) => line.phase === 'idea' && line.effects === 'quality' && line.ministry === 'KMD')?.value,
    ).toBe('1');
  });

  it('is about its layers too, and two are no layers of one', () => {
    expect(variablesIn({ rows: 'phase', columns: 'funding', layers: 'ministry' })).toContain('ministry');
    const two: Table = tableOf(sampleDataset(), { rows: 'phase', layers: 'ministry' });
    expect(two).toEqual(tableOf(sampleDataset(), { rows: 'phase', columns: 'ministry' }));
  });

  it('says in its title what it is by, when, and what shares are within', () => {
    const title = (query: TableQuery) => tableOf(sampleDataset(), query).title.nb;
    expect(table.title.nb).toBe('Tiltak etter: phase, effects og ministry, 2019');
    const shares = { rows: 'phase', columns: 'funding', layers: 'ministry', statistic: 'share' } as const;
    expect(title(shares)).toBe(
      'Andel i prosent av tiltakene som svarte, innenfor «funding» og «ministry», etter: phase, funding og ministry, 2019',
    );
    expect(title({ rows: 'phase', statistic: 'quantile', of: 'cost', p: 90 })).toBe(
      '90-prosentil i kroner av «cost» etter: phase, 2019',
    );
  });
});
