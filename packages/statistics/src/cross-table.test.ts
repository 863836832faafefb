import type { MeasureRow, Variable } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnOf, type Dataset, datasetFrom } from './dataset.ts';
import type { Filters } from './filter.ts';
import { dataset2019, edition2019, rows2019 } from './report/survey-2019.ts';
import { sampleDataset, sampleRows } from './sample.ts';
import { tableOf } from './table.ts';

/** The same by plain loops over rows, one cell at a time: slow and obvious. */
function slowly(dataset: Dataset, rows: readonly MeasureRow[], row: string, column: string, filters: Filters) {
  const variable = (id: string): Variable => columnOf(dataset, id).variable;
  const codes = (id: string, measure: MeasureRow): readonly string[] => {
    const coded = variable(id).codesOf(measure);
    return coded.state === 'blank' ? ['blank'] : coded.state === 'notAsked' ? [] : coded.codes;
  };
  const passing = rows.filter((measure) =>
    Object.entries(filters).every(([id, wanted]) => codes(id, measure).some((code) => wanted.includes(code))),
  );
  const asked = passing.filter((measure) => codes(row, measure).length > 0 && codes(column, measure).length > 0);
  const cells: Record<string, number> = {};
  const add = (cell: string) => {
    cells[cell] = (cells[cell] ?? 0) + 1;
  };
  for (const measure of asked) {
    for (const first of codes(row, measure)) {
      add(`${first} ×`);
      for (const second of codes(column, measure)) add(`${first} × ${second}`);
    }
    for (const second of codes(column, measure)) add(`× ${second}`);
  }
  return { cells, n: asked.length };
}

function quickly(dataset: Dataset, row: string, column: string, filters: Filters) {
  const table = tableOf(dataset, { rows: row, columns: column, filters });
  const [rows, columns] = table.dimensions.map((dimension) => dimension.categories.map(({ code }) => code));
  const all: [string, number | null][] = [
    ...(rows ?? []).flatMap((first, i) =>
      (columns ?? []).map((second, j): [string, number | null] => [
        `${first} × ${second}`,
        table.values[i * (columns?.length ?? 0) + j] ?? null,
      ]),
    ),
    ...(rows ?? []).map((first, i): [string, number | null] => [`${first} ×`, table.margins.rows[i] ?? null]),
    ...(columns ?? []).map((second, j): [string, number | null] => [`× ${second}`, table.margins.columns?.[j] ?? null]),
  ];
  return { cells: Object.fromEntries(all.filter(([, count]) => count !== 0)), n: table.n };
}

const main = ['phase', 'costBand', 'crossCutting', 'funding', 'scope', 'effects', 'discussedWithKs', 'skate'];

describe('cross tables of 2019', () => {
  it.each([
    ['the whole round', {}],
    ['a ministry', { ministry: ['KMD'] }],
    ['an agency', { agency: ['889640782'] }],
    ['two filters', { phase: ['idea', 'execution', 'blank'], effects: ['efficiency', 'coherentServices'] }],
  ])('agree with plain loops, each by each, for %s', (_, filters: Filters) => {
    for (const row of main) {
      for (const column of main) {
        expect(quickly(dataset2019, row, column, filters), `${row} × ${column}`).toEqual(
          slowly(dataset2019, rows2019, row, column, filters),
        );
      }
    }
  });

  it('has the published numbers in the margins of phase by funding', () => {
    const table = tableOf(dataset2019, { rows: 'phase', columns: 'funding' });
    expect(table.dimensions[1]?.categories.map(({ code }) => code)).toEqual(['yes', 'no', 'partly', 'blank']);
    expect(table.margins.columns).toEqual([301, 61, 56, 14]);
    expect(table.n).toBe(432);
  });

  it('counts every variable by every other as plain loops do', () => {
    for (const row of dataset2019.columns.keys()) {
      if (columnOf(dataset2019, row).numbers) continue;
      expect(quickly(dataset2019, row, 'ministry', {}), row).toEqual(
        slowly(dataset2019, rows2019, row, 'ministry', {}),
      );
    }
  });
});

describe('the order of rows', () => {
  const everyTable = (dataset: Dataset) =>
    (['count', 'share', 'sum', 'median'] as const).flatMap((statistic) =>
      ['phase', 'effects', 'ministry'].map((columns) =>
        tableOf(dataset, { rows: 'ks', columns, statistic, of: 'cost' }),
      ),
    );

  it('does not matter, whatever the answers', () => {
    const code = (id: string, codes: string[]) =>
      fc.option(fc.constantFrom(...codes), { nil: undefined }).map((c) => [id, c]);
    const row = fc
      .tuple(
        code('phase', ['idea', 'concept', 'execution']),
        code('ks', ['yes', 'no', 'notAsked']),
        code('ministry', ['A', 'B', 'C']),
        fc.subarray(['quality', 'efficiency', 'other'], { minLength: 1 }).map((codes) => ['effects', codes]),
        fc.option(fc.integer({ min: 0, max: 1e10 }), { nil: undefined }).map((cost) => ['cost', cost]),
      )
      .map(
        (pairs): MeasureRow => ({
          answers: Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined)),
          known: {},
        }),
      );
    const shuffled = fc
      .array(row, { maxLength: 40 })
      .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })));
    fc.assert(
      fc.property(shuffled, ([rows, otherwise]) => {
        expect(everyTable(sampleDataset(otherwise))).toEqual(everyTable(sampleDataset(rows)));
      }),
    );
  });

  it('does not matter in the survey of 2019', () => {
    const backwards = datasetFrom(edition2019, rows2019.toReversed());
    for (const rows of ['ministry', 'agency', 'effects', 'tags']) {
      expect(tableOf(backwards, { rows, columns: 'phase' })).toEqual(tableOf(dataset2019, { rows, columns: 'phase' }));
    }
  });
});

describe('many distinct answers', () => {
  it('are counted one measure at a time when counters for all pairs would be too many', () => {
    const rows = Array.from(
      { length: 6300 },
      (_, i): MeasureRow => ({
        answers: { ...sampleRows[i % 4]?.answers, ministry: `M${i % 2100}` },
        known: {},
      }),
    );
    const dataset = sampleDataset(rows);
    // 2102 × 2102 pairs of keys are more than the dense limit.
    const table = tableOf(dataset, { rows: 'ministry', columns: 'ministry' });
    expect(table.n).toBe(6300);
    expect(table.values.filter((value) => value === 3)).toHaveLength(2100);
    expect(table.margins.rows.every((value) => value === 3)).toBe(true);
  });
});
