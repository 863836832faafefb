import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from './count.ts';
import { DatasetBuilder } from './dataset.ts';
import { blankCode } from './filter.ts';
import { measuresBehind } from './measures-behind.ts';
import { plainVariable, sampleVariables } from './sample.ts';
import { lateStep, standingOf, standings } from './standing.ts';
import { tableOf } from './table.ts';
import {
  aMeasure,
  datasetOf,
  isUndecided,
  passes,
  slowAmount,
  slowTable,
  someFilters,
  someMeasures,
  someQuery,
} from './testing-slowly.ts';

test('any table of any measures has the numbers that lists of measures have', () => {
  fc.assert(
    fc.property(someMeasures, someQuery, (measures, query) => {
      const table = tableOf(datasetOf(measures), query);
      const slow = slowTable(measures, query);
      const [rows = [], columns = [undefined], layers = [undefined]] = table.dimensions.map(({ categories }) =>
        categories.map(({ code }) => code as string | undefined),
      );
      const cells = rows.flatMap((row) =>
        columns.flatMap((column) => layers.map((layer) => [row, column, layer] as const)),
      );
      expect(table.counts).toEqual(cells.map((cell) => slow.within(...cell).length));
      expect(table.margins.rows).toEqual(rows.map((row) => slow.within(row).length));
      if (table.margins.columns)
        expect(table.margins.columns).toEqual(columns.map((column) => slow.within(undefined, column).length));
      if (table.margins.layers)
        expect(table.margins.layers).toEqual(layers.map((layer) => slow.within(undefined, undefined, layer).length));
      expect(table.n).toBe(slow.within().length);
      expect(table.late).toBe(slow.within().filter(({ late }) => late).length);
      expect(table.leftOut).toEqual(slow.leftOut);

      const numberIn = ([row, column, layer]: (typeof cells)[number]) => {
        const measured = slow.within(row, column, layer);
        if (query.statistic === 'count') return measured.length;
        if (query.statistic !== 'share') return slowAmount(table.statistic, measured, query.p);
        // Where there are layers, rows and columns are those within the layer.
        const base = { table: [], rows: [row, undefined, layer], columns: [undefined, column, layer], layers: [] }[
          table.shareOf ?? 'table'
        ];
        const among = slow.within(...base).length;
        return among === 0 ? null : (measured.length / among) * 100;
      };
      expect(table.values).toEqual(cells.map(numberIn));
    }),
    { numRuns: 300 },
  );
});

/** Enough for the ways that only large tables are counted in. */
const times = 250;

test('the same measures many times give as many times the counts, however few pass', () => {
  fc.assert(
    fc.property(
      fc.array(aMeasure, { minLength: 6, maxLength: 12 }),
      someQuery,
      someFilters,
      (measures, query, filters) => {
        const counted = { ...query, statistic: 'count' as const, filters };
        const often = tableOf(datasetOf(Array.from({ length: times }, () => measures).flat()), counted);
        const once = tableOf(datasetOf(measures), counted);
        const multiplied = (counts: readonly (number | null)[]) => counts.map((count) => (count ?? 0) * times);
        expect(often.counts).toEqual(multiplied(once.counts));
        expect(often.margins.rows).toEqual(multiplied(once.margins.rows));
        expect([often.n, often.late, ...Object.values(often.leftOut)]).toEqual(
          multiplied([once.n, once.late, ...Object.values(once.leftOut)]),
        );
      },
    ),
    { numRuns: 100 },
  );
});

test('own words in more combinations than are kept apart are counted, summed and ordered as lists are', () => {
  const phases = ['idea', 'concept', 'execution'];
  const words = (i: number) => [`w${i % 300}`, `v${Math.floor(i / 300)}`];
  const measures = Array.from({ length: 70_000 }, (_, i) => ({
    words: words(i),
    phase: phases[i % 7],
    cost: i % 5 === 0 ? undefined : i * 1000,
  }));
  const builder = new DatasetBuilder({ id: '2019', year: 2019 }, [
    ...sampleVariables,
    plainVariable('words', undefined, true),
  ]);
  for (const { words, phase, cost } of measures) {
    builder.add({ answers: { words, ...(phase && { phase }), ...(cost !== undefined && { cost }) }, known: {} });
  }
  const dataset = builder.build();
  const some = ['w7', 'w299', 'v0', 'v233'];
  for (const statistic of ['count', 'sum', 'median'] as const) {
    const table = tableOf(dataset, {
      rows: 'words',
      columns: 'phase',
      statistic,
      ...(statistic !== 'count' && { of: 'cost' }),
    });
    const [rows, columns] = table.dimensions.map(({ categories }) => categories.map(({ label }) => label.nb));
    const codes = table.dimensions[1]?.categories.map(({ code }) => code) ?? [];
    for (const word of some) {
      const row = rows?.indexOf(word) ?? -1;
      const numbers = codes.map((_, column) => table.values[row * (columns?.length ?? 0) + column]);
      const slowly = codes.map((code) => {
        const own = measures.filter(({ words, phase }) => words.includes(word) && (phase ?? blankCode) === code);
        const costs = own.flatMap(({ cost }) => cost ?? []).sort((a, b) => a - b);
        if (statistic === 'count') return own.length;
        if (statistic === 'sum') return costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0);
        const [low, high] = [costs[(costs.length - 1) >> 1], costs[costs.length >> 1]];
        return low === undefined || high === undefined ? null : (low + high) / 2;
      });
      expect([word, ...numbers]).toEqual([word, ...slowly]);
    }
    expect(table.n).toBe(statistic === 'count' ? 70_000 : 56_000);
  }
});

test('the cells of a table sum to its measures, or to more where one answer may be in several', () => {
  fc.assert(
    fc.property(someMeasures, someQuery, (measures, query) => {
      const table = tableOf(datasetOf(measures), { ...query, statistic: 'count' });
      const total = table.counts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
      if (table.dimensions.some(({ several }) => several)) expect(total).toBeGreaterThanOrEqual(table.n);
      else expect(total).toBe(table.n);
    }),
  );
});

test('filters pass, and leave undecided, the measures that lists of them do', () => {
  fc.assert(
    fc.property(someMeasures, someFilters, (measures, filters) => {
      const dataset = datasetOf(measures);
      expect(count(dataset, filters)).toBe(measures.filter((measure) => passes(filters, measure)).length);
      const standing = standingOf(dataset, filters) ?? new Uint8Array();
      const undecided = standing.filter((is) => is % lateStep === standings.undecided).length;
      expect(undecided).toBe(measures.filter((measure) => isUndecided(filters, measure)).length);
    }),
  );
});

test('the order of measures, and of codes within an answer, changes no table', () => {
  const inOtherOrder = someMeasures.chain((measures) =>
    fc.tuple(fc.constant(measures), fc.shuffledSubarray([...measures], { minLength: measures.length })),
  );
  fc.assert(
    fc.property(inOtherOrder, someQuery, ([measures, shuffled], query) => {
      const turned = shuffled.map(({ row, late }) => {
        const { effects } = row.answers;
        const answers = Array.isArray(effects) ? { ...row.answers, effects: effects.toReversed() } : row.answers;
        return { row: { ...row, answers }, late };
      });
      expect(tableOf(datasetOf(turned), query)).toEqual(tableOf(datasetOf(measures), query));
    }),
  );
});

test('every number of any table leads to as many measures', () => {
  fc.assert(
    fc.property(someMeasures, someQuery, (measures, query) => {
      const dataset = datasetOf(measures);
      const table = tableOf(dataset, query);
      const [rows = [], columns = [undefined], layers = [undefined]] = table.dimensions.map(({ categories }) =>
        categories.map(({ code }) => code as string | undefined),
      );
      const listed = (...codes: readonly (string | undefined)[]) => count(dataset, measuresBehind(table, ...codes));
      const cells = rows.flatMap((row) =>
        columns.flatMap((column) => layers.map((layer) => listed(row, column, layer))),
      );
      expect(cells).toEqual(table.counts);
      expect(rows.map((row) => listed(row))).toEqual(table.margins.rows);
      expect(listed()).toBe(table.n);
    }),
  );
});
