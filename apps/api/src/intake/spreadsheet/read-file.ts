import { readFile } from 'node:fs/promises';
import { spreadsheetLimits } from '@samblikk/contract/constants';
import { unharmed } from '@samblikk/files/csv';
import type { Cell } from '@samblikk/questionnaire/match';
import { BrokenCsv, type Delimiter, type FileForm, readCsv, recogniseForm } from '../survey-file/csv-file.ts';
import { refuse } from './file-refusal.ts';
import { letterOf } from './letter.ts';
import { extraRows } from './look-through.ts';
import { readWorkbook } from './read-workbook.ts';
import { charactersIn } from './row-size.ts';
import type { UploadedSheet } from './schema.ts';

export interface ReadFile {
  readonly format: 'xlsx' | 'csv';
  /** What was unusual about it, as codes of `formTexts`. */
  readonly notes: FileForm['notes'];
  readonly sheets: readonly UploadedSheet[];
}

/** Empty lines there may be within a CSV file, beyond the rows. */
const farDown = 10_000;

/**
 * Reads a list, whatever its name says: the content tells what it is.
 * @param delimiter what separates the columns of a CSV file; guessed unless told
 * @throws FileRefusal with the reason
 */
export async function readList(path: string, delimiter?: Delimiter): Promise<ReadFile> {
  const bytes = await readFile(path);
  const head = bytes.subarray(0, 8).toString('latin1');
  if (head.startsWith('PK\x03\x04')) {
    const { sheets, merged } = await readWorkbook(bytes);
    return withRows({ format: 'xlsx', notes: merged ? ['mergedDown'] : [], sheets });
  }
  if (head.startsWith('\xd0\xcf\x11\xe0')) refuse('oldOrEncrypted');
  if (!looksLikeText(bytes)) refuse('wrongType');
  return withRows(await readText(path, delimiter));
}

/** A file within all that a list may have. @throws FileRefusal */
function withRows(file: ReadFile): ReadFile {
  let all = 0;
  for (const { rows } of file.sheets) {
    for (const row of rows) all += charactersIn(row);
    if (all > spreadsheetLimits.characters) refuse('tooMuchText');
    for (const [at, row] of rows.entries()) {
      for (const [column, cell] of row.entries()) {
        if (typeof cell === 'string' && cell.length > spreadsheetLimits.cell)
          refuse('cellTooLong', { cell: `${letterOf(column)}${at + 1}`, count: cell.length });
      }
    }
  }
  if (
    !file.sheets.some(({ rows }) => rows.filter((row) => row.some((cell) => cell !== null && cell !== '')).length > 1)
  )
    refuse('empty');
  return file;
}

/** How files of other kinds begin: pictures, archives, programs. A list may begin with `BM`, so bitmaps are left to the rest. */
const otherKinds = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'RIFF',
  'II*\0',
  'MM\0*',
  '\x1f\x8b',
  'PK\x05\x06',
  'Rar!',
  '7z\xbc\xaf',
  '\x7fELF',
  'MZ',
  '%PDF',
  '%!PS',
  '{\\rtf',
];

/** Text has no NUL unless it is UTF-16, hardly any control characters, and is no picture, page, PDF or program. */
function looksLikeText(bytes: Buffer): boolean {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!utf16 && bytes.includes(0)) return false;
  const head = bytes
    .subarray(0, 4_096)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '');
  if (otherKinds.some((signature) => head.startsWith(signature))) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
  const odd = utf16 ? [] : (head.match(/[\x01-\x08\x0e-\x1a\x1c-\x1f]/g) ?? []);
  if (odd.length > head.length / 100) return false;
  return !/^\s*(?:<\?xml|<!doctype|<html|<table|\{\\rtf)/i.test(head);
}

async function readText(path: string, delimiter: Delimiter | undefined): Promise<ReadFile> {
  try {
    const form = await recogniseForm(path, delimiter);
    const rows: (readonly Cell[])[] = [];
    let filled = 0;
    for await (const { row, cells } of readCsv(path, form, { looseQuotes: true })) {
      if (cells.length > spreadsheetLimits.columns) refuse('tooManyColumns');
      if (cells.some((cell) => cell.trim() !== '')) filled += 1;
      // Too many to be a list: they are only counted, to be told.
      if (filled > spreadsheetLimits.rows + extraRows) continue;
      if (row > spreadsheetLimits.rows + extraRows + farDown) refuse('tooFarDown', { row });
      while (rows.length < row - 1) rows.push([]);
      rows.push(cells.map(toCell));
    }
    if (filled > spreadsheetLimits.rows + extraRows) refuse('tooManyRows', { count: filled });
    return { format: 'csv', notes: form.notes, sheets: [{ name: 'CSV', rows }] };
  } catch (error) {
    if (error instanceof BrokenCsv) refuse('brokenCsv', { row: error.row });
    throw error;
  }
}

/** A cell of a CSV file. Our own begin with an apostrophe where a spreadsheet would see a formula. */
function toCell(cell: string): Cell {
  return cell === '' ? null : unharmed(cell.replaceAll('\u0000', ''));
}
