import { type Edition, languages, type Option, type Question, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';
import { type AmountUnit, type Cell, isBlankCell, isErrorValue, type ListColumn, saysNothing } from './match-cells.ts';
import { aboutSomethingElse, namesOf } from './match-foreign.ts';
import { likeHeading, plain } from './match-text.ts';
import { headingWithoutUnit, otherUnit, type UnitFrom } from './match-units.ts';
import { cellOptions, readCell, tellingCells } from './match-values.ts';
import { isTicked } from './match-words.ts';
import { readDay } from './read-day.ts';

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
  /** For amounts whose unit was not remembered: where it was found. */
  readonly unitFrom?: UnitFrom;
}

/** The headings of the columns that are not answers, as our own files name them. */
export const ownHeadings = { number: 'number', externalId: 'externalId' } as const;

/** These count the rows, and are other numbers as soon as a row is put in above. */
const runningHeadings = ['nr', 'nummer', 'lopenummer'];
const numberHeadings = ['tiltaksnummer', 'nummer i samblikk', 'samblikk nummer', 'measure number'];
const idHeadings = [
  ...runningHeadings,
  'id',
  'id nr',
  'id nummer',
  'prosjekt id',
  'prosjektid',
  'tiltaks id',
  'tiltaksid',
  'project id',
  'project number',
  'prosjektnr',
  'saksnr',
  'sak',
  'ref nr',
  'ref',
  'referanse',
  'reference',
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

/** What one column might hold. The costly part of a guess, a column at a time, for whoever must not hold others up. */
export function candidatesOf(
  edition: Edition,
  whole: ListColumn,
  at: number,
  remembered: ReadonlyMap<string, ColumnTarget>,
): Candidate[] {
  const questions = questionsToFill(edition);
  const column = { ...whole, heading: whole.heading.slice(0, longestHeading) };
  const bare = headingWithoutUnit(column.heading);
  // A heading may be a unit and nothing else.
  const heading = plain(bare) === '' ? column.heading : bare;
  return [
    ...fixedCandidates(questions, column, at, remembered),
    ...tickCandidates(questions, column, at),
    ...questions.flatMap((question) => answerCandidate(edition, question, column, heading, at)),
  ];
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
  const running = runningHeadings.includes(heading) && filled.every((cell, place) => Number(cell) === place + 1);
  if (idHeadings.includes(heading) && !running && new Set(filled).size === filled.length)
    add({ as: 'externalId' }, 'name', 0.9);
  return found;
}

/** Columns whose heading is a category and whose cells are ticks. */
function tickCandidates(questions: readonly Question[], column: ListColumn, at: number): Candidate[] {
  const filled = column.cells.filter((cell) => !isBlankCell(cell) && !isErrorValue(cell));
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
  const names = [...languages.map((language) => option.label[language]), ...(option.words ?? [])];
  const label = Math.max(...names.map((name) => likeHeading(last, name)));
  const prefix = parts.length > 1 ? likeQuestion(parts[0] as string, question) : 0;
  // Many questions share a category ("other"): the heading's own prefix tells which is meant.
  return label >= 0.75 ? label * 0.95 + prefix * 0.2 : 0;
}

/** How far a heading names a question: by its label in any language, by its id, or by what lists are known to call it. */
export function likeQuestion(heading: string, question: Question): number {
  const spoken = question.id.replace(/([a-z])([A-Z])/g, '$1 $2');
  const names = [...namesOf(question), spoken];
  // "Beskrivelse av prosjektet" is a description: what comes before the preposition counts for itself.
  const head = heading.split(/\s(?:av|for|of|til|med|with)\s/i)[0] ?? heading;
  return Math.max(
    ...names.flatMap((name) => [likeHeading(heading, name), 0.95 * likeHeading(head, name)]),
    isCompoundOf(heading, question) ? 0.9 : 0,
  );
}

/** Whether the last word is a longer one for an open question's: a `prosjekttittel` is a `tittel`. Shorter words end many others. */
function isCompoundOf(heading: string, question: Question): boolean {
  const last = plain(heading).split(' ').at(-1) ?? '';
  return (
    tellingCells(question) === 0 &&
    (question.headings ?? []).map(plain).some((name) => name.length >= 6 && !name.includes(' ') && last.endsWith(name))
  );
}

/** How well a question fits a column, by heading and content together. */
function answerCandidate(
  edition: Edition,
  question: Question,
  column: ListColumn,
  heading: string,
  at: number,
): Candidate[] {
  const name = plain(heading) === '' ? 0 : likeQuestion(heading, question);
  const content = likeContent(edition, question, column.cells);
  const score =
    name >= 0.6
      ? name * 0.85 + content * 0.15
      : content >= 0.6 && name + content >= 0.8
        ? content * 0.5 + name * 0.3
        : undefined;
  if (score === undefined || (content === 0 && contradicted(edition, question, column.cells))) return [];
  if (aboutSomethingElse(edition, question, column.heading)) return [];
  if (kindOf(question).unit !== undefined && otherUnit(column.heading)) return [];
  const target = { as: 'answer', question: question.id } as const;
  return [{ column: at, target, how: name >= 0.6 ? 'name' : 'content', score }];
}

/** Whether the cells, none of which is an answer, are something else altogether: numbers or days where words are asked for. */
function contradicted(edition: Edition, question: Question, cells: readonly Cell[]): boolean {
  const filled = cells.filter((cell) => !isBlankCell(cell)).slice(0, sample);
  const listed = cellOptions(edition, question).length > 0;
  if (listed && filled.length > 0 && filled.every((cell) => isDay(String(cell)))) return true;
  const isAmount = kindOf(question).unit !== undefined;
  // Ticks, and yes and no, are no text of one's own.
  if (tellingCells(question) === 0 && filled.length > 0)
    return filled.every((cell) => typeof cell !== 'number' && isTicked(String(cell)) !== undefined);
  return (
    tellingCells(question) > 0 &&
    filled.length > 0 &&
    filled.every((cell) =>
      isAmount ? /^[\d.,\s]+%$/.test(String(cell)) : typeof cell === 'number' || /^[\d.,\s]+%?$/.test(String(cell)),
    )
  );
}

/** A day written out, and nothing else: until when something is withheld is no basis for it. */
function isDay(text: string): boolean {
  const read = readDay(text);
  return read !== undefined && read.ofPeriod === undefined;
}

/** As many cells as tell what a column holds. */
const sample = 100;

/** How many of the cells are answers to a question, when that says something: any text is an answer to an open question. */
export function likeContent(edition: Edition, question: Question, cells: readonly Cell[]): number {
  const filled = cells
    .filter((cell) => !isBlankCell(cell) && !saysNothing(cell) && !isErrorValue(cell))
    .slice(0, sample);
  const telling = tellingCells(question);
  if (filled.length === 0 || telling === 0) return 0;
  const listed = cellOptions(edition, question).length > 0;
  const known = new Map<Cell, boolean>();
  const isAnswer = (cell: Cell): boolean => {
    // Ticks, and yes and no, answer any question that has a yes.
    if (listed && isTicked(String(cell)) !== undefined) return false;
    return readCell(edition, question, cell, { exact: true }).answer !== undefined;
  };
  const fits = filled.filter((cell) => {
    const before = known.get(cell) ?? isAnswer(cell);
    known.set(cell, before);
    return before;
  });
  return (fits.length / filled.length) * telling;
}
