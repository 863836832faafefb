import { type Cell, isBlankCell, isErrorValue, plain } from '@samblikk/questionnaire/match';

/** `Sum`, `Totalt 2026`, `Sum alle prosjekter`: what stands before a sum, and little else. */
const totals =
  /^(?:(?:del|total)?sum|sub ?total|total|totalt|grand total|i alt|alt i alt|til sammen|til saman|tilsammen)(?: (?:sum|total|totalt|alle|all|tiltak|prosjekter|prosjekt|projects|measures|kr|nok|mill|mnok|20\d\d))*$/;
const amountWords = /\b(?:mill(?:ioner|ionar)?|milliarder|mrd|mnok|mkr|tnok|tkr|knok|kkr|tusen|kroner|kr|nok|ca)\b/gi;

/** Whether a row only sums up the others: one cell says so, and the rest are numbers. */
export function isTotals(cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell) && !isErrorValue(cell));
  const words = filled.filter((cell) => typeof cell === 'string' && /\p{L}/u.test(cell.replace(amountWords, '')));
  return words.length === 1 && String(words[0]).length < 60 && totals.test(plain(String(words[0])));
}
