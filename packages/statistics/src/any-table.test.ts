import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from './count.ts';
import { measuresBehind } from './measures-behind.ts';
import { lateStep, standingOf, standings } from './standing.ts';
import { tableOf } from './table.ts';
import {
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
