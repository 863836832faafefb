import type { Text } from '@samblikk/questionnaire';
import { type Classifier, classifierOf } from './classifier.ts';
import { type Comparison, comparisonDimension } from './comparison.ts';
import { columnOf, type Dataset, StatisticsError } from './dataset.ts';
import { blankCode, type Filters, maskOf } from './filter.ts';
import { type Merge, mergeCategories } from './merge.ts';
import { blankLabel } from './notes.ts';

/** A category of a table: what it is called, and the query that finds its measures. */
export interface Category {
  readonly code: string;
  readonly label: Text;
  /** A measure belongs here when it passes these. */
  readonly where: Filters;
}

/** One side of a table. */
export interface Dimension {
  readonly id: string;
  readonly label: Text;
  /** One measure may count in several categories, so shares may exceed 100 together. */
  readonly several: boolean;
  /** Every measure that passed the filters has a place among the categories: none was unasked or left out. */
  readonly complete: boolean;
  readonly categories: readonly Category[];
  /** The comparison that it is, when it is no whole variable. */
  readonly comparison?: Comparison;
}

/** A named choice of measures, for a figure whose bars come from different questions. May overlap. */
export interface Selection {
  readonly code: string;
  readonly label: Text;
  readonly where: Filters;
}

/** A list of selections under one name. */
export interface Selections {
  readonly id: string;
  readonly label: Text;
  readonly selections: readonly Selection[];
}

/** What to classify by: a variable, a comparison of some of its codes with the others, or a list of selections. */
export type Side = string | Comparison | Selections;

export interface Classified {
  readonly dimension: Omit<Dimension, 'complete'>;
  readonly classifier: Classifier;
}

/**
 * A variable as a dimension with its classifier. Blank comes last, under its own code, or is left outside.
 * @throws StatisticsError `unknownVariable`; `noCategories` for amounts
 */
function variableDimension(
  dataset: Dataset,
  variable: string,
  merges: readonly Merge[] | undefined,
  blank: 'category' | 'leftOut',
): Classified {
  const column = columnOf(dataset, variable);
  if (column.numbers) throw new StatisticsError('noCategories', variable);
  const merged = mergeCategories(column.categories, merges);
  const counted = merges
    ? {
        ...column,
        categories: merged.categories,
        members: column.members.map((members) => [...new Set(members.map((index) => merged.target[index] as number))]),
      }
    : column;
  const categories: Category[] = merged.categories.map(({ code, label, codes }) => ({
    code,
    label,
    where: { [variable]: codes },
  }));
  if (blank === 'category') categories.push({ code: blankCode, label: blankLabel, where: { [variable]: [blankCode] } });
  const { label, several } = column.variable;
  return { dimension: { id: variable, label, several, categories }, classifier: classifierOf(counted, blank) };
}

/** Overlapping selections as a dimension: each measure gets one bit per selection it passes. */
function selectionDimension(dataset: Dataset, side: Selections): Classified {
  const { id, label, selections } = side;
  const keys = new Uint32Array(dataset.size);
  selections.forEach(({ where }, place) => {
    const mask = maskOf(dataset, where);
    for (let row = 0; row < dataset.size; row++) {
      if (!mask || mask[row]) keys[row] = (keys[row] as number) | (1 << place);
    }
  });
  const members = Array.from({ length: 1 << selections.length }, (_, key) =>
    selections.flatMap((_selection, place) => (key & (1 << place) ? [place] : [])),
  );
  const categories = selections.map((selection) => ({ ...selection }));
  return {
    dimension: { id, label, several: true, categories },
    classifier: { keys, members, categories: categories.length },
  };
}

/** One side of a table and the way to sort measures into it. */
export function classify(
  dataset: Dataset,
  side: Side,
  merges: Readonly<Record<string, readonly Merge[]>> | undefined,
  blank: 'category' | 'leftOut',
): Classified {
  if (typeof side === 'string') return variableDimension(dataset, side, merges?.[side], blank);
  return 'variable' in side ? comparisonDimension(dataset, side, blank) : selectionDimension(dataset, side);
}
