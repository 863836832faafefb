import type { AmountUnit, Cell, ListColumn } from './match-cells.ts';

/** Where the unit of a column of amounts was found; `none` when nothing tells, and `asked` when its numbers are too small for kroner. */
export type UnitFrom = 'heading' | 'above' | 'cells' | 'none' | 'asked';

export interface GuessedUnit {
  readonly unit: AmountUnit;
  readonly from: UnitFrom;
}

const inMillions = /(?<![\p{L}\d])(?:mill(?:ioner|ionar)?|mnok|mkr|millions?)(?![\p{L}\d])/iu;
const inThousands = /(?<![\p{L}\d])(?:tusen|tkr|tnok|knok|kkr|thousands?|1[ .]?000)(?![\p{L}\d])/iu;
const inKroner = /(?<![\p{L}\d])(?:kr|kroner|nok)(?![\p{L}\d])/iu;

/** The unit that a text says, such as `(mill. kr)`, `i 1000 kr`, `NOK`. */
function saidUnit(text: string): AmountUnit | undefined {
  if (inMillions.test(text)) return 1_000_000;
  if (inThousands.test(text)) return 1_000;
  return inKroner.test(text) ? 1 : undefined;
}

/** A heading without the unit it says. */
export function headingWithoutUnit(heading: string): string {
  return heading
    .replace(/\((?:[^)]*\b(?:kr|kroner|nok|mill|mnok|mkr|tkr|tnok|knok|kkr|tusen|1[ .]?000)\b[^)]*)\)/gi, ' ')
    .replace(
      /\b(?:i\s+)?(?:hele\s+|heile\s+)?(?:mill(?:ioner)?\.?|mnok|mkr|tkr|tnok|knok|kkr|tusen|1[ .]?000)(?:\s*(?:kr|kroner|nok)\b\.?)?/gi,
      ' ',
    );
}

/** Whether a heading says that its column is in another currency, or in per cent: never kroner. */
export function otherUnit(heading: string): boolean {
  return /[€$£¥%‰]|(?<!\p{L})(?:eur|euro|usd|gbp|sek|dkk|dollar|pund|prosent|pct|per ?cent)(?!\p{L})/iu.test(heading);
}

/** As many numbers as these, all of them below, are no kroner: nobody has a measure of a few thousand. */
const leastKroner = 10_000;

/**
 * The unit of a column of amounts: what its heading says, what the lines above the headings say of amounts, else by numbers
 * that only make sense as millions. @param above the lines above the headings
 */
export function guessUnit({ heading, cells }: ListColumn, above: readonly string[] = []): GuessedUnit {
  const own = saidUnit(heading);
  if (own !== undefined) return { unit: own, from: 'heading' };
  const lines = above.map(saidUnit).filter((unit) => unit !== undefined);
  if (lines[0] !== undefined && lines.every((unit) => unit === lines[0])) return { unit: lines[0], from: 'above' };
  const numbers = cells.map(numberIn).filter((number) => number !== undefined && number !== 0) as number[];
  if (numbers.length === 0 || numbers.some((number) => Math.abs(number) >= leastKroner))
    return { unit: 1, from: 'none' };
  return numbers.some((number) => !Number.isInteger(number))
    ? { unit: 1_000_000, from: 'cells' }
    : { unit: 1, from: 'asked' };
}

function numberIn(cell: Cell): number | undefined {
  if (typeof cell === 'number') return cell;
  const text = String(cell ?? '').replace(/[\s\u00a0]/g, '');
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}
