import { readAmount } from './amounts.ts';
import type { Body } from './bodies.ts';
import { checkAnswer } from './check.ts';
import type { AnswerValue, Edition, KindName, Option, Question, QuestionOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import type { Problem, Read } from './kinds/kind.ts';
import { readBodies } from './match-bodies.ts';
import { plain } from './match-text.ts';
import { type Translation, translate } from './match-words.ts';
import { exemptable } from './publish.ts';

/** A cell of a list; a date is text such as `2026-08-30`. */
export type Cell = string | number | boolean | null;

/** What one unit in a column of amounts is worth, in kroner. */
export const amountUnits = [1, 1_000, 1_000_000] as const;
export type AmountUnit = (typeof amountUnits)[number];

/** What is known about a column, and what was said before about its words. */
export interface CellContext {
  readonly unit?: AmountUnit | undefined;
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
  /** Øre were rounded off: the amount is not to the letter what the cell says. */
  readonly rounded?: true;
}

type Reading = Read<AnswerValue> & { readonly words?: readonly Translation[]; readonly rounded?: true };
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
  if (isBlankCell(cell) || (saysNothing(cell) && !isOption(edition, question, cell)))
    return { problems: [], words: [] };
  const reader = readerOf(question);
  const [longest, unread] = reader.longest ?? [];
  if (longest !== undefined && unread && typeof cell === 'string' && cell.length > longest)
    return { problems: [{ code: unread, params: { text: `${cell.slice(0, 60)}…` } }], words: [] };
  const { answer, problems = [], words = [], rounded } = reader.read(cell, question, context, edition);
  const found = answer === undefined ? [] : checkAnswer(edition, question, answer);
  const all = [...problems, ...found.map(({ code, params }) => ({ code, params }))];
  return {
    ...(answer !== undefined && all.length === 0 && { answer }),
    problems: all,
    words,
    ...(rounded && { rounded }),
  };
}

/** Nothing, or a lone dash. */
export function isBlankCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && /^[\s\u200b\-‐-―−.]*$/u.test(cell));
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
      const [word] = understand([textOf(cell)], question, question.options, context);
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
  tags: { telling: 0, read: (cell) => listed(unique(split(textOf(cell), /[;,|\n]/))) },
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
      const word = translate(textOf(cell), question.options, { exact: true });
      return { answer: word.how === 'code' || word.how === 'label' ? (word.code as string) : textOf(cell) };
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

const textOf = (cell: Cell): string => String(cell ?? '').trim();
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
  return words.map((word) => {
    const { exact } = context;
    return translate(word, options, { told: context.told?.(question.id, plain(word)), exact });
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
  if (typeof cell === 'number') {
    const kroner = cell * unit;
    const whole = Math.round(kroner);
    // Sums in a spreadsheet carry øre. Below a thousand kroner a fraction is more likely to be millions.
    const odd = Math.abs(kroner - whole) > 1e-6;
    if (odd && Math.abs(kroner) < 1_000) return { problems: [{ code: 'needsUnit', params: { text: String(cell) } }] };
    if (whole < 0) return { problems: [{ code: 'negative', params: { text: String(cell) } }] };
    return { answer: whole, ...(odd && { rounded: true as const }) };
  }
  const text = textOf(cell);
  const bare = text.replace(/\s*,\s?-{1,2}\s*$/, '').replace(/\s*(?:norske kroner|kroner|kr\.?|nok)\s*$/i, '');
  const amount = readAmount(unit === 1 || saysUnit.test(text) ? text : bare + unitWords[unit]);
  if ('blank' in amount) return {};
  return 'kroner' in amount
    ? { answer: amount.kroner }
    : { problems: [{ code: amount.problem, params: { ...amount.params, text } }] };
}

/** Days since 30 December 1899, as spreadsheets count them, for the years 2000 to 2100. */
const spreadsheetDays = { from: 36_526, to: 73_415 };

/** Months by name, in bokmål, nynorsk and English, whole or cut short. */
const months = new Map(
  [
    'jan januar january',
    'feb februar february',
    'mar mars march',
    'apr april',
    'mai may',
    'jun juni june',
    'jul juli july',
    'aug august',
    'sep sept september',
    'okt oct oktober october',
    'nov november',
    'des dec desember december',
  ].flatMap((names, at) => names.split(' ').map((name) => [name, String(at + 1).padStart(2, '0')] as const)),
);

/** `31. des 2027`, `December 31, 2027`, `desember 2027`: a month by name. A month alone is its first day, as the form asks for. */
function namedMonth(text: string): string | undefined {
  const said = plain(text);
  const [, dayFirst, name = '', dayLast, year] =
    /^(?:(\d{1,2}) )?(\p{L}{3,9})(?: (\d{1,2}))? (\d{4})$/u.exec(said) ?? [];
  const month = months.get(name);
  if (!month || (dayFirst && dayLast)) return undefined;
  return `${year}-${month}-${(dayFirst ?? dayLast ?? '1').padStart(2, '0')}`;
}

function readDateCell(cell: Cell, question: QuestionOf<'date'>): Reading {
  if (typeof cell === 'number' && cell >= spreadsheetDays.from && cell <= spreadsheetDays.to) {
    return { answer: new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000).toISOString().slice(0, 10) };
  }
  const text = textOf(cell).replace(/[T ]00:00(:00)?(\.0+)?Z?$/, '');
  const [, shortDay, shortMonth, shortYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{2})$/.exec(text) ?? [];
  if (shortDay && shortMonth && shortYear)
    return kindOf(question).read(question, [`${shortDay}.${shortMonth}.20${shortYear}`]);
  // A month alone is its first day, as the form asks for.
  const [, month, year] = /^(\d{1,2})[./](\d{4})$/.exec(text) ?? [];
  if (month && year) return { answer: `${year}-${month.padStart(2, '0')}-01` };
  if (/^\d{4}-\d{2}$/.test(text)) return { answer: `${text}-01` };
  const named = namedMonth(text);
  if (named) return { answer: named };
  // A slash may be the American order: read only where the day cannot be a month.
  const [, first, second, slashYear] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (first && second && slashYear && (Number(first) > 12 || first === second)) {
    return kindOf(question).read(question, [`${first}.${second}.${slashYear}`]);
  }
  return kindOf(question).read(question, [text]);
}
