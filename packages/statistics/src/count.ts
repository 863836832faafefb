import type { Dataset } from './dataset.ts';
import { type Filters, maskOf } from './filter.ts';

/**
 * Counts the measures that pass the filters: any of the codes inside a variable, all variables together.
 * Measures that were not asked a filtering question are never counted.
 * @example
 * count(dataset, { phase: ['idea', 'concept'] }) // → 3
 */
export function count(dataset: Dataset, filters: Filters = {}): number {
  const mask = maskOf(dataset, filters);
  if (!mask) return dataset.size;
  let passing = 0;
  for (let row = 0; row < mask.length; row++) passing += mask[row] as number;
  return passing;
}
