import type { Comparison } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DatasetBuilder } from './dataset.ts';
import { changeBetween, lineOf, seriesOf, yearOfTable } from './series.ts';
import { tableOf } from './table.ts';
import { type Measure, slowAmount, slowTable, someMeasures, someQuery, variables } from './testing-slowly.ts';

// Every point of a series, and every change, from lists of the measures of its years.

const text = (nb: string) => ({ nb, nn: nb, en: nb });
const someYears = fc.uniqueArray(
  fc.record({
    year: fc.integer({ min: 2015, max: 2030 }),
    measures: someMeasures,
    /** How it compares with the year before it. */
    compares: fc.constantFrom<Comparison>(
      { with: 'same', notes: [] },
      { with: 'note', notes: [text('Note')] },
      { with: 'break', notes: [text('Break')] },
      { with: 'new', notes: [] },
    ),
  }),
  { minLength: 1, maxLength: 4, selector: ({ year }) => year },
);
const twoSides = someQuery.map(({ layers: _, ...query }) => query);

function datasetIn(year: number, measures: readonly Measure[]) {
  const builder = new DatasetBuilder({ id: String(year), year }, variables);
  for (const { row, late } of measures) builder.add(row, late);
  return builder.build();
}

test('a point is the number of its year, and a change the difference of two that no break is between', () => {
  fc.assert(
    fc.property(someYears, twoSides, (years, query) => {
      const tables = years.map(({ year, measures }) => tableOf(datasetIn(year, measures), query));
      const series = seriesOf(
        tables.map((table) => yearOfTable(table)),
        (_, to) => years.find(({ year }) => year === to.edition.year)?.compares as Comparison,
      );
      const inOrder = years.toSorted((a, b) => a.year - b.year);
      const isBreak = (place: number) => ['break', 'new'].includes(inOrder[place]?.compares.with ?? '');
      const all = new Set(tables.flatMap(({ dimensions: [rows, columns] }) => codesIn(rows, columns)));
      expect(new Set(series.lines.map(({ codes }) => codes.join(' ')))).toEqual(all);

      for (const { codes, pieces } of series.lines) {
        const [row, column] = codes;
        const points = inOrder.map(({ year, measures }) => {
          const table = tables.find(({ edition }) => edition.year === year);
          const slow = slowTable(measures, query);
          const within = slow.within(row, column);
          if (!codesIn(...(table?.dimensions ?? [])).includes(codes.join(' '))) {
            expect(within).toEqual([]);
            // Nobody left it blank, or keeps it back, that year; of a ministry that had no measures nothing is known.
            const isKnown = codes.every(
              (code, side) =>
                ['blank', 'withheld'].includes(code) ||
                table?.dimensions[side]?.categories.some((category) => category.code === code),
            );
            if (table?.base !== 'asked' || !isKnown) return [year, null, null];
            if (query.statistic === 'share' && table.shareOf === 'table')
              return [year, slow.within().length === 0 ? null : 0, 0];
            return [year, query.statistic === 'count' ? 0 : null, 0];
          }
          const base = { table: [], rows: [row], columns: [undefined, column], layers: [] }[table?.shareOf ?? 'table'];
          const among = slow.within(...base).length;
          if (query.statistic === 'count') return [year, within.length, within.length];
          if (query.statistic === 'share')
            return [year, among === 0 ? null : (within.length / among) * 100, within.length];
          return [year, slowAmount(query.statistic as 'sum', within, query.p), within.length];
        });
        expect(pieces.flat().map(({ year, value, count }) => [year, value, count])).toEqual(points);
        // A piece ends where the next year is a break, and nowhere else.
        const ends = pieces.slice(1).map(([first]) => first?.year);
        expect(ends).toEqual(inOrder.flatMap(({ year }, place) => (place > 0 && isBreak(place) ? [year] : [])));

        for (const [i, from] of inOrder.entries())
          for (let j = i; j < inOrder.length; j += 1) {
            const to = inOrder[j] as (typeof inOrder)[number];
            const said = changeBetween(series, codes, from.year, to.year);
            const crosses = inOrder.some((_, place) => place > i && place <= j && isBreak(place));
            expect('refused' in said && said.refused.length > 0).toBe(crosses);
            const [before, after] = [points[i]?.[1], points[j]?.[1]];
            if ('change' in said) expect(said.change).toEqual(before == null || after == null ? null : after - before);
          }
        expect(lineOf(series, ...codes)?.codes).toEqual(codes);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order in which years are given changes nothing', () => {
  fc.assert(
    fc.property(someYears, twoSides, (years, query) => {
      const tables = years.map(({ year, measures }) => yearOfTable(tableOf(datasetIn(year, measures), query)));
      const link = () => ({ with: 'same', notes: [] }) as const;
      const told = (all: typeof tables) => JSON.stringify(seriesOf(all, link));
      expect(told(tables.toReversed())).toBe(told(tables));
    }),
    { numRuns: 30 },
  );
});

type Sides = readonly ({ readonly categories: readonly { readonly code: string }[] } | undefined)[];
function codesIn(...[rows, columns]: Sides): string[] {
  return (rows?.categories ?? []).flatMap(({ code }) =>
    columns ? columns.categories.map((column) => `${code} ${column.code}`) : [code],
  );
}
