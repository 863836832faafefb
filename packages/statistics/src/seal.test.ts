import { expect, test } from 'vitest';
import { count } from './count.ts';
import { measuresBehind } from './measures-behind.ts';
import { sampleDataset } from './sample.ts';
import { sealed } from './seal.ts';
import { tableOf } from './table.ts';

// The first of four measures is withheld: its ministry may be told, and nothing else.
const whose = sealed(sampleDataset(), Uint8Array.of(1, 0, 0, 0), ({ id }) => id === 'ministry');
const apart = { ...whose, sealed: true as const };
const table = tableOf(apart, { rows: 'phase', columns: 'ministry' });

test('a sealed measure counts under its own category, last before blank, and only there', () => {
  const before = tableOf(sampleDataset(), { rows: 'phase' });
  expect(table.dimensions[0]?.categories.map(({ code }) => code)).toContain('withheld');
  expect(table.n).toBe(before.n);
  expect(count(apart, { phase: ['withheld'] })).toBe(1);
  expect(count(apart, { phase: ['idea'] })).toBe(count(sampleDataset(), { phase: ['idea'] }) - 1);
  expect(count(apart, { ministry: ['KMD'] })).toBe(count(sampleDataset(), { ministry: ['KMD'] }));
  expect(count(apart, { cost: ['answered'] })).toBe(count(sampleDataset(), { cost: ['answered'] }) - 1);
});

test('where nobody is in it the category is left out', () => {
  const codes = tableOf(apart, { rows: 'phase', filters: { phase: ['execution'] } }).dimensions[0]?.categories;
  expect(codes?.map(({ code }) => code)).toEqual(['idea', 'concept', 'execution']);
  expect(count(sampleDataset(), { phase: ['withheld'] })).toBe(0);
});

test('a margin leads to a list that says whose as well, so that it counts the same', () => {
  expect(measuresBehind(table, 'idea')).toEqual({ phase: ['idea'], ministry: ['answered'] });
  expect(measuresBehind(tableOf(sampleDataset(), { rows: 'phase', columns: 'ministry' }), 'idea')).toEqual({
    phase: ['idea'],
  });
  expect(count(apart, { ministry: ['answered'] })).toBe(4);
});
