import { sum } from './sum.ts';

/**
 * Arithmetic mean.
 * @returns null when there are no numbers
 * @example
 * mean([3, 1, 2, 10]) // → 4
 */
export function mean(numbers: ArrayLike<number>): number | null {
  const total = sum(numbers);
  return total === null ? null : total / numbers.length;
}
