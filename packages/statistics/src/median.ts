import { quantile } from './quantile.ts';

/**
 * Median: the middle number, or the mean of the two middle ones. The 0.5 quantile of `quantile`.
 * @returns null when there are no numbers
 * @example
 * median([3, 1, 2, 10]) // → 2.5
 */
export function median(numbers: ArrayLike<number>): number | null {
  return quantile(numbers, 0.5);
}
