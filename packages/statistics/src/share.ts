/**
 * Share in per cent, not rounded.
 * @param base how many could have been counted; must be named wherever the share is shown
 * @returns null when the base is empty: no share can be computed, and it is not zero
 * @example
 * share(301, 418) // → 72.00956937799043
 */
export function share(count: number, base: number): number | null {
  return base === 0 ? null : (count / base) * 100;
}
