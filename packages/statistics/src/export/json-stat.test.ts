import fc from 'fast-check';
import JSONstat from 'jsonstat-toolkit';
import { describe, expect, it } from 'vitest';
import { sampleDataset, sampleRows, sampleVariables } from '../sample.ts';
import { type Statistic, type Table, tableOf } from '../table.ts';
import { toJsonStat } from './json-stat.ts';

const overTheWire = (table: Table) => JSONstat(JSON.parse(JSON.stringify(toJsonStat(table, 'nb'))));
const table = tableOf(sampleDataset(), { rows: 'effects', columns: 'funding' });

describe('what the numbers are, and of when', () => {
  it('stands in dimensions of one category with the roles of the standard', () => {
    const read = overTheWire(table);
    expect(read.role).toMatchObject({ time: ['year'], metric: ['contents'] });
    expect(read.Dimension('year').id).toEqual(['2019']);
    expect(read.Dimension('contents').Category('count')).toMatchObject({
      label: 'Tiltak',
      unit: { label: 'Tiltak', decimals: 0 },
    });
  });

  it('says the base and the sign of shares, and the amount that is summed', () => {
    const share = overTheWire(tableOf(sampleDataset(), { rows: 'effects', statistic: 'share' }));
    expect(share.Dimension('contents').Category('share')).toMatchObject({
      label: 'Andel i prosent av tiltakene som svarte',
      unit: { symbol: '%', position: 'end', base: 'Tiltak med svar. Andelene er av alle tiltak i tabellen' },
    });
    const sum = overTheWire(tableOf(sampleDataset(), { rows: 'phase', statistic: 'sum', of: 'cost' }));
    expect(sum.Dimension('contents').Category('sum').label).toBe('Sum i kroner av «cost»');
  });
});

describe('where there is no number', () => {
  it('says why: nothing to take a share of, or no amount stated', () => {
    const shares = tableOf(sampleDataset(), { rows: 'ks', columns: 'funding', statistic: 'share' });
    const read = overTheWire(shares);
    // Only one measure answered both, and that is not funded: the other columns are of nothing.
    expect(read.Data({ ks: 'yes', funding: 'yes' })).toMatchObject({ value: null, status: '.' });
    expect(read.Data({ ks: 'yes', funding: 'no' })).toMatchObject({ value: 100, status: null });
    expect(toJsonStat(shares, 'nb').note.filter((note) => note.startsWith('«.»'))).toHaveLength(1);
    const medians = tableOf(sampleDataset(sampleRows.slice(0, 3)), { rows: 'phase', statistic: 'median', of: 'cost' });
    expect(overTheWire(medians).Data({ phase: 'concept' })).toMatchObject({ value: null, status: '..' });
  });
});

/** Rows at random: blank, not asked and several answers among them. */
const answer = (codes: readonly string[]) =>
  fc.oneof(fc.constantFrom(...codes), fc.constant('notAsked'), fc.constant(undefined));
const row = fc.record({
  phase: answer(['idea', 'concept', 'execution']),
  funding: answer(['yes', 'no', 'partly']),
  effects: fc.option(fc.subarray(['quality', 'efficiency', 'other'], { minLength: 1 }), { nil: undefined }),
  ks: answer(['yes', 'no']),
  cost: fc.option(fc.nat(200_000_000), { nil: undefined }),
});
const closed = fc.constantFrom(...sampleVariables.filter(({ options }) => options).map(({ id }) => id));

it('is read back by the toolkit of the standard to the same numbers and signs, whatever the table', () => {
  const statistics = fc.constantFrom<Statistic>('count', 'share', 'sum', 'median');
  const all = fc.record({
    rows: fc.array(row, { maxLength: 12 }),
    ...{ down: closed, across: fc.option(closed, { nil: undefined }), statistic: statistics },
    hidden: fc.array(fc.nat(15), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(all, ({ rows, down, across, statistic, hidden }) => {
      const measures = rows.map((answers) => ({
        answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)),
        known: {},
      }));
      const query = { rows: down, statistic, ...(across !== undefined && { columns: across }), of: 'cost' };
      const computed = tableOf(sampleDataset(measures as never), query);
      const within = hidden.filter((cell) => cell < computed.values.length);
      const made: Table = {
        ...computed,
        values: computed.values.map((value, cell) => (within.includes(cell) ? null : value)),
        status: Object.fromEntries(within.map((cell) => [cell, ':'])),
      };
      const read = overTheWire(made);
      const [rowId = '', columnId = ''] = read.id;
      const contents = { contents: statistic, year: '2019' };
      const columns = made.dimensions[1]?.categories ?? [undefined];
      made.dimensions[0]?.categories.forEach((category, i) => {
        columns.forEach((column, j) => {
          const cell = i * columns.length + j;
          const at = { ...contents, [rowId]: category.code, ...(column && { [columnId]: column.code }) };
          const { value, status } = read.Data(at);
          expect(value).toBe(made.values[cell]);
          expect(status ?? undefined).toBe(
            within.includes(cell)
              ? ':'
              : made.values[cell] === null
                ? made.unit === 'kroner'
                  ? '..'
                  : '.'
                : undefined,
          );
        });
      });
      expect(read.size.reduce((product, size) => product * size, 1)).toBe(made.values.length);
    }),
    { numRuns: 200 },
  );
});
