import type { Dataset } from '../dataset.ts';
import { canCompute, type Figure } from '../figure.ts';
import { report2019 } from './2019.ts';
import { yearlyFigures } from './figures.ts';

/** Reports with their own figures; every other year has the common ones. */
const reports: Readonly<Record<number, readonly Figure[]>> = { 2019: report2019 };

/** The figures of a round's yearly report: those whose variables its dataset has. */
export function figuresOf(dataset: Dataset): readonly Figure[] {
  const figures = reports[dataset.edition.year] ?? yearlyFigures;
  return figures.filter((figure) => canCompute(figure, dataset));
}
