import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from './count.ts';
import { measuresBehind } from './measures-behind.ts';
import { sampleDataset } from './sample.ts';
import { sealed } from './seal.ts';
import { tableOf } from './table.ts';
import { datasetOf, someMeasures, someQuery, variables } from './testing-slowly.ts';

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

test('what is kept back is in no share of those who answered, and the note says so', () => {
  const shares = tableOf(apart, { rows: 'phase', statistic: 'share' });
  const known = tableOf(apart, { rows: 'phase', base: 'answered' });
  expect(shares.dimensions[0]?.categories.map(({ code }) => code)).not.toContain('withheld');
  expect(shares.values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBeCloseTo(100);
  expect(shares).toMatchObject({ n: known.n, leftOut: { withheld: 1 } });
  expect(shares.notes.map(({ nb }) => nb)).toContain(
    '1 tiltak er holdt utenfor fordi svarene er unntatt offentlighet.',
  );
  expect(count(apart, measuresBehind(shares))).toBe(shares.n);
});

test('a filter leaves out what it cannot decide, and says how many, each once', () => {
  const filtered = tableOf(apart, { rows: 'ministry', filters: { phase: ['execution'], cost: ['answered'] } });
  expect(filtered.leftOut.withheld).toBe(1);
  expect(filtered.notes.map(({ en }) => en)).toContain(
    '1 measure is left out because the answers are exempt from publication.',
  );
  const others = { phase: ['execution'], ministry: ['FIN'] };
  expect(tableOf(apart, { rows: 'ministry', filters: others }).leftOut.withheld).toBe(0);
  const all = { phase: ['execution', 'withheld'] };
  expect(tableOf(apart, { rows: 'ministry', filters: all }).leftOut.withheld).toBe(0);
});

test('a sealed dataset is that of measures which keep back the rest and came in time', () => {
  const some = fc.tuple(
    someMeasures,
    fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
    fc.subarray(variables.map(({ id }) => id)),
  );
  fc.assert(
    fc.property(some, someQuery, ([measures, marks, told], query) => {
      const marked = Uint8Array.from(measures, (_, at) => (marks[at] ? 1 : 0));
      const kept = variables.map(({ id }) => id).filter((id) => !told.includes(id));
      const instead = measures.map((measure, at) => {
        if (marked[at] === 0) return measure;
        const withheld = new Set([...(measure.row.withheld ?? []), ...kept]);
        return { row: { ...measure.row, withheld }, late: false };
      });
      const closed = sealed(datasetOf(measures), marked, ({ id }) => told.includes(id));
      expect(tableOf(closed, query)).toEqual(tableOf(datasetOf(instead), query));
    }),
    { numRuns: 200 },
  );
});
