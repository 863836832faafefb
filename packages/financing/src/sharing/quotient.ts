/** Products up to this are exact as numbers, with room for the corrections below; greater ones are worked out as big integers. */
const exact = 2 ** 52;

/**
 * `amount × by / of`, rounded down. Exact for all whole numbers, whatever their product is; it is here, beside `largestRemainder`, for tables
 * of hundreds of thousands of amounts, where big integers alone would be slow.
 * @param of above 0
 */
export function floorOf(amount: number, by: number, of: number): number {
  const product = amount * by;
  if (product > exact) return Number((BigInt(amount) * BigInt(by)) / BigInt(of));
  const floor = Math.floor(product / of);
  // The division may have been rounded up to a whole number.
  return floor * of > product ? floor - 1 : floor;
}

/** What is left when `amount × by` is divided by `of`, from 0 to below `of`. */
export function remainderOf(amount: number, by: number, of: number): number {
  const product = amount * by;
  return product > exact ? Number((BigInt(amount) * BigInt(by)) % BigInt(of)) : product - floorOf(amount, by, of) * of;
}

/** `amount × by / of`, rounded up. */
export function ceilOf(amount: number, by: number, of: number): number {
  const floor = floorOf(amount, by, of);
  const product = amount * by;
  const whole = product > exact ? remainderOf(amount, by, of) === 0 : floor * of === product;
  return whole ? floor : floor + 1;
}

/** `amount × by / of`, rounded to the nearest whole number, halves up. */
export const nearestOf = (amount: number, by: number, of: number): number =>
  floorOf(amount, by, of) + (2 * remainderOf(amount, by, of) >= of ? 1 : 0);
