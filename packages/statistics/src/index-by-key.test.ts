import { type Edition, editionOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import type { Filters } from './filter.ts';
import { placesLeftBy } from './index-by-key.ts';
import { tableOf } from './table.ts';
import { randomDataset } from './testing.ts';

const dataset = randomDataset(editionOf('2019') as Edition, 2000, 11);
const narrow: Filters = { ministry: ['D02', 'D03'] };

/** The places of the measures with a key of one of the codes, looked up one by one. */
function placesWith(variable: string, codes: readonly string[]): number[] {
  const { keys, members, categories } = dataset.columns.get(variable) ?? { keys: [], members: [], categories: [] };
  const has = (key: number) => (members[key] ?? []).some((place) => codes.includes(categories[place]?.code as string));
  return [...keys].flatMap((key, place) => (has(key) ? [place] : []));
}

test('the places that the narrowest filter leaves are found where they are few, and only then', () => {
  const expected = placesWith('ministry', ['D02', 'D03', 'withheld']);
  expect(expected.length).toBeGreaterThan(0);
  expect([...(placesLeftBy(dataset, narrow) ?? [])].sort((a, b) => a - b)).toEqual(expected);
  expect(placesLeftBy(dataset, { ...narrow, phase: ['idea', 'concept'] })).toEqual(placesLeftBy(dataset, narrow));
  expect(placesLeftBy(dataset, {})).toBeUndefined();
  expect(
    placesLeftBy(dataset, { ministry: dataset.columns.get('ministry')?.categories.map(({ code }) => code) ?? [] }),
  ).toBe(undefined);
});

test('nobody passes: a table of nothing', () => {
  const table = tableOf(dataset, { rows: 'phase', columns: 'tags', filters: { agency: ['unknown'] } });
  expect(table.n).toBe(0);
});
