/**
 * Quantile: the value below which the share `p` of the numbers lies.
 *
 * Method: linear interpolation between order statistics, R's type 7 (Hyndman and Fan 1996), the default of R, NumPy
 * and Excel's PERCENTILE.INC. Does not change its input.
 *
 * @param p from 0 to 1
 * @returns null when there are no numbers
 * @throws RangeError when `p` is outside 0–1, or a number is NaN
 * @example
 * quantile([40, 10, 20, 30], 0.25) // → 17.5
 */
export function quantile(numbers: ArrayLike<number>, p: number): number | null {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be from 0 to 1, not ${p}`);
  const sorted = Float64Array.from(numbers).sort();
  // Typed arrays sort NaN last.
  if (Number.isNaN(sorted[sorted.length - 1])) throw new RangeError('NaN has no place in an order');
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (place - below);
}
