import { type Edition, kindOf } from '@samblikk/questionnaire';
import {
  type Cell,
  type ColumnGuess,
  type ColumnTarget,
  guessColumns,
  isBlankCell,
  type ListColumn,
  ownHeading,
  ownHeadings,
  questionsToFill,
} from '@samblikk/questionnaire/match';
import type { UploadedSheet } from '../db/schema.ts';

/** Where in a sheet the list is: its headings, and the rows below them. Indexes count from 0. */
export interface Layout {
  /** The row that names the columns to people. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** What each column is recognised by: our own ids where the file has them, else its heading. */
  readonly names: readonly string[];
  /** Indexes of the rows that say something. */
  readonly rows: readonly number[];
}

/** How far down headings are looked for: a list may have a title, a logo and a date above them. */
const headRows = 25;

/** Finds the headings of a list: our own row of ids, else the row that names most of what is asked for. */
export function layoutOf(edition: Edition, sheet: UploadedSheet): Layout {
  const own = new Set<string>([...questionsToFill(edition).map(ownHeading), ...Object.values(ownHeadings)]);
  const head = sheet.rows.slice(0, headRows);
  const ids = head.findIndex((row) => {
    const filled = row.filter((cell) => !isBlankCell(cell));
    return filled.length >= 2 && filled.filter((cell) => own.has(String(cell).trim())).length / filled.length > 0.5;
  });
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const text = (row: number, column: number) => String(sheet.rows[row]?.[column] ?? '').trim();
  const texts = (row: number) => Array.from({ length: width }, (_, column) => text(row, column));
  const below = (row: number) =>
    sheet.rows.flatMap((cells, at) => (at > row && cells.some((cell) => !isBlankCell(cell)) ? [at] : []));
  if (ids >= 0) {
    const labels = ids > 0 && sheet.rows[ids - 1]?.some((cell) => !isBlankCell(cell)) ? ids - 1 : ids;
    const names = texts(ids);
    return {
      headingRow: labels,
      headings: texts(labels).map((label, i) => label || (names[i] ?? '')),
      names,
      rows: below(ids),
    };
  }
  const scores = head.map((row, at) => headingScore(edition, row, at));
  const headingRow = Math.max(0, scores.indexOf(Math.max(...scores, 0)));
  const headings = texts(headingRow);
  return { headingRow, headings, names: headings, rows: below(headingRow) };
}

/** How much a row looks like headings: how many of its cells name something that is asked for, and then how many are texts. */
function headingScore(edition: Edition, row: readonly Cell[], at: number): number {
  const texts = row.filter(
    (cell) => typeof cell === 'string' && /\p{L}{2}/u.test(cell) && cell.length < 200,
  ) as string[];
  if (texts.length < 2) return 0;
  const guesses = guessColumns(
    edition,
    texts.map((heading) => ({ heading, cells: [] })),
  );
  const named = guesses.filter(({ how }) => how !== 'none').reduce((sum, { confidence }) => sum + confidence, 0);
  return named + new Set(texts).size * 0.1 - at * 0.01;
}

/** The columns of a list with their cells, for guessing. */
export function columnsOf(sheet: UploadedSheet, layout: Layout): ListColumn[] {
  return layout.names.map((heading, column) => ({
    heading,
    cells: layout.rows.map((row) => sheet.rows[row]?.[column] ?? null),
  }));
}

/** The sheet that holds the list: the one most is recognised in, weighted by its rows so that lists of codes do not win. */
export function bestSheet(edition: Edition, sheets: readonly UploadedSheet[]): number {
  const scores = sheets.map((sheet) => {
    const layout = layoutOf(edition, sheet);
    if (layout.rows.length === 0) return -1;
    const guesses = guessColumns(edition, columnsOf(sheet, layout));
    return guesses.reduce((sum, { how, confidence }) => sum + (how === 'none' ? 0 : confidence), 0);
  });
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}

/** Guesses that name what this edition asks for; what was remembered may be of another year. */
export function guessesFor(
  edition: Edition,
  sheet: UploadedSheet,
  layout: Layout,
  remembered: ReadonlyMap<string, ColumnTarget>,
): ColumnGuess[] {
  const valid = new Map([...remembered].filter(([, target]) => isTarget(edition, target)));
  return guessColumns(edition, columnsOf(sheet, layout), valid);
}

/** Whether a column can hold this in this edition. */
export function isTarget(edition: Edition, target: ColumnTarget): boolean {
  if (!('question' in target)) return true;
  const question = questionsToFill(edition).find(({ id }) => id === target.question);
  if (!question) return false;
  return (
    target.as === 'answer' || (kindOf(question).categories(question) ?? []).some(({ code }) => code === target.option)
  );
}
