import { spreadsheetLimits } from '@samblikk/contract/constants';
import { storedZip } from '@samblikk/files/zip';
import type { Cell } from '@samblikk/questionnaire/match';
import readExcel from 'read-excel-file/universal';
import { refuse } from './file-refusal.ts';
import { looked, refuseByName } from './look-through.ts';
import { numberFormats } from './number-formats.ts';
import type { UploadedSheet } from './schema.ts';
import { countsFrom1904, type Merge, sheetsOf, withoutCharts } from './workbook-sheets.ts';
import { zipEntries } from './zip.ts';

/** Files of a workbook that hold its texts and numbers; pictures, themes and print settings are left packed. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * Reads the cells of an XLSX workbook. It is looked through first, and only what was looked through is given to the reader:
 * no macros, no formulas but their values, nothing from other files, no document types, no more than a list needs.
 * @throws FileRefusal with the reason
 */
export async function readWorkbook(bytes: Buffer): Promise<{ sheets: UploadedSheet[]; merged: boolean }> {
  const entries = zipEntries(bytes);
  refuseByName(entries);
  const wanted = entries.filter(({ name }) => needed.test(name));
  const styles = wanted.find(({ name }) => name.toLowerCase() === 'xl/styles.xml');
  const formats = numberFormats(styles ? looked(styles).bytes.toString() : '');
  const files = wanted.map((entry) => looked(entry, formats));
  if (!files.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) refuse('wrongType');
  const read = await cellsOf(storedZip(withoutCharts(files)));
  if (read.length > spreadsheetLimits.sheets) refuse('tooManySheets');
  const from1904 = countsFrom1904(files);
  const known = sheetsOf(files);
  let merged = false;
  const sheets = read.map(({ sheet, data }): UploadedSheet => {
    const { hidden = false, merges = [], facts } = known.get(sheet) ?? {};
    const rows = data.map((row) => withoutEmptyEnd(row.map(toCell)));
    for (const merge of merges) merged = fillDown(rows, merge) || merged;
    return {
      name: sheet,
      rows,
      ...(from1904 && { from1904 }),
      ...(hidden && { hidden }),
      ...(facts && {
        // What is hidden and empty, and formulas of no value, need not be told.
        hiddenRows: facts.hiddenRows.filter((row) => rows[row]?.some((cell) => cell !== null)),
        hiddenColumns: facts.hiddenColumns.filter((column) => rows.some((row) => (row[column] ?? null) !== null)),
        formulas: facts.formulas,
      }),
    };
  });
  return { sheets, merged };
}

/** What stands in a cell over several rows is said of each of them. @returns whether anything was filled in */
function fillDown(rows: Cell[][], { column, from, to }: Merge): boolean {
  const value = rows[from]?.[column] ?? null;
  if (value === null) return false;
  let filled = false;
  for (const row of rows.slice(from + 1, to + 1)) {
    // A row of nothing else stays empty: a title over a few rows is no list.
    if ((row[column] ?? null) !== null || row.every((cell) => cell === null)) continue;
    row[column] = value;
    filled = true;
  }
  return filled;
}

/** The reader fills every row up to the widest; what is only filled up is left out again. */
function withoutEmptyEnd(row: Cell[]): Cell[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
}

async function cellsOf(zip: Buffer): Promise<Awaited<ReturnType<typeof readExcel>>> {
  const bytes = new Uint8Array(zip).buffer;
  try {
    return await readExcel(bytes, { trim: false });
  } catch {
    return refuse('notReadable');
  }
}

/** A cell as it is stored: a date is its day, and what JSON and PostgreSQL cannot hold is taken out. */
function toCell(value: unknown): Cell {
  // A workbook knows no time zones: the day and the time are those of whoever wrote them.
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 19).replace('T00:00:00', '');
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'boolean' ? value : null;
}
