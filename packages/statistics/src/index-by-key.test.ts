import { type Edition, editionOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import type { Filters } from './filter.ts';
import { leftBy } from './index-by-key.ts';
import { sealed } from './seal.ts';
import { tableOf } from './table.ts';
import { randomDataset } from './testing.ts';

/** Every third keeps back all but whose it is. */
const dataset = sealed(
  randomDataset(editionOf('2019') as Edition, 2000, 11),
  Uint8Array.from({ length: 2000 }, (_, place) => (place % 3 === 0 ? 1 : 0)),
  ({ id }) => id === 'ministry' || id === 'agency',
);
const narrow: Filters = { ministry: ['D02', 'D03'] };

/** The places of the measures with a key of one of the codes, looked up one by one. */
function placesWith(variable: string, codes: readonly string[]): number[] {
  const { keys, members, categories } = dataset.columns.get(variable) ?? { keys: [], members: [], categories: [] };
  const has = (key: number) => (members[key] ?? []).some((place) => codes.includes(categories[place]?.code as string));
  return [...keys].flatMap((key, place) => (has(key) ? [place] : []));
}

test('the measures that no filter fails are found where the narrowest leaves few, and only then', () => {
  const found = (filters: Filters) => [...(leftBy(dataset, filters)?.places ?? [])].sort((a, b) => a - b);
  const expected = placesWith('ministry', ['D02', 'D03', 'withheld']);
  expect(found(narrow)).toEqual(expected);
  const early = placesWith('phase', ['idea', 'concept', 'withheld']);
  const both = expected.filter((place) => early.includes(place));
  expect(both.length).toBeGreaterThan(0);
  expect(found({ ...narrow, phase: ['idea', 'concept'] })).toEqual(both);
  const all = dataset.columns.get('ministry')?.categories.map(({ code }) => code) ?? [];
  for (const many of [{}, { ministry: all }]) expect(leftBy(dataset, many)).toBeUndefined();
});

test('only a filter on what some keep back is undecided', () => {
  const filters = { ...narrow, innovation: ['high'] };
  expect(leftBy(dataset, filters)?.undecided).toEqual({ innovation: ['high'] });
});

test('nobody passes: a table of nothing', () => {
  const table = tableOf(dataset, { rows: 'phase', columns: 'tags', filters: { agency: ['unknown'] } });
  expect(table.n).toBe(0);
});
