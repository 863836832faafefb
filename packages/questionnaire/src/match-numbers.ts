import { readAmount } from './amounts.ts';
import type { QuestionOf } from './definition.ts';
import { type AmountUnit, type Cell, type CellContext, type Reading, textOf } from './match-cells.ts';
import { readDay } from './read-day.ts';

const unitWords: Record<AmountUnit, string> = { 1: '', 1000: ' tusen', 1000000: ' mill' };
const saysUnit = /tusen|thousand|tkr|tnok|knok|kkr|\dk\b|\bk$|mill|mnok|mkr|mrd|mia|milliard/i;

/** Amounts in whole kroner, as people write them in a column counted in kroner, thousands or millions. */
export function readAmountCell(cell: Cell, _question: unknown, { unit = 1 }: CellContext): Reading {
  if (typeof cell === 'number') return readNumber(cell, unit);
  const text = textOf(cell);
  const bare = text.replace(/\s*,\s?-{1,2}\s*$/, '').replace(/\s*(?:norske kroner|kroner|kr\.?|nok)\s*$/i, '');
  const number = decimalNumber(bare, unit);
  if (number !== undefined) return readNumber(number, unit);
  const amount = readAmount(unit === 1 || saysUnit.test(text) ? text : bare + unitWords[unit]);
  if ('blank' in amount) return {};
  return 'kroner' in amount
    ? { answer: amount.kroner }
    : { problems: [{ code: amount.problem, params: { ...amount.params, text } }] };
}

function readNumber(number: number, unit: AmountUnit): Reading {
  const kroner = number * unit;
  const whole = Math.round(kroner);
  // Sums in a spreadsheet carry øre. Below a thousand kroner a fraction is more likely to be millions.
  const odd = Math.abs(kroner - whole) > 1e-6;
  if (odd && Math.abs(kroner) < 1_000) return { problems: [{ code: 'needsUnit', params: { text: String(number) } }] };
  if (whole < 0) return { problems: [{ code: 'negative', params: { text: String(number) } }] };
  return { answer: whole, ...(odd && { notes: [{ code: 'rounded' }] }) };
}

/**
 * A number with decimals as text, so that it reads the same from CSV as from a workbook: `1500000.0`, `1234567,89`. Three
 * decimals after three digits or fewer may be thousands, except where the column is said to be in millions.
 */
function decimalNumber(text: string, unit: AmountUnit): number | undefined {
  const grouped = /^\d{1,3}(?:[\s\u00a0\u202f]\d{3})+[.,]\d+$/u.test(text);
  const digits = grouped ? text.replace(/[\s\u00a0\u202f]/gu, '') : text;
  const [, whole = '', decimals] = /^(\d+)[.,](\d+)$/.exec(digits) ?? [];
  if (decimals === undefined) return undefined;
  if (decimals.length === 3 && (grouped || (whole.length <= 3 && unit !== 1_000_000))) return undefined;
  return Number(`${whole}.${decimals}`);
}

/** Days since 30 December 1899, as spreadsheets count them, for the years 2000 to 2100. */
const spreadsheetDays = { from: 36_526, to: 73_415 };
/** Days from there to 1 January 1904, from where old workbooks of Macintosh count. */
const daysTo1904 = 1_462;

/** Days as text, or as the numbers spreadsheets keep them by. */
export function readDateCell(cell: Cell, question: QuestionOf<'date'>, { from1904 = false }: CellContext): Reading {
  const days = typeof cell === 'number' ? cell + (from1904 ? daysTo1904 : 0) : 0;
  if (days >= spreadsheetDays.from && days <= spreadsheetDays.to)
    return { answer: new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10) };
  const text = textOf(cell);
  const end = question.periods === 'lastDay';
  const { day, ofPeriod } = readDay(text, { end }) ?? {};
  if (day === undefined) return { answer: text };
  return { answer: day, ...(ofPeriod && { notes: [{ code: end ? 'lastDay' : 'firstDay', params: { text, day } }] }) };
}
