import { type AnswerValue, type Edition, findQuestion, kindOf, type Question } from '@samblikk/questionnaire';
import {
  type Cell,
  type ColumnTarget,
  errorProblem,
  isBlankCell,
  isErrorValue,
  isTicked,
  questionsToFill,
  type ReadCell,
  readCell,
  readTicked,
  type Translation,
} from '@samblikk/questionnaire/match';
import { letterOf } from './letter.ts';
import type { PlanInput } from './plan-types.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';

/** What the cells of a row say. */
export interface ReadRow {
  readonly row: number;
  readonly number: string | undefined;
  readonly externalId: string | undefined;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly issues: RowIssue[];
}

/** Takes note of a word that had to be understood as a category. */
export type NoteWord = (question: string, word: Translation) => void;

/** A row while it is read. */
interface Reading {
  readonly row: number;
  readonly answers: Record<string, AnswerValue>;
  readonly issues: RowIssue[];
  /** The codes of columns to tick, by question, and the first of those columns. */
  readonly ticked: Map<string, { readonly codes: readonly string[]; readonly column: number }>;
  readonly note: NoteWord;
  number?: string;
  externalId?: string;
  /** What is written about publication. */
  publication?: string;
}

interface FilledCell {
  readonly cell: Cell;
  readonly column: number;
  readonly target: ColumnTarget;
}

/** Reads the cells of one row by what their columns hold. @param at its place in the list, from 0 */
export function readRow(input: PlanInput, at: number, note: NoteWord): ReadRow {
  const { edition, sheet, mapping } = input;
  const reading: Reading = { row: at + 1, answers: {}, issues: [], ticked: new Map(), note };
  for (const [column, target] of mapping.columns.entries()) {
    const cell = sheet.rows[at]?.[column] ?? null;
    if (isBlankCell(cell) || target.as === 'nothing') continue;
    readInto(reading, input, { cell, column, target });
  }
  for (const [id, { codes, column }] of reading.ticked) {
    const question = findQuestion(edition, id);
    if (question) keep(reading, question, { column, cell: codes.join(', ') }, readTicked(edition, question, codes));
  }
  addWithin(edition, reading.answers, reading.publication);
  const { row, number, externalId, answers, issues } = reading;
  return { row, number, externalId, answers, issues };
}

function readInto(reading: Reading, input: PlanInput, filled: FilledCell): void {
  const { cell, column, target } = filled;
  const { edition, context } = input;
  const question = 'question' in target ? findQuestion(edition, target.question) : undefined;
  if (isErrorValue(cell)) {
    const place = placeOf('question' in target ? target.question : '', filled);
    const { code, params = {} } = errorProblem(cell);
    reading.issues.push({ row: reading.row, code, params, level: 'error', ...place });
    return;
  }
  if (target.as === 'number') reading.number = String(cell).trim();
  if (target.as === 'externalId') reading.externalId = String(cell).trim().slice(0, 200).toWellFormed();
  if (!question) return;
  if (question.id === edition.publication.question) reading.publication = String(cell);
  if (target.as === 'answer') {
    const heading = input.layout.headings[column];
    keep(reading, question, filled, readCell(edition, question, cell, { ...context, unit: target.unit, heading }));
  }
  if (target.as === 'option') tick(reading, question, filled, target.option);
}

function tick(reading: Reading, question: Question, filled: FilledCell, option: string): void {
  const yes = isTicked(String(filled.cell));
  if (yes === undefined) reading.issues.push(rowIssue(reading.row, 'notTicked', placeOf(question.id, filled)));
  if (!yes) return;
  const { codes, column } = reading.ticked.get(question.id) ?? { codes: [], column: filled.column };
  reading.ticked.set(question.id, { codes: [...codes, option], column });
}

/** Keeps the answer of a cell, with what is the matter with it. */
function keep(
  { row, answers, issues, note }: Reading,
  question: Question,
  cell: Pick<FilledCell, 'cell' | 'column'>,
  { answer, problems, words, notes = [] }: ReadCell,
): void {
  const place = placeOf(question.id, cell);
  for (const word of words) note(question.id, word);
  for (const { code, params = {} } of problems) issues.push({ row, code, params, level: 'error', ...place });
  // One that stops nothing: the rest of the answer is there.
  if (problems.length === 0)
    for (const { word, how } of words)
      if (how === 'unknown')
        issues.push(rowIssue(row, 'unknownBody', { level: 'warning', column: place.column, params: { word } }));
  for (const { code, params = {} } of notes) issues.push({ row, code, params, level: 'warning', ...place });
  if (answer !== undefined) answers[question.id] = answer;
}

const placeOf = (question: string, { cell, column }: Pick<FilledCell, 'cell' | 'column'>) => ({
  question,
  column: letterOf(column),
  value: String(cell ?? '').slice(0, 500),
});

/** A cell that says that something is exempt may say by which act: that is kept as well, where no column holds it. */
function addWithin(edition: Edition, answers: Record<string, AnswerValue>, text: string | undefined): void {
  if (text === undefined) return;
  for (const question of questionsToFill(edition)) {
    const found = kindOf(question).within?.(question, text);
    if (found !== undefined) answers[question.id] ??= found;
  }
}
