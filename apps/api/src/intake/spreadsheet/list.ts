import { spreadsheetLimits } from '@samblikk/contract/constants';
import type { Edition } from '@samblikk/questionnaire';
import { refuse } from './file-refusal.ts';
import { headingKeys } from './find-sheets.ts';
import { type Layout, layoutOf, linesOf } from './layout.ts';
import { columnNumber, letterOf } from './letter.ts';
import type { KeptSheet, UploadedSheet } from './schema.ts';
import type { YieldToOthers } from './yield-to-others.ts';

/** What is read as one list: a sheet, or several with like headings, one below the other. */
export interface List {
  /** All the cells, in the columns of the list; its rows count on from sheet to sheet. */
  readonly sheet: UploadedSheet;
  readonly layout: Layout;
  readonly parts: readonly ListPart[];
}

/** One sheet of a list. */
export interface ListPart {
  readonly sheet: UploadedSheet;
  readonly layout: Layout;
  /** How many rows of the list come before its first. */
  readonly before: number;
  /** The same, of all sheets of the file. */
  readonly beforeInFile: number;
  /** Which of its own columns each column of the list is. */
  readonly columns: readonly (number | undefined)[];
}

/** Where a row is: as its sheet numbers it, and which sheet, where several are read together. */
export interface Place {
  readonly row: number;
  readonly sheet?: string;
}

/** The sheets that are read: those with headings like the sheet that was chosen, or that one alone. */
export function sheetsToRead(sheets: readonly KeptSheet[], sheet: number, together: boolean): readonly number[] {
  return together && sheets[sheet]?.alike !== undefined
    ? [...sheets.keys()].filter((at) => sheets[at]?.alike !== undefined)
    : [sheet];
}

/**
 * Reads sheets as one list. @param chosen each with its place in the file, in order; the columns of the first come first
 * @param headingRow as a spreadsheet numbers it, 0 for none; guessed unless told, and for several sheets always
 * @throws FileRefusal for a list that is too long
 */
export async function listOf(
  edition: Edition,
  kept: readonly KeptSheet[],
  chosen: ReadonlyMap<number, UploadedSheet>,
  headingRow: number | undefined,
  breathe: YieldToOthers,
): Promise<List> {
  const chosenRow = headingRow === undefined || chosen.size > 1 ? undefined : headingRow - 1;
  const found: { at: number; sheet: UploadedSheet; layout: Layout }[] = [];
  for (const [at, sheet] of chosen)
    found.push({ at, sheet, layout: await layoutOf(edition, sheet, breathe, chosenRow) });
  const count = found.reduce((sum, { layout }) => sum + layout.rows.length, 0);
  if (count > spreadsheetLimits.rows) refuse('tooManyRows', { count });
  const columns = commonColumns(found.map(({ layout }) => layout));
  let before = 0;
  const parts = found.map(({ at, sheet, layout }): ListPart => {
    const keys = headingKeys(layout.names);
    const own = columns.keys.map((key) => (keys.includes(key) ? keys.indexOf(key) : undefined));
    const beforeInFile = kept.slice(0, at).reduce((sum, { rows }) => sum + rows, 0);
    const part = { sheet, layout, before, beforeInFile, columns: own };
    before += sheet.rows.length;
    return part;
  });
  const [first] = parts;
  if (first && parts.length === 1) return { sheet: first.sheet, layout: first.layout, parts };
  const rows = parts.flatMap((part) => part.layout.rows.map((row) => row + part.before));
  return { sheet: joined(parts), layout: { ...columns, headingRow: first?.layout.headingRow ?? -1, rows }, parts };
}

/** The columns of all sheets: those of the first, and then what the others have besides. */
function commonColumns(layouts: readonly Layout[]): Pick<Layout, 'headings' | 'names'> & { keys: readonly string[] } {
  const columns = new Map<string, { heading: string; name: string }>();
  for (const { names, headings } of layouts)
    for (const [at, key] of headingKeys(names).entries())
      if (!columns.has(key)) columns.set(key, { heading: headings[at] ?? '', name: names[at] ?? '' });
  const all = [...columns.values()];
  return {
    keys: [...columns.keys()],
    headings: all.map(({ heading }) => heading),
    names: all.map(({ name }) => name),
  };
}

function joined(parts: readonly ListPart[]): UploadedSheet {
  return {
    name: parts.map(({ sheet }) => sheet.name).join(', '),
    rows: parts.flatMap(({ sheet, columns }) =>
      sheet.rows.map((row) => columns.map((column) => (column === undefined ? null : (row[column] ?? null)))),
    ),
    hiddenRows: parts.flatMap(({ sheet, before }) => (sheet.hiddenRows ?? []).map((row) => row + before)),
    ...(parts.some(({ sheet }) => sheet.from1904) && { from1904: true }),
  };
}

function partOf({ parts }: List, row: number): ListPart | undefined {
  return parts.findLast(({ before }) => row > before);
}

/** Where a row of the list is. @param row from 1 */
export function placeOf(list: List, row: number): Place {
  const part = partOf(list, row);
  if (!part || list.parts.length === 1) return { row };
  return { row: row - part.before, sheet: part.sheet.name };
}

/** A place in a few characters, for an enumeration: `4`, `4 (HR)`. */
export function shortPlace({ row, sheet }: Place): string {
  return sheet === undefined ? String(row) : `${row} (${sheet})`;
}

/** A column of the list as the sheet of the row names it. */
export function columnIn(list: List, row: number, letter: string): string {
  const own = partOf(list, row)?.columns[columnNumber(letter) - 1];
  return own === undefined ? letter : letterOf(own);
}

/** A row of the list, counted through all sheets of the file. */
export function rowInFile(list: List, row: number): number {
  const part = partOf(list, row);
  return part ? row - part.before + part.beforeInFile : row;
}

/** What stands above the headings, with the sheet where there are several. */
export function linesAbove({ parts }: List): { row: number; text: string }[] {
  return parts.flatMap(({ sheet, layout }) =>
    linesOf(sheet, layout.headingRow).map(({ row, text }) => ({
      row,
      text: parts.length === 1 ? text : `${sheet.name}: ${text}`,
    })),
  );
}
