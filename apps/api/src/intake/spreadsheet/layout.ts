import { type Edition, kindOf } from '@samblikk/questionnaire';
import {
  type Candidate,
  type Cell,
  type ColumnGuess,
  type ColumnTarget,
  candidatesOf,
  guessColumns,
  guessFrom,
  isBlankCell,
  type ListColumn,
  ownHeading,
  ownHeadings,
  questionsToFill,
} from '@samblikk/questionnaire/match';
import type { UploadedSheet } from './schema.ts';
import type { YieldToOthers } from './yield-to-others.ts';

/** Where in a sheet the list is: its headings, and the rows below them. Indexes count from 0. */
export interface Layout {
  /** The row that names the columns to people; -1 for none. */
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** What each column is recognised by: our own ids where the file has them, else its heading. */
  readonly names: readonly string[];
  /** Indexes of the rows that say something. */
  readonly rows: readonly number[];
}

/** How far down headings are looked for: a list may have a title, a logo and a date above them. */
export const headRows = 25;
/** No heading says more. */
const longestHeading = 300;

/**
 * Finds the headings of a list: our own row of ids, else the row that names most of what is asked for. `chosenRow` is the row a
 * person said, -1 for none.
 */
export async function layoutOf(
  edition: Edition,
  sheet: UploadedSheet,
  breathe: YieldToOthers,
  chosenRow?: number | undefined,
): Promise<Layout> {
  const own = new Set<string>([...questionsToFill(edition).map(ownHeading), ...Object.values(ownHeadings)]);
  const head = sheet.rows.slice(0, headRows);
  const ids = head.findIndex((row) => {
    const filled = row.filter((cell) => !isBlankCell(cell));
    return filled.length >= 2 && filled.filter((cell) => own.has(String(cell).trim())).length / filled.length > 0.5;
  });
  const width = Math.max(0, ...sheet.rows.map((row) => row.length));
  const text = (row: number, column: number) =>
    String(sheet.rows[row]?.[column] ?? '')
      .trim()
      .slice(0, longestHeading);
  const texts = (row: number) => Array.from({ length: width }, (_, column) => text(row, column));
  const below = (row: number) =>
    sheet.rows.flatMap((cells, at) => (at > row && cells.some((cell) => !isBlankCell(cell)) ? [at] : []));
  if (ids >= 0 && (chosenRow === undefined || chosenRow === ids || chosenRow === ids - 1)) {
    const labels = ids > 0 && sheet.rows[ids - 1]?.some((cell) => !isBlankCell(cell)) ? ids - 1 : ids;
    const names = texts(ids);
    return {
      headingRow: labels,
      headings: texts(labels).map((label, i) => label || (names[i] ?? '')),
      names,
      rows: below(ids),
    };
  }
  let headingRow = chosenRow ?? 0;
  if (chosenRow === undefined) {
    const scores: number[] = [];
    for (const [at, row] of head.entries()) {
      scores.push(headingScore(edition, row, at));
      await breathe();
    }
    headingRow = Math.max(0, scores.indexOf(Math.max(...scores, 0)));
  }
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

/** As many rows as tell what columns hold. */
const sample = 1_000;

/** The columns of a list with their first cells, for guessing. */
export function columnsOf(sheet: UploadedSheet, layout: Layout): ListColumn[] {
  return layout.names.map((heading, column) => ({
    heading,
    cells: layout.rows.slice(0, sample).map((row) => sheet.rows[row]?.[column] ?? null),
  }));
}

/** Guesses that name what this edition asks for; what was remembered may be of another year. */
export function guessesFor(
  edition: Edition,
  columns: readonly ListColumn[],
  remembered: ReadonlyMap<string, ColumnTarget>,
  above: readonly string[],
  breathe: YieldToOthers,
): Promise<ColumnGuess[]> {
  const valid = new Map([...remembered].filter(([, target]) => isTarget(edition, target)));
  return guessSlowly(edition, columns, valid, above, breathe);
}

/** `guessColumns`, a column at a time. @param above the lines above the headings */
export async function guessSlowly(
  edition: Edition,
  columns: readonly ListColumn[],
  remembered: ReadonlyMap<string, ColumnTarget>,
  above: readonly string[],
  breathe: YieldToOthers,
): Promise<ColumnGuess[]> {
  const candidates: Candidate[][] = [];
  for (const [at, column] of columns.entries()) {
    candidates.push(candidatesOf(edition, column, at, remembered));
    await breathe();
  }
  return guessFrom(edition, columns, candidates, above);
}

/** What stands in the first rows, a line each, down to a row that is not counted in. */
export function linesOf(sheet: UploadedSheet, before: number): { row: number; text: string }[] {
  return sheet.rows.slice(0, Math.max(0, before)).flatMap((row, at) => {
    const text = row
      .filter((cell) => !isBlankCell(cell))
      .map((cell) => String(cell).trim().slice(0, 60))
      .join(' · ');
    return text === '' ? [] : [{ row: at + 1, text: text.length > 120 ? `${text.slice(0, 119)}…` : text }];
  });
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
