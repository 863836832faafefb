import type { Body } from './bodies.ts';
import type { AnswerValue } from './definition.ts';
import type { Problem, Read } from './kinds/kind.ts';
import { plain } from './match-text.ts';
import type { Translation } from './match-words.ts';

/** A cell of a list; a date is text such as `2026-08-30`. */
export type Cell = string | number | boolean | null;

/** A column of a list, for guessing what it holds. */
export interface ListColumn {
  readonly heading: string;
  /** The cells below the heading, or some of them. */
  readonly cells: readonly Cell[];
}

/** What one unit in a column of amounts is worth, in kroner. */
export const amountUnits = [1, 1_000, 1_000_000] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** What is known about a column, and what was said before about its words. */
export interface CellContext {
  readonly unit?: AmountUnit | undefined;
  /** What stands above the cell. */
  readonly heading?: string | undefined;
  /** The workbook counts its days from 1904. */
  readonly from1904?: boolean | undefined;
  /** Categories by code and label only, and none that a word merely resembles. */
  readonly exact?: boolean;
  /** What someone said a word stands for: a code, or `''` for nothing. */
  chosen?(question: string, word: string): string | undefined;
  /** Everyone that may be named as a partner. */
  readonly bodies?: readonly Body[];
}

/** How a cell was read. `words` are those that had to be understood as categories. */
export interface ReadCell {
  readonly answer?: AnswerValue;
  readonly problems: readonly Problem[];
  readonly words: readonly Translation[];
  /** What to say of an answer that is not to the letter what the cell says, such as an amount without its øre. */
  readonly notes?: readonly Problem[];
}

/** The same before it is checked. */
export type Reading = Read<AnswerValue> & Partial<Pick<ReadCell, 'words' | 'notes'>>;
/** What a cell says, as text. */
export const textOf = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();

/** Nothing, or a lone dash. */
export function isBlankCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && /^[\s\u200b\-‐-―−.]*$/u.test(cell));
}

/** What a formula says that has never been calculated. */
export const notCalculated = '#NOT-CALCULATED!';

/** Errors that a spreadsheet shows, as Excel writes them in files and in a Norwegian or English CSV; hashes are a column too narrow. */
const errorValues =
  /^#(?:REF|DIV\/0|VALUE|VERDI|NUM|NULL|NAME|NAVN|N\/A|I\/T|SPILL|OVERFLYT|CALC|BEREGN|FIELD|FELT|BLOCKED|BLOKKERT|CONNECT|UNKNOWN|BUSY|GETTING_DATA|NOT-CALCULATED|#+)[!?]?$/;

/** Whether a cell shows an error, and so says nothing that anyone meant. */
export function isErrorValue(cell: Cell): boolean {
  return typeof cell === 'string' && errorValues.test(cell.trim());
}

/** What is the matter with it. */
export function errorProblem(cell: Cell): Problem {
  const text = textOf(cell);
  return text === notCalculated ? { code: 'notCalculated' } : { code: 'errorValue', params: { text } };
}

const nothingWords = new Set(
  ['n a', 'na', 'tbd', 'tba', 'tbc', 'ukjent', 'ukjend', 'unknown', 'ikke kjent', 'ikkje kjent', 'ikke avklart']
    .concat([
      'ikkje avklart',
      'avklares',
      'blir avklart',
      'kommer',
      'vet ikke',
      'veit ikkje',
      'ikke satt',
      'ingen data',
    ])
    .concat(['null', 'none', 'not known', 'not set']),
);

/** Words that people put where they know nothing: `N/A`, `ukjent`, `TBD`, a question mark. */
export function saysNothing(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length < 30 && (nothingWords.has(plain(cell)) || /^\s*\?+\s*$/.test(cell));
}
