import { readAmount } from './amounts.ts';
import type { Body } from './bodies.ts';
import { checkAnswer } from './check.ts';
import type { AnswerValue, Edition, KindName, Option, Question, QuestionOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import type { Problem, Read } from './kinds/kind.ts';
import { basesIn, joinBases, sectionIn } from './kinds/legal-basis.ts';
import { distinct } from './kinds/tags.ts';
import { readBodies } from './match-bodies.ts';
import { plain } from './match-text.ts';
import { isTicked, type Translation, translate } from './match-words.ts';
import { exemptable } from './publish.ts';
import { readDay } from './read-day.ts';

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
  told?(question: string, word: string): string | undefined;
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

type Reading = Read<AnswerValue> & Partial<Pick<ReadCell, 'words' | 'notes'>>;
/** How cells of one kind are read. */
interface Reader<K extends KindName> {
  read(cell: Cell, question: QuestionOf<K>, context: CellContext, edition: Edition): Reading;
  /** How much it says of a column that its cells read as answers, from 0 to 1: any text is an answer to an open question. */
  readonly telling: number;
  /** What may be named in a cell, where it is not the question's own list. */
  options?(edition: Edition): readonly Option[];
  /** A text longer than this is no such answer, and is not looked through to say so. */
  readonly longest?: readonly [characters: number, code: string];
}

/** Reads one cell of a list that an agency keeps itself: lenient about form, and anything unclear is a problem, never a guess. */
export function readCell(edition: Edition, question: Question, cell: Cell, context: CellContext = {}): ReadCell {
  if (isErrorValue(cell)) return { problems: [errorProblem(cell)], words: [] };
  if (isBlankCell(cell) || (saysNothing(cell) && !isOption(edition, question, cell)))
    return { problems: [], words: [] };
  const reader = readerOf(question);
  const [longest, unread] = reader.longest ?? [];
  if (longest !== undefined && unread && typeof cell === 'string' && cell.length > longest)
    return { problems: [{ code: unread, params: { text: `${cell.slice(0, 60)}…` } }], words: [] };
  const { answer, problems = [], words = [], notes } = reader.read(cell, question, context, edition);
  const found = answer === undefined ? [] : checkAnswer(edition, question, answer);
  const all = [...problems, ...found.map(({ code, params }) => ({ code, params }))];
  return {
    ...(answer !== undefined && all.length === 0 && { answer }),
    problems: all,
    words,
    ...(notes && { notes }),
  };
}

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

/** Some questions have a category for it. */
function isOption(edition: Edition, question: Question, cell: Cell): boolean {
  const { how } = translate(textOf(cell), cellOptions(edition, question), { exact: true });
  return how === 'code' || how === 'label';
}

/** The codes of several ticked columns, as the answer to the question they belong to. */
export function readTicked(edition: Edition, question: Question, codes: readonly string[]): ReadCell {
  if (codes.length === 0) return { problems: [], words: [] };
  const { several } = kindOf(question);
  if (!several && codes.length > 1) return { problems: [{ code: 'severalTicked' }], words: [] };
  const answer = several ? codes : (codes[0] as string);
  const problems = checkAnswer(edition, question, answer).map(({ code, params }) => ({ code, params }));
  return { ...(problems.length === 0 && { answer }), problems, words: [] };
}

/** What a cell can be chosen from: the question's own list, or the questions that may be named in it. */
export function cellOptions(edition: Edition, question: Question): readonly Option[] {
  return readerOf(question).options?.(edition) ?? kindOf(question).choices(question);
}

/** How much it says of a column that its cells are answers to this question, from 0 to 1. */
export function tellingCells(question: Question): number {
  return readerOf(question).telling;
}

const fieldOptions = (edition: Edition) => exemptable(edition).map(({ id, label }) => ({ code: id, label }));

/** One reader per kind; one that is missing does not compile. */
const readers: { readonly [K in KindName]: Reader<K> } = {
  text: { telling: 0, read: (cell) => ({ answer: oneLine(textOf(cell)) }) },
  longText: { telling: 0, read: (cell) => ({ answer: textOf(cell) }) },
  email: {
    telling: 1,
    longest: [1_000, 'notAnEmail'],
    read: (cell) => {
      // Taken apart first: an expression that looks for the address in the whole would start anew at every character.
      const found = textOf(cell)
        .split(/[\s<>,;:()]/)
        .filter((part) => /^[^@]+@[^@]/.test(part));
      return { answer: found.length === 1 && found[0] ? found[0] : textOf(cell) };
    },
  },
  single: {
    telling: 1,
    longest: [1_000, 'unknownOption'],
    read: (cell, question, context) => {
      const text = textOf(cell);
      const said = plain(text);
      const outcome = question.outcomes?.find(({ words }) => words.some((word) => plain(word) === said));
      if (outcome && context.told?.(question.id, said) === undefined)
        return { notes: [{ code: 'outcome', params: { outcome: outcome.code, text } }] };
      const [word] = understand([text], question, question.options, context);
      return word ? oneWord(word) : {};
    },
  },
  multiple: {
    telling: 1,
    longest: [5_000, 'unknownOption'],
    read: (cell, question, context) => severalWords(cell, question, question.options, context),
  },
  amount: { telling: 0.5, longest: [200, 'notANumber'], read: readAmountCell },
  date: { telling: 1, longest: [200, 'notADate'], read: readDateCell },
  tags: { telling: 0, read: (cell) => listed(distinct(split(textOf(cell), /[;,|\n]/))) },
  agency: { telling: 0, read: () => ({}) },
  ministry: { telling: 0, read: () => ({}) },
  agencies: {
    telling: 1,
    longest: [20_000, 'notAnOrganisationNumber'],
    read: (cell, { id }, { bodies, told, exact }) =>
      readBodies(textOf(cell), { bodies, exact, told: (word) => told?.(id, word) }),
  },
  legalBasis: {
    telling: 0,
    read: (cell, question) => {
      const text = textOf(cell);
      const ticked = isTicked(text);
      if (ticked !== undefined) return ticked ? { problems: [{ code: 'noBasis' }] } : {};
      const words = basesIn(question, text).map((basis) => {
        const word = translate(basis, question.options, { exact: true });
        const listed = word.how === 'code' || word.how === 'label' ? word.code : sectionIn(question, basis);
        return listed ?? basis;
      });
      return { answer: joinBases(words) };
    },
  },
  fields: {
    telling: 1,
    longest: [5_000, 'unknownOption'],
    options: fieldOptions,
    read: (cell, question, context, edition) => severalWords(cell, question, fieldOptions(edition), context),
  },
};

/** The reader of a question's kind. The link between the two is asserted to the compiler here, as in `kindOf`. */
function readerOf(question: Question): Reader<KindName> {
  return readers[question.kind] as unknown as Reader<KindName>;
}

const textOf = (cell: Cell): string =>
  String(cell ?? '')
    .replace(/\r\n?/g, '\n')
    .trim();
const oneLine = (text: string): string =>
  text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ');
const unique = (list: readonly string[]): string[] => [...new Set(list)];
const listed = (list: readonly string[]): Reading => (list.length === 0 ? {} : { answer: list });

function split(text: string, by: RegExp): string[] {
  return text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => plain(part) !== '');
}

function understand(
  words: readonly string[],
  question: Question,
  options: readonly Option[],
  context: CellContext,
): Translation[] {
  const heading = plain(context.heading ?? '');
  const asked = Object.values(question.label).some((label) => plain(label) === heading);
  const { exact } = context;
  return words.map((word) => {
    return translate(word, options, { told: context.told?.(question.id, plain(word)), exact, asked });
  });
}

function oneWord(word: Translation): Reading {
  if (word.code === undefined) return { problems: [{ code: 'unknownOption' }], words: [word] };
  return { ...(word.code !== '' && { answer: word.code }), words: [word] };
}

/** Several categories in one cell. A label may have commas of its own, so the whole is tried before its parts. */
function severalWords(cell: Cell, question: Question, options: readonly Option[], context: CellContext): Reading {
  const understood = (words: readonly string[]) => understand(words, question, options, context);
  const parts = split(textOf(cell), /[;|\n]/).flatMap((part) => {
    const whole = understood([part]);
    const pieces = split(part, /[,/+&]|\s(?:og|and)\s/);
    if (pieces.length < 2 || whole.some(({ how }) => how !== 'similar' && how !== 'unknown')) return whole;
    // A likeness to the whole might drop a part of what was said.
    return understood(pieces);
  });
  const codes = unique(parts.flatMap((part) => part.code || []));
  if (parts.some((part) => part.code === undefined)) return { problems: [{ code: 'unknownOption' }], words: parts };
  return { ...(codes.length > 0 && { answer: codes }), words: parts };
}

const unitWords: Record<AmountUnit, string> = { 1: '', 1000: ' tusen', 1000000: ' mill' };
const saysUnit = /tusen|thousand|tkr|tnok|\dk\b|\bk$|mill|mnok|mkr|mrd|mia|milliard/i;

function readAmountCell(cell: Cell, _question: unknown, { unit = 1 }: CellContext): Reading {
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

function readDateCell(cell: Cell, question: QuestionOf<'date'>, { from1904 = false }: CellContext): Reading {
  const days = typeof cell === 'number' ? cell + (from1904 ? daysTo1904 : 0) : 0;
  if (days >= spreadsheetDays.from && days <= spreadsheetDays.to)
    return { answer: new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000).toISOString().slice(0, 10) };
  const text = textOf(cell);
  const end = question.periods === 'lastDay';
  const { day, ofPeriod } = readDay(text, { end }) ?? {};
  if (day === undefined) return { answer: text };
  return { answer: day, ...(ofPeriod && { notes: [{ code: end ? 'lastDay' : 'firstDay', params: { text, day } }] }) };
}

/** Whether a word can be said to stand for this: nothing, a category, or where none are listed a valid answer. */
export function canMean(edition: Edition, question: Question, code: string): boolean {
  const options = cellOptions(edition, question);
  if (code === '' || options.some((option) => option.code === code)) return true;
  const named = options.length === 0 && kindOf(question).several && tellingCells(question) === 1;
  return named && checkAnswer(edition, question, [code]).length === 0;
}
