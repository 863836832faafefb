import type { MeasureRow, Variable } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { type Dataset, DatasetBuilder } from './dataset.ts';
import type { Side } from './dimension.ts';
import type { Filters } from './filter.ts';
import type { Merge } from './merge.ts';
import { sampleVariables } from './sample.ts';
import type { Table, TableQuery } from './table.ts';

/** A second way to every number, slow and obvious: lists of measures, filtered and sorted. And random measures to try it on. */

export interface Measure {
  readonly row: MeasureRow;
  readonly late: boolean;
}

/** The sample's variables, as those of an edition are: what a measure keeps back counts as withheld. */
export const variables: readonly Variable[] = sampleVariables.map((variable) => ({
  ...variable,
  codesOf: (row) =>
    row.withheld?.has(variable.id) ? { state: 'answered', codes: ['withheld'] } : variable.codesOf(row),
  ...(variable.numberOf && {
    numberOf: (row: MeasureRow) => (row.withheld?.has(variable.id) ? undefined : variable.numberOf?.(row)),
  }),
}));

const variable = (id: string) => variables.find((one) => one.id === id) as Variable;
const codesOf = (id: string, { row }: Measure): readonly string[] => variable(id).codesOf(row).codes;
const stateOf = (id: string, { row }: Measure) => variable(id).codesOf(row).state;
const keepsBack = (id: string, measure: Measure) => measure.row.withheld?.has(id) ?? false;

export function datasetOf(measures: readonly Measure[]): Dataset {
  const builder = new DatasetBuilder({ id: '2019', year: 2019 }, variables);
  for (const { row, late } of measures) builder.add(row, late);
  return builder.build();
}

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 5 });

/** A measure with any answers, none, not asked, kept back or late. */
export const aMeasure: fc.Arbitrary<Measure> = fc.record({
  row: fc.record({
    answers: fc
      .record({
        phase: optional(fc.constantFrom('idea', 'concept', 'execution')),
        funding: optional(fc.constantFrom('yes', 'no', 'partly')),
        effects: optional(fc.subarray(['quality', 'efficiency', 'other'], { minLength: 1 })),
        ks: optional(fc.constantFrom('yes', 'no', 'notAsked')),
        ministry: optional(fc.constantFrom('A', 'B', 'C')),
        cost: optional(fc.integer({ min: 0, max: 1e11 })),
      })
      .map((all) => Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined))),
    known: fc.constant({}),
    withheld: fc.oneof(
      { weight: 4, arbitrary: fc.constant(new Set<string>()) },
      { weight: 1, arbitrary: fc.subarray(['phase', 'effects', 'cost', 'ministry']).map((ids) => new Set(ids)) },
    ),
  }) as fc.Arbitrary<MeasureRow>,
  late: fc.boolean(),
});

export const someMeasures: fc.Arbitrary<readonly Measure[]> = fc.array(aMeasure, { maxLength: 30 });

const filterCodes = {
  phase: ['idea', 'concept', 'execution', 'blank', 'answered', 'withheld'],
  effects: ['quality', 'efficiency', 'other', 'quality~other', 'efficiency~quality', 'blank', 'answered'],
  ks: ['yes', 'no', 'blank'],
  ministry: ['A', 'B', 'nobody', 'blank'],
  cost: ['answered', 'blank'],
} as const;

export const someFilters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(Object.entries(filterCodes).map(([id, codes]) => [id, fc.subarray([...codes], { minLength: 1 })])),
  { requiredKeys: [] },
) as fc.Arbitrary<Filters>;

const label = { nb: 'M', nn: 'M', en: 'M' };
const someMerges: fc.Arbitrary<Readonly<Record<string, readonly Merge[]>>> = fc.constantFrom(
  {},
  { effects: [{ code: 'better', label, codes: ['quality', 'efficiency'] }] },
  { phase: [{ code: 'early', label, codes: ['idea', 'concept'] }] },
);

/** Any table that may be asked for. */
export const someQuery: fc.Arbitrary<TableQuery & { readonly rows: string }> = fc
  .record({
    sides: fc.array(fc.constantFrom('phase', 'funding', 'effects', 'ks', 'ministry'), { minLength: 1, maxLength: 3 }),
    statistic: fc.constantFrom('count', 'share', 'sum', 'median', 'mean', 'quantile'),
    base: optional(fc.constantFrom('asked', 'answered')),
    shareOf: optional(fc.constantFrom('table', 'rows', 'columns')),
    p: fc.constantFrom(0, 10, 25, 50, 90, 100),
    filters: someFilters,
    merges: someMerges,
  })
  .map(({ sides: [rows, columns, layers], base, shareOf, statistic, p, ...rest }) => ({
    ...rest,
    rows: rows as string,
    statistic: statistic as NonNullable<TableQuery['statistic']>,
    ...(columns !== undefined && { columns }),
    ...(layers !== undefined && { layers }),
    ...(base !== undefined && { base: base as 'asked' | 'answered' }),
    ...(shareOf !== undefined && { shareOf: shareOf as 'table' }),
    ...(['sum', 'median', 'mean', 'quantile'].includes(statistic) && { of: 'cost' }),
    ...(statistic === 'quantile' && { p }),
  }));

/** Whether an answer passes a filter on its variable. */
function passesOne(id: string, wanted: readonly string[], measure: Measure): boolean {
  const state = stateOf(id, measure);
  if (state === 'notAsked') return false;
  return wanted.some((code) => {
    if (code === 'blank') return state === 'blank';
    if (code === 'answered') return state === 'answered' && !(id === 'cost' && keepsBack(id, measure));
    return code.split('~').every((part) => codesOf(id, measure).includes(part));
  });
}

export const passes = (filters: Filters, measure: Measure): boolean =>
  Object.entries(filters).every(([id, wanted]) => passesOne(id, wanted, measure));

/** Passes as far as one may tell, and not in full. */
export const isUndecided = (filters: Filters, measure: Measure): boolean =>
  !passes(filters, measure) &&
  Object.entries(filters).every(([id, wanted]) => passesOne(id, wanted, measure) || keepsBack(id, measure));

/** The categories of a side that a measure is in. */
function categoriesOf(side: Side, merges: readonly Merge[], measure: Measure): readonly string[] {
  const id = side as string;
  if (stateOf(id, measure) === 'blank') return ['blank'];
  return codesOf(id, measure).map((code) => merges.find(({ codes }) => codes.includes(code))?.code ?? code);
}

/** Which measures a table is about, and how many it leaves out and why. */
export function slowTable(measures: readonly Measure[], query: TableQuery) {
  const { filters = {}, statistic = 'count', of, merges = {} } = query;
  const base = query.base ?? (statistic === 'share' ? 'answered' : 'asked');
  const sides = [query.rows, query.columns, query.layers].filter((side) => side !== undefined) as string[];
  const passing = measures.filter((measure) => passes(filters, measure));
  const counted = passing.filter((measure) => of === undefined || passesOne(of, ['answered'], measure));
  const why = (measure: Measure): 'notAsked' | 'blank' | 'withheld' | 'in' => {
    if (sides.some((id) => stateOf(id, measure) === 'notAsked')) return 'notAsked';
    if (base === 'asked') return 'in';
    if (sides.some((id) => stateOf(id, measure) === 'blank')) return 'blank';
    return sides.some((id) => keepsBack(id, measure)) ? 'withheld' : 'in';
  };
  const number = (reason: string) => counted.filter((measure) => why(measure) === reason).length;
  const inTable = counted.filter((measure) => why(measure) === 'in');
  const without = passing.filter((measure) => !counted.includes(measure));
  return {
    /** The measures in a cell, or in a margin, where a side is undefined. */
    within: (...codes: readonly (string | undefined)[]) =>
      inTable.filter((measure) =>
        sides.every(
          (id, at) => codes[at] === undefined || categoriesOf(id, merges[id] ?? [], measure).includes(codes[at]),
        ),
      ),
    leftOut: {
      notAsked: number('notAsked'),
      blank: number('blank'),
      withheld: number('withheld') + measures.filter((measure) => isUndecided(filters, measure)).length,
      withoutAmount: without.filter((measure) => !keepsBack('cost', measure)).length,
      amountWithheld: without.filter((measure) => keepsBack('cost', measure)).length,
    },
  };
}

/** What a statistic says of the amounts of some measures. */
export function slowAmount(statistic: Table['statistic'], measures: readonly Measure[], p = 50): number | null {
  const amounts = measures.map(({ row }) => row.answers.cost as number).toSorted((a, b) => a - b);
  if (amounts.length === 0) return null;
  const sum = Number(amounts.reduce((total, one) => total + BigInt(one), 0n));
  if (statistic === 'sum') return sum;
  if (statistic === 'mean') return sum / amounts.length;
  const place = ((amounts.length - 1) * (statistic === 'median' ? 50 : p)) / 100;
  const [low, high] = [amounts[Math.floor(place)] as number, amounts[Math.ceil(place)] as number];
  return low + (high - low) * (place - Math.floor(place));
}
