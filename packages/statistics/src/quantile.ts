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
  const copy = new Float64Array(numbers);
  for (let i = 0; i < copy.length; i++) {
    if (Number.isNaN(copy[i])) throw new RangeError('NaN has no place in an order');
  }
  if (copy.length === 0) return null;
  const place = (copy.length - 1) * p;
  const below = Math.floor(place);
  const low = select(copy, below);
  // What is not below the selected one stands after it: the next in order is the least of them.
  let high = below + 1 < copy.length ? (copy[below + 1] as number) : low;
  for (let i = below + 2; i < copy.length; i++) high = Math.min(high, copy[i] as number);
  return low + (high - low) * (place - below);
}

/**
 * The number that would stand at a place if all were in order (Hoare 1961, FIND). Moves what is not above it before the place,
 * and what is not below it after: a few passes where sorting takes twenty.
 */
function select(numbers: Float64Array, place: number): number {
  let left = 0;
  let right = numbers.length - 1;
  while (right > left) {
    const middle = numbers[place] as number;
    let [i, j] = [left, right];
    while (i <= j) {
      while ((numbers[i] as number) < middle) i++;
      while ((numbers[j] as number) > middle) j--;
      if (i > j) break;
      const moved = numbers[i] as number;
      numbers[i] = numbers[j] as number;
      numbers[j] = moved;
      i++;
      j--;
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else break;
  }
  return numbers[place] as number;
}
