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
  const { length } = numbers;
  const extent = extentOf(numbers);
  if (!extent) return null;
  const place = (length - 1) * p;
  const below = Math.floor(place);
  const [low, high = low] = twoAt(numbers, extent, below);
  return low + (high - low) * (place - below);
}

interface Extent {
  readonly least: number;
  readonly most: number;
}

/** The least and the most of the numbers; undefined when there are none. @throws RangeError when one is NaN */
function extentOf(numbers: ArrayLike<number>): Extent | undefined {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  // The least of numbers one of which is NaN is NaN.
  if (Number.isNaN(least)) throw new RangeError('NaN has no place in an order');
  return numbers.length === 0 ? undefined : { least, most };
}

/** So few are sorted, by insertion: a table may have very many cells of a few amounts. */
const few = 64;
const mostIntervals = 1 << 12;
/** Room for every call, since making it anew for each of very many cells takes longer than the counting. */
const counts = new Uint32Array(mostIntervals + 1);
const inOrder = new Float64Array(few);

/**
 * The numbers that would stand at a place and right after it if all were in order; the second undefined at the end.
 *
 * Method: distribution counting. Counts how many fall in each of equal intervals, then looks on among those of the interval
 * that has the place: a few passes without branches, where comparing and moving take several times as long.
 */
function twoAt(
  numbers: ArrayLike<number>,
  { least, most }: Extent,
  place: number,
): readonly [low: number, next: number | undefined] {
  const intervals = Math.min(numbers.length, mostIntervals);
  const perInterval = intervals / (most - least);
  if (numbers.length <= few) return twoOfFew(numbers, place);
  if (!Number.isFinite(perInterval) || perInterval === 0) {
    const sorted = new Float64Array(numbers).sort();
    return [sorted[place] as number, sorted[place + 1]];
  }
  const intervalOf = (number: number) => ((number - least) * perInterval) | 0;
  counts.fill(0, 0, intervals + 1);
  for (let i = 0; i < numbers.length; i++) {
    const interval = intervalOf(numbers[i] as number);
    counts[interval] = (counts[interval] as number) + 1;
  }
  let [interval, before] = [0, 0];
  while (before + (counts[interval] as number) <= place) {
    before += counts[interval] as number;
    interval++;
  }
  const inside = new Float64Array(counts[interval] as number);
  let found = 0;
  for (let i = 0; i < numbers.length; i++) {
    if (intervalOf(numbers[i] as number) === interval) inside[found++] = numbers[i] as number;
  }
  const [low, high] = twoAt(inside, extentOf(inside) as Extent, place - before);
  if (high !== undefined || place + 1 === numbers.length) return [low, high];
  // The last of its interval: the next stands in another.
  let next = Number.POSITIVE_INFINITY;
  for (let i = 0; i < numbers.length; i++) {
    if (intervalOf(numbers[i] as number) > interval) next = Math.min(next, numbers[i] as number);
  }
  return [low, next];
}

/** The same, by insertion. */
function twoOfFew(numbers: ArrayLike<number>, place: number): readonly [low: number, next: number | undefined] {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i] as number;
    let at = i;
    for (; at > 0 && (inOrder[at - 1] as number) > number; at--) inOrder[at] = inOrder[at - 1] as number;
    inOrder[at] = number;
  }
  return [inOrder[place] as number, place + 1 < numbers.length ? inOrder[place + 1] : undefined];
}
