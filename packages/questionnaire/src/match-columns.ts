import { type Edition, languages, type Option, type Question, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { likeHeading, plain } from './match-text.ts';
import {
  type AmountUnit,
  type Cell,
  cellOptions,
  isBlankCell,
  readCell,
  saysNothing,
  tellingCells,
} from './match-values.ts';
import { isTicked } from './match-words.ts';

/** What a column of a list holds. */
export type ColumnTarget =
  | { readonly as: 'nothing' }
  /** The measure's public number, or the number the agency itself uses. */
  | { readonly as: 'number' }
  | { readonly as: 'externalId' }
  | { readonly as: 'answer'; readonly question: string; readonly unit?: AmountUnit | undefined }
  /** A column to tick: one category of a question. */
  | { readonly as: 'option'; readonly question: string; readonly option: string };

/** How a column was understood: remembered from before, by our own heading, by its name, by what is in it; or not. */
export type ColumnHow = 'remembered' | 'own' | 'name' | 'content' | 'none';

export interface ColumnGuess {
  readonly target: ColumnTarget;
  readonly how: ColumnHow;
  /** From 0 to 1. */
  readonly confidence: number;
}

export interface ListColumn {
  readonly heading: string;
  /** The cells below the heading, or some of them. */
  readonly cells: readonly Cell[];
}

/** The headings of the columns that are not answers, as our own files name them. */
export const ownHeadings = { number: 'number', externalId: 'externalId' } as const;

const numberHeadings = ['tiltaksnummer', 'nummer i samblikk', 'samblikk nummer', 'measure number'];
const idHeadings = [
  'id',
  'nr',
  'nummer',
  'ref',
  'referanse',
  'reference',
  'lopenummer',
  'saksnummer',
  'prosjektnummer',
  'eget nummer',
  'eige nummer',
  'own number',
];
/** No heading says more; what is longer is a text that stands where a heading should. */
const longestHeading = 300;
/** A measure's public number: year of first report and a running number. */
const publicNumber = /^\d{4}-\d{4,}$/;

/** The questions a column can answer: those that are asked of people. */
export function questionsToFill(edition: Edition): readonly Question[] {
  return questionsOf(edition).filter((question) => !question.known);
}

/** What our own files call a column with last year’s answer, to be read by people and nothing else. */
export function previousHeading(question: Question): string {
  return `${ownHeading(question)}.previous`;
}

/** What our own files call the column of a question. */
export function ownHeading(question: Question): string {
  return kindOf(question).columns(question)[0] ?? question.id;
}

export interface Candidate {
  readonly column: number;
  readonly target: ColumnTarget;
  readonly how: ColumnHow;
  readonly score: number;
}

/**
 * Guesses what each column of a list holds. The surest guesses are taken first, and a question gets one column
 * (or several columns to tick).
 */
export function guessColumns(
  edition: Edition,
  columns: readonly ListColumn[],
  remembered: ReadonlyMap<string, ColumnTarget> = new Map(),
): ColumnGuess[] {
  return guessFrom(
    edition,
    columns,
    columns.map((column, at) => candidatesOf(edition, column, at, remembered)),
  );
}

/** What one column might hold. The costly part of a guess, a column at a time, for whoever must not hold others up. */
export function candidatesOf(
  edition: Edition,
  whole: ListColumn,
  at: number,
  remembered: ReadonlyMap<string, ColumnTarget>,
): Candidate[] {
  const questions = questionsToFill(edition);
  const column = { ...whole, heading: whole.heading.slice(0, longestHeading) };
  const heading = headingWithoutUnit(column.heading);
  return [
    ...fixedCandidates(questions, column, at, remembered),
    ...tickCandidates(questions, column, at),
    ...questions.flatMap((question) => answerCandidate(edition, question, { ...column, heading }, at)),
  ];
}

/** The guess, from what each column might hold. */
export function guessFrom(
  edition: Edition,
  columns: readonly ListColumn[],
  candidates: readonly (readonly Candidate[])[],
): ColumnGuess[] {
  const taken = choose(candidates.flat());
  addByRole(edition, columns, taken);
  return columns.map((column, at) => {
    const found = taken.get(at);
    if (!found) return { target: { as: 'nothing' }, how: 'none', confidence: 0 };
    const target = withUnit(edition, found.target, column);
    return { target, how: found.how, confidence: Math.min(1, Math.round(found.score * 100) / 100) };
  });
}

/** Remembered and our own headings, and the two kinds of number. */
function fixedCandidates(
  questions: readonly Question[],
  column: ListColumn,
  at: number,
  remembered: ReadonlyMap<string, ColumnTarget>,
): Candidate[] {
  const heading = plain(column.heading);
  const found: Candidate[] = [];
  const add = (target: ColumnTarget, how: ColumnHow, score: number) => found.push({ column: at, target, how, score });
  const before = remembered.get(heading);
  if (before) add(before, 'remembered', 2);
  const written = column.heading.trim();
  const own = questions.find((question) => ownHeading(question) === written);
  if (own) add({ as: 'answer', question: own.id }, 'own', 3);
  if (questions.some((question) => previousHeading(question) === written)) add({ as: 'nothing' }, 'own', 3);
  if (written === ownHeadings.number) add({ as: 'number' }, 'own', 3);
  if (written === ownHeadings.externalId) add({ as: 'externalId' }, 'own', 3);
  const filled = column.cells.filter((cell) => !isBlankCell(cell));
  const numbers = filled.filter((cell) => publicNumber.test(String(cell).trim())).length;
  if (numberHeadings.includes(heading)) add({ as: 'number' }, 'name', 1);
  else if (filled.length > 0 && numbers / filled.length > 0.5) add({ as: 'number' }, 'content', 0.9);
  // A running number is another one as soon as a row is put in above.
  const running = filled.every((cell, place) => Number(cell) === place + 1);
  if (idHeadings.includes(heading) && !running && new Set(filled).size === filled.length)
    add({ as: 'externalId' }, 'name', 0.9);
  return found;
}

/** Columns whose heading is a category and whose cells are ticks. */
function tickCandidates(questions: readonly Question[], column: ListColumn, at: number): Candidate[] {
  const filled = column.cells.filter((cell) => !isBlankCell(cell));
  if (filled.length === 0 || !filled.every((cell) => isTicked(String(cell)) !== undefined)) return [];
  return questions.flatMap((question) =>
    (kindOf(question).categories(question) ?? []).flatMap((option) => {
      const score = likeOption(column.heading, question, option);
      return score < 0.75
        ? []
        : [
            {
              column: at,
              target: { as: 'option', question: question.id, option: option.code },
              how: 'name',
              score,
            } as const,
          ];
    }),
  );
}

/** A heading such as `Kunstig intelligens` or `Teknologi: kunstig intelligens`. */
function likeOption(heading: string, question: Question, option: Option): number {
  const parts = heading.split(/\s*[:–—>]\s*/);
  const last = parts.length > 1 ? (parts.at(-1) as string) : heading;
  const label = Math.max(...languages.map((language) => likeHeading(last, option.label[language])));
  const prefix = parts.length > 1 ? likeQuestion(parts[0] as string, question) : 0;
  // Many questions share a category ("other"): the heading's own prefix tells which is meant.
  return label >= 0.75 ? label * 0.95 + prefix * 0.2 : 0;
}

/** How far a heading names a question: by its label in any language, by its id, or by what lists are known to call it. */
function likeQuestion(heading: string, question: Question): number {
  const spoken = question.id.replace(/([a-z])([A-Z])/g, '$1 $2');
  const names = [...languages.map((language) => question.label[language]), spoken, ...(question.headings ?? [])];
  // "Beskrivelse av prosjektet" is a description: what comes before the preposition counts for itself.
  const head = heading.split(/\s(?:av|for|of|til)\s/i)[0] ?? heading;
  return Math.max(...names.flatMap((name) => [likeHeading(heading, name), 0.95 * likeHeading(head, name)]));
}

/** How well a question fits a column, by heading and content together. */
function answerCandidate(edition: Edition, question: Question, column: ListColumn, at: number): Candidate[] {
  const { heading } = column;
  const name = plain(heading) === '' ? 0 : likeQuestion(heading, question);
  const content = likeContent(edition, question, column.cells);
  if (content === 0 && contradicted(question, column.cells)) return [];
  const target = { as: 'answer', question: question.id } as const;
  if (name >= 0.6) return [{ column: at, target, how: 'name', score: name * 0.85 + content * 0.15 }];
  if (content >= 0.6 && name + content >= 0.8)
    return [{ column: at, target, how: 'content', score: content * 0.5 + name * 0.3 }];
  return [];
}

/** Whether the cells, none of which is an answer, are something else altogether: numbers where words or days are asked for. */
function contradicted(question: Question, cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell)).slice(0, sample);
  const isAmount = kindOf(question).unit !== undefined;
  return (
    tellingCells(question) > 0 &&
    filled.length > 0 &&
    filled.every((cell) =>
      isAmount ? /^[\d.,\s]+%$/.test(String(cell)) : typeof cell === 'number' || /^[\d.,\s]+%?$/.test(String(cell)),
    )
  );
}

/** As many cells as tell what a column holds. */
const sample = 100;

/** How many of the cells are answers to a question, when that says something: any text is an answer to an open question. */
function likeContent(edition: Edition, question: Question, cells: readonly Cell[]): number {
  const filled = cells.filter((cell) => !isBlankCell(cell) && !saysNothing(cell)).slice(0, sample);
  const telling = tellingCells(question);
  if (filled.length === 0 || telling === 0) return 0;
  const listed = cellOptions(edition, question).length > 0;
  const fits = filled.filter((cell) => {
    // Ticks, and yes and no, answer any question that has a yes.
    if (listed && isTicked(String(cell)) !== undefined) return false;
    return readCell(edition, question, cell, { exact: true }).answer !== undefined;
  });
  return (fits.length / filled.length) * telling;
}

/** Takes candidates from the surest down. Two questions that fit equally well, by content alone, are no guess at all. */
function choose(candidates: readonly Candidate[]): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const free = (candidate: Candidate) =>
    !taken.has(candidate.column) && ![...taken.values()].some(({ target }) => clash(target, candidate.target));
  const sorted = candidates.toSorted((a, b) => b.score - a.score);
  for (const candidate of sorted) {
    if (!free(candidate)) continue;
    const rivals = sorted.filter(
      (other) => other.column === candidate.column && other.score > candidate.score - 0.02 && free(other),
    );
    const chosen =
      rivals.length === 1
        ? candidate
        : candidate.target.as === 'option'
          ? (rivals.find((rival) => besideItsLike(rival, taken)) ?? candidate)
          : candidate.how === 'content'
            ? undefined
            : candidate;
    if (chosen) taken.set(chosen.column, chosen);
  }
  return taken;
}

/** Two columns cannot both be the same thing; a question is either one column, or columns to tick. */
function clash(one: ColumnTarget, other: ColumnTarget): boolean {
  if (one.as === 'nothing' || other.as === 'nothing') return false;
  if (!('question' in one) || !('question' in other)) return one.as === other.as;
  if (one.question !== other.question) return false;
  return one.as === 'answer' || other.as === 'answer' || one.option === other.option;
}

/** Whether the column next to it ticks a category of the same question. */
function besideItsLike({ column, target }: Candidate, taken: ReadonlyMap<number, Candidate>): boolean {
  return [column - 1, column + 1].some((side) => {
    const neighbour = taken.get(side)?.target;
    return neighbour?.as === 'option' && 'question' in target && neighbour.question === target.question;
  });
}

/** A list has a name and most often a description, whatever they are called. */
function addByRole(edition: Edition, columns: readonly ListColumn[], taken: Map<number, Candidate>): void {
  const has = (question: string) =>
    [...taken.values()].some(({ target }) => 'question' in target && target.question === question);
  const texts = columns.flatMap(({ cells }, column) => {
    const filled = cells.filter(
      (cell) => typeof cell === 'string' && !isBlankCell(cell) && /\p{L}{3}/u.test(cell),
    ) as string[];
    const share = filled.length / Math.max(1, cells.filter((cell) => !isBlankCell(cell)).length);
    if (taken.has(column) || filled.length === 0 || share < 0.9) return [];
    const length = filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length;
    return [{ column, length, distinct: new Set(filled).size / filled.length, filled: filled.length / cells.length }];
  });
  const take = (question: string, found: { column: number } | undefined) => {
    if (!found || has(question)) return;
    taken.set(found.column, { column: found.column, target: { as: 'answer', question }, how: 'content', score: 0.4 });
    texts.splice(
      texts.findIndex(({ column }) => column === found.column),
      1,
    );
  };
  take(
    edition.roles.title,
    texts.find(({ length, distinct, filled }) => length >= 4 && length <= 120 && distinct > 0.95 && filled > 0.8),
  );
  take(edition.roles.summary, texts.filter(({ length }) => length > 60).toSorted((a, b) => b.length - a.length)[0]);
}

const inMillions = /\b(?:mill(?:ioner)?|mnok|mkr|millions?)\b/i;
const inThousands = /\b(?:tusen|tkr|tnok|thousands?|1[ .]?000)\b/i;

function headingWithoutUnit(heading: string): string {
  return heading
    .replace(/\((?:[^)]*\b(?:kr|kroner|nok|mill|mnok|mkr|tkr|tusen|1[ .]?000)\b[^)]*)\)/gi, ' ')
    .replace(
      /\b(?:i\s+)?(?:hele\s+|heile\s+)?(?:mill(?:ioner)?\.?|mnok|mkr|tkr|tnok|tusen|1[ .]?000)(?:\s*(?:kr|kroner|nok)\b\.?)?/gi,
      ' ',
    );
}

/** The unit of a column of amounts: from its heading, else from numbers that only make sense as millions. */
export function guessUnit({ heading, cells }: ListColumn): AmountUnit {
  if (inMillions.test(heading)) return 1_000_000;
  if (inThousands.test(heading)) return 1_000;
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number' && cell !== 0);
  const small = numbers.length > 0 && numbers.every((number) => Math.abs(number) < 10_000);
  return small && numbers.some((number) => !Number.isInteger(number)) ? 1_000_000 : 1;
}

function withUnit(edition: Edition, target: ColumnTarget, column: ListColumn): ColumnTarget {
  if (target.as !== 'answer' || target.unit !== undefined) return target;
  const question = questionsOf(edition).find(({ id }) => id === target.question);
  return question && kindOf(question).unit ? { ...target, unit: guessUnit(column) } : target;
}
