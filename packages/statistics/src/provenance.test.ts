import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Filters } from './filter.ts';
import { originOf, type Publication, provenanceOf } from './provenance.ts';
import { tableOf } from './table.ts';
import { datasetOf, type Measure, passes, slowTable, someFilters, someMeasures, someQuery } from './testing-slowly.ts';

// Told or not, from lists of the measures that a publication counts.

const somePublication: fc.Arbitrary<Publication> = fc.record({
  source: fc.constant({ nb: 's', nn: 's', en: 's' }),
  counts: fc.array(someFilters, { maxLength: 6 }),
  shares: fc.array(fc.record({ of: someFilters, share: someFilters }), { maxLength: 3 }),
});

test('a number is published when the publication counts the very same measures', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(someMeasures, someQuery, somePublication, (measures, query, some) => {
      // What is told of a cell of the table itself, so that there is something to find.
      const publication = {
        ...some,
        counts: [...some.counts, {}, { phase: ['idea'] }, { funding: ['yes'], phase: ['idea'] }],
      };
      const dataset = datasetOf(measures);
      const table = tableOf(dataset, query);
      const slow = slowTable(measures, query);
      const listed = (filters: Filters) => measures.filter((measure) => passes(filters, measure));
      const same = (a: readonly Measure[], b: readonly Measure[]) =>
        a.length === b.length && a.every((measure) => b.includes(measure));
      const isTold = (some: readonly Measure[]) => publication.counts.some((filters) => same(listed(filters), some));
      const isShare = (some: readonly Measure[], of: readonly Measure[]) =>
        (isTold(some) && isTold(of)) ||
        publication.shares.some((one) => same(listed(one.share), some) && same(listed(one.of), of));
      const origin = (told: boolean) => (told ? 'published' : 'invented');

      const [rows = [], columns = [undefined], layers = [undefined]] = table.dimensions.map(({ categories }) =>
        categories.map(({ code }) => code as string | undefined),
      );
      const cells = rows.flatMap((row) =>
        columns.flatMap((column) => layers.map((layer) => [row, column, layer] as const)),
      );
      const found = provenanceOf(table, dataset, publication);
      expect(found.counts).toEqual(cells.map((cell) => origin(isTold(slow.within(...cell)))));
      expect(found.margins.rows).toEqual(rows.map((row) => origin(isTold(slow.within(row)))));
      if (table.margins.columns)
        expect(found.margins.columns).toEqual(columns.map((column) => origin(isTold(slow.within(undefined, column)))));
      expect(found.n).toBe(origin(isTold(slow.within())));
      const values = cells.map(([row, column, layer]) => {
        const within = slow.within(row, column, layer);
        if (table.unit === 'kroner') return 'invented';
        if (table.unit === 'measures') return origin(isTold(within));
        const bases = {
          table: [],
          rows: [row, undefined, layer],
          columns: [undefined, column, layer],
          layers: [undefined, undefined, layer],
        };
        return origin(isShare(within, slow.within(...bases[table.shareOf ?? 'table'])));
      });
      expect(found.values).toEqual(values);
      for (const one of values) seen.add(`${table.unit} ${one}`);
      for (const { of, share } of publication.shares) {
        expect(originOf(dataset, publication, share, of)).toBe('published');
        expect(originOf(dataset, publication, share)).toBe(origin(isTold(listed(share))));
      }
    }),
    { numRuns: 150 },
  );
  expect([...seen].toSorted()).toEqual([
    'kroner invented',
    ...['measures', 'percent'].flatMap((unit) => [`${unit} invented`, `${unit} published`]),
  ]);
});
