import { checkAnswer } from './check.ts';
import type { Edition, KindName, Option, Question, QuestionOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { basesIn, joinBases, sectionIn } from './kinds/legal-basis.ts';
import { distinct } from './kinds/tags.ts';
import { readBodies } from './match-bodies.ts';
import {
  type Cell,
  type CellContext,
  errorProblem,
  isBlankCell,
  isErrorValue,
  type ReadCell,
  type Reading,
  saysNothing,
  textOf,
} from './match-cells.ts';
import { readAmountCell, readDateCell } from './match-numbers.ts';
import { plain } from './match-text.ts';
import { isTicked, type Translation, translate } from './match-words.ts';
import { exemptable } from './publish.ts';

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
      if (outcome && context.chosen?.(question.id, said) === undefined)
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
    read: (cell, { id }, { bodies, chosen, exact }) =>
      readBodies(textOf(cell), { bodies, exact, chosen: (word) => chosen?.(id, word) }),
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
    return translate(word, options, { chosen: context.chosen?.(question.id, plain(word)), exact, asked });
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

/** Whether a word can be said to stand for this: nothing, a category, or where none are listed a valid answer. */
export function canMean(edition: Edition, question: Question, code: string): boolean {
  const options = cellOptions(edition, question);
  if (code === '' || options.some((option) => option.code === code)) return true;
  const named = options.length === 0 && kindOf(question).several && tellingCells(question) === 1;
  return named && checkAnswer(edition, question, [code]).length === 0;
}
