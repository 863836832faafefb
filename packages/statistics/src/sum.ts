/**
 * Sum. Exact for whole kroner as long as the sum stays below 2^53 (9 million milliard), so the order does not matter.
 * @returns null when there are no numbers: nothing stated is not the same as zero kroner
 * @example
 * sum([5_000_000, 7_500_000]) // → 12_500_000
 */
export function sum(numbers: ArrayLike<number>): number | null {
  if (numbers.length === 0) return null;
  let total = 0;
  for (let index = 0; index < numbers.length; index++) total += numbers[index] as number;
  return total;
}
