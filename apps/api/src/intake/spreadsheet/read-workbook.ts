import { spreadsheetLimits } from '@samblikk/contract';
import type { Cell } from '@samblikk/questionnaire/match';
import readExcel from 'read-excel-file/universal';
import { refuse } from './file-fault.ts';
import type { UploadedSheet } from './schema.ts';
import { storedZip, type ZipEntry, zipEntries } from './zip.ts';

/** Room for titles above the headings and totals below the list. */
export const extraRows = 100;

/** Files of a workbook that hold its texts and numbers; pictures, themes and print settings are left packed. */
const needed =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/**
 * Reads the cells of an XLSX workbook. It is looked through first, and only what was looked through is given to the reader:
 * no macros, no formulas, nothing from other files, no document types, no more than a list needs.
 * @throws ApiError fileAtFault with the reason
 */
export async function readWorkbook(bytes: Buffer): Promise<{ sheets: UploadedSheet[]; merged: boolean }> {
  const entries = zipEntries(bytes);
  refuseByName(entries);
  const files = entries
    .filter(({ name }) => needed.test(name))
    .map((entry) => ({ name: entry.name, bytes: looked(entry) }));
  if (!files.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml')) refuse('wrongType');
  const sheets = await read(storedZip(withoutCharts(files)));
  if (sheets.length > spreadsheetLimits.sheets) refuse('tooManySheets');
  const merges = mergesOf(files);
  let merged = false;
  const filled = sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map(toCell));
    for (const merge of merges.get(sheet) ?? []) merged = fillDown(rows, merge) || merged;
    return { name: sheet, rows };
  });
  return { sheets: filled, merged };
}

/** A cell that goes over several rows, counted from 0. */
interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** Cells that go over several rows, by the name of their sheet. */
function mergesOf(files: readonly File[]): Map<string, Merge[]> {
  const xml = (name: string) => files.find((file) => file.name.toLowerCase() === name)?.bytes.toString() ?? '';
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';
  const targets = new Map(
    [...xml('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([link]) => [
      attribute(link, 'Id'),
      attribute(link, 'Target')
        .replace(/^\/?(?:xl\/)?/, 'xl/')
        .toLowerCase(),
    ]),
  );
  return new Map(
    [...xml('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([sheet]) => {
      const cells = xml(targets.get(attribute(sheet, '\\w+:id')) ?? '');
      const merges = [...cells.matchAll(/<(?:\w+:)?mergeCell\b[^<>]*\bref\s*=\s*["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g)];
      return [
        unescaped(attribute(sheet, 'name')),
        merges
          .map(([, letters = '', from, to]) => ({
            column: columnNumber(letters) - 1,
            from: Number(from) - 1,
            to: Number(to) - 1,
          }))
          .filter(({ from, to }) => to > from && to - from <= spreadsheetLimits.rows),
      ];
    }),
  );
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

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

async function read(zip: Buffer): Promise<Awaited<ReturnType<typeof readExcel>>> {
  const bytes = new Uint8Array(zip).buffer;
  try {
    return await readExcel(bytes, { trim: false });
  } catch {
    return refuse('notReadable');
  }
}

interface File {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Leaves out sheets that are a chart and nothing else: the reader knows only sheets of cells. */
function withoutCharts(files: readonly File[]): File[] {
  const links = files.find(({ name }) => name.toLowerCase() === 'xl/_rels/workbook.xml.rels')?.bytes.toString() ?? '';
  const charts = [...links.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)]
    .map(([link]) => link)
    .filter((link) => /\bType\s*=\s*["'][^"']*\/chartsheet["']/.test(link))
    .flatMap((link) => /\bId\s*=\s*["']([^"']+)["']/.exec(link)?.[1] ?? []);
  if (charts.length === 0) return [...files];
  const isChart = (sheet: string) => charts.includes(/\b\w+:id\s*=\s*["']([^"']+)["']/.exec(sheet)?.[1] ?? '');
  return files.map((file) =>
    file.name.toLowerCase() === 'xl/workbook.xml'
      ? {
          ...file,
          bytes: Buffer.from(
            file.bytes.toString().replace(/<(?:\w+:)?sheet\b[^<>]*\/>/g, (sheet) => (isChart(sheet) ? '' : sheet)),
          ),
        }
      : file,
  );
}

/** What can be told from the names alone. */
function refuseByName(entries: readonly ZipEntry[]): void {
  for (const { name } of entries) {
    if (/vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name)) refuse('macros');
    if (/^xl\/(?:externalLinks|connections\.xml|queryTables|embeddings|model)/i.test(name))
      refuse('externalLink', { name });
    if (/^xl\/(?:macrosheets|dialogsheets)\//i.test(name)) refuse('macros');
    if (name === 'mimetype') refuse('wrongType');
  }
}

/** One file of a workbook, looked through: no document types, no formulas, no cells far outside a list. */
function looked({ name, read: unpack }: ZipEntry): Buffer {
  const bytes = unpack();
  // Only UTF-8 is looked through, so nothing else may come: UTF-16 could hide what is looked for.
  if (bytes.includes(0) || (bytes[0] ?? 0) >= 0xfe) refuse('notReadable');
  const xml = bytes.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) refuse('documentType');
  if (/macroEnabled/i.test(xml) && name.startsWith('[')) refuse('macros');
  return name.toLowerCase().startsWith('xl/worksheets/') ? lookedSheet(xml) : bytes;
}

function lookedSheet(xml: string): Buffer {
  const formulas = [...matches(xml, /<(?:\w+:)?f[\s>/]/g, 5)].map((at) => cellBefore(xml, at));
  if (formulas.length > 0)
    refuse('formula', { cells: formulas.length === 5 ? `${formulas.slice(0, 4).join(', ')} …` : formulas.join(', ') });
  // Empty cells that only carry a colour reach far out in many workbooks, and would be read as a million rows.
  const filled = xml
    .replace(/<(?:\w+:)?c\b[^<>]*\/>/g, '')
    .replace(/<((?:\w+:)?)c\b[^<>]*><\/\1c>/g, '')
    .replace(/<(?:\w+:)?row\b[^<>]*\/>/g, '')
    .replace(/<((?:\w+:)?)row\b[^<>]*>\s*<\/\1row>/g, '')
    .replace(/<(?:\w+:)?dimension\b[^<>]*\/>/g, '');
  let lowest = 0;
  for (const [, letters = '', row = ''] of filled.matchAll(/\br\s*=\s*["']([A-Z]+)(\d+)["']/g)) {
    lowest = Math.max(lowest, Number(row));
    if (columnNumber(letters) > spreadsheetLimits.columns) refuse('tooManyColumns');
  }
  for (const [, row = ''] of filled.matchAll(/<(?:\w+:)?row\b[^<>]*?\br\s*=\s*["'](\d+)["']/g)) {
    lowest = Math.max(lowest, Number(row));
  }
  if (lowest > spreadsheetLimits.rows + extraRows) {
    const count = filled.match(/<(?:\w+:)?row\b/g)?.length ?? 0;
    if (count > spreadsheetLimits.rows) refuse('tooManyRows', { count });
    refuse('tooFarDown', { row: lowest });
  }
  return Buffer.from(filled);
}

function* matches(text: string, pattern: RegExp, atMost: number): Generator<number> {
  let found = 0;
  for (const match of text.matchAll(pattern)) {
    yield match.index;
    found += 1;
    if (found === atMost) return;
  }
}

/** The cell that a place in a sheet's XML is in. */
function cellBefore(xml: string, at: number): string {
  const before = xml.slice(Math.max(0, at - 2_000), at);
  return [...before.matchAll(/\br\s*=\s*["']([A-Z]+\d+)["']/g)].at(-1)?.[1] ?? '?';
}

/** `A` is 1, `Z` 26, `AA` 27. */
function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A cell as it is stored: a date is its day, and what JSON and PostgreSQL cannot hold is taken out. */
function toCell(value: unknown): Cell {
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? null : value.toISOString().replace('T00:00:00.000Z', '');
  if (typeof value === 'string') return value.replaceAll('\u0000', '').replace(/\r\n?/g, '\n');
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'boolean' ? value : null;
}
