/** Whole kroner, never a fraction of one: exact up to nine thousand billion (`Number.MAX_SAFE_INTEGER`). */
export type Kroner = number;

/** @throws RangeError unless the amount is whole, not negative, and small enough to be exact */
export function wholeKroner(amount: number, of: string): Kroner {
  if (!Number.isSafeInteger(amount) || amount < 0)
    throw new RangeError(`${of} must be whole kroner, 0 or more, not ${amount}`);
  return amount;
}

/** The exact sum of amounts. @throws RangeError when it is too large to be exact */
export const sumOf = (amounts: readonly Kroner[]): Kroner =>
  wholeKroner(
    amounts.reduce((sum, amount) => sum + amount, 0),
    'a sum',
  );
