import type { MeasureRow, Text, Variable } from '@samblikk/questionnaire';
import { type Dataset, DatasetBuilder, type DatasetOptions } from './dataset.ts';

/** Four measures small enough to count in the head: for docstring examples and tests. */

const text = (nb: string): Text => ({ nb, nn: nb, en: nb });

/** A closed variable read straight from the answers; a missing key is blank, `null` in `known` is not asked. */
export function plainVariable(id: string, codes: readonly string[] | undefined, several = false): Variable {
  return {
    id,
    label: text(id),
    source: 'question',
    options: codes?.map((code) => ({ code, label: text(code) })),
    several,
    unit: undefined,
    facet: false,
    codesOf: ({ answers }: MeasureRow) => {
      const answer = answers[id];
      if (answer === 'notAsked') return { state: 'notAsked', codes: [] };
      if (answer === undefined) return { state: 'blank', codes: [] };
      return { state: 'answered', codes: typeof answer === 'object' ? answer : [String(answer)] };
    },
  };
}

export function amountVariable(id: string): Variable {
  return {
    ...plainVariable(id, undefined),
    unit: 'kroner',
    codesOf: ({ answers }) => ({ state: answers[id] === undefined ? 'blank' : 'answered', codes: [] }),
    numberOf: ({ answers }) => answers[id] as number | undefined,
  };
}

export const sampleVariables: readonly Variable[] = [
  plainVariable('phase', ['idea', 'concept', 'execution']),
  plainVariable('funding', ['yes', 'no', 'partly']),
  plainVariable('effects', ['quality', 'efficiency', 'other'], true),
  plainVariable('ks', ['yes', 'no']),
  plainVariable('ministry', undefined),
  amountVariable('cost'),
];

export const sampleRows: readonly MeasureRow[] = [
  {
    answers: {
      phase: 'idea',
      funding: 'no',
      effects: ['quality', 'efficiency'],
      ks: 'yes',
      ministry: 'KMD',
      cost: 4_000_000,
    },
    known: {},
  },
  {
    answers: {
      phase: 'execution',
      funding: 'yes',
      effects: ['quality'],
      ks: 'notAsked',
      ministry: 'FIN',
      cost: 20_000_000,
    },
    known: {},
  },
  { answers: { phase: 'concept', ks: 'notAsked', ministry: 'KMD' }, known: {} },
  {
    answers: { phase: 'concept', funding: 'yes', effects: ['efficiency', 'other'], ministry: 'KMD', cost: 6_000_000 },
    known: {},
  },
];

export function sampleDataset(rows: readonly MeasureRow[] = sampleRows, options?: DatasetOptions): Dataset {
  const builder = new DatasetBuilder({ id: '2019', year: 2019 }, sampleVariables, options);
  for (const row of rows) builder.add(row);
  return builder.build();
}
