import { type Kroner, wholeKroner } from '../sharing/kroner.ts';

/** An index of prices as the user states it: its name, and a value for each year, as decimal text (`118,4`). There is none of our own. */
export interface PriceIndex {
  readonly name: string;
  readonly values: Readonly<Record<number, string>>;
}

/** Why an amount cannot be converted. */
export class PriceYearError extends Error {
  override readonly name = 'PriceYearError';
  readonly code: 'noValue' | 'badValue';
  readonly year: number;
  constructor(code: PriceYearError['code'], year: number) {
    super(`${code}: ${year}`);
    this.code = code;
    this.year = year;
  }
}

/** A decimal number as a whole one and how many decimals it had. */
function readValue({ values }: PriceIndex, year: number): { readonly digits: bigint; readonly decimals: number } {
  const text = values[year]?.trim();
  if (text === undefined || text === '') throw new PriceYearError('noValue', year);
  const [, whole, , decimals = ''] = /^(\d{1,12})([.,](\d{1,12}))?$/u.exec(text) ?? [];
  const digits = whole === undefined ? 0n : BigInt(whole + decimals);
  if (digits === 0n) throw new PriceYearError('badValue', year);
  return { digits, decimals: decimals.length };
}

/**
 * An amount of one price year in kroner of another, by a stated index: amount × value of the new year / value of the old one,
 * exactly, and rounded to the nearest krone (half up). The same year needs no index.
 * @throws PriceYearError when the index has no value for a year, or one that is no number above 0
 * @throws RangeError unless the amount is whole kroner, and the answer small enough to be exact
 * @example
 * inPriceYear(1_000_000, { from: 2023, to: 2024, index: { name: 'KPI', values: { 2023: '129,2', 2024: '133,2' } } })
 */
export function inPriceYear(
  amount: Kroner,
  { from, to, index }: { readonly from: number; readonly to: number; readonly index: PriceIndex },
): Kroner {
  wholeKroner(amount, 'an amount');
  if (from === to) return amount;
  const [old, other] = [readValue(index, from), readValue(index, to)];
  const scale = (decimals: number) => 10n ** BigInt(decimals);
  const above = BigInt(amount) * other.digits * scale(old.decimals);
  const below = old.digits * scale(other.decimals);
  return wholeKroner(Number((2n * above + below) / (2n * below)), 'an amount');
}
