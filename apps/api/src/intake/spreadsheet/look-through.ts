import { spreadsheetLimits } from '@samblikk/contract/constants';
import { notCalculated } from '@samblikk/questionnaire/cells';
import { refuse } from './file-refusal.ts';
import { columnNumber } from './letter.ts';
import { type NumberFormats, withUnits } from './number-formats.ts';
import type { ZipEntry } from './zip.ts';

/** Room for titles above the headings and totals below the list. */
export const extraRows = 100;

/** One file of a workbook that was looked through. */
export interface LookedFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** What a sheet has that its cells do not tell. */
  readonly facts?: SheetFacts;
}

/** Rows and columns count from 0. */
export interface SheetFacts {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly formulas: { readonly count: number; readonly first: readonly string[] };
}

/** What can be told from the names alone. @throws FileRefusal */
export function refuseByName(entries: readonly ZipEntry[]): void {
  for (const { name } of entries) {
    if (/vbaProject|\.bin$/i.test(name) && /vba|macro/i.test(name)) refuse('macros');
    if (/^xl\/(?:externalLinks|connections\.xml|queryTables|embeddings|model)/i.test(name))
      refuse('externalLink', { name });
    if (/^xl\/(?:macrosheets|dialogsheets)\//i.test(name)) refuse('macros');
    if (name === 'mimetype') refuse('wrongType');
  }
}

/**
 * One file of a workbook, looked through: no document types, no cells far outside a list, and of formulas only the values
 * they had when the file was saved. @throws FileRefusal
 */
export function looked({ name, read: unpack }: ZipEntry, formats: NumberFormats = new Map()): LookedFile {
  const bytes = unpack();
  // Only UTF-8 is looked through, so nothing else may come: UTF-16 could hide what is looked for.
  if (bytes.includes(0) || (bytes[0] ?? 0) >= 0xfe) refuse('notReadable');
  const xml = bytes.toString('utf8');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) refuse('documentType');
  if (/macroEnabled/i.test(xml) && name.startsWith('[')) refuse('macros');
  return name.toLowerCase().startsWith('xl/worksheets/') ? lookedSheet(name, xml, formats) : { name, bytes };
}

function lookedSheet(name: string, xml: string, formats: NumberFormats): LookedFile {
  const hiddenRows = hiddenRowsOf(xml);
  const hiddenColumns = hiddenColumnsOf(xml);
  const { values, formulas } = withoutFormulas(xml);
  // Empty cells that only carry a colour reach far out in many workbooks, and would be read as a million rows.
  const filled = withUnits(values, formats)
    .replace(/<(?:\w+:)?c\b[^<>]*\/>/g, '')
    .replace(/<((?:\w+:)?)c\b[^<>]*><\/\1c>/g, '')
    .replace(/<(?:\w+:)?row\b[^<>]*\/>/g, '')
    .replace(/<((?:\w+:)?)row\b[^<>]*>\s*<\/\1row>/g, '')
    .replace(/<(?:\w+:)?dimension\b[^<>]*\/>/g, '')
    // An error is told where it stands: the reader would leave the cell blank.
    .replace(/(<(?:\w+:)?c\b[^<>]*?\st\s*=\s*["'])e(?=["'])/g, '$1str');
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
  return { name, bytes: Buffer.from(filled), facts: { hiddenRows, hiddenColumns, formulas } };
}

const isHidden = (tag: string): boolean => /\bhidden\s*=\s*["'](?:1|true)["']/.test(tag);
const numberIn = (tag: string, attribute: string): number | undefined => {
  const [, digits] = new RegExp(`\\b${attribute}\\s*=\\s*["'](\\d+)["']`).exec(tag) ?? [];
  return digits === undefined ? undefined : Number(digits);
};

function hiddenRowsOf(xml: string): number[] {
  if (!/\bhidden\s*=/.test(xml)) return [];
  let at = 0;
  const hidden: number[] = [];
  for (const [tag] of xml.matchAll(/<(?:\w+:)?row\b[^<>]*>/g)) {
    // A row without a number comes after the one before.
    at = numberIn(tag, 'r') ?? at + 1;
    if (isHidden(tag) && at <= spreadsheetLimits.rows + extraRows) hidden.push(at - 1);
  }
  return hidden;
}

function hiddenColumnsOf(xml: string): number[] {
  return [...xml.matchAll(/<(?:\w+:)?col\b[^<>]*>/g)].flatMap(([tag]) => {
    const [from = 1, to = from] = [numberIn(tag, 'min'), numberIn(tag, 'max')];
    if (!isHidden(tag)) return [];
    const last = Math.min(to, spreadsheetLimits.columns);
    return Array.from({ length: Math.max(0, last - from + 1) }, (_, at) => from - 1 + at);
  });
}

/** Formulas that are named. */
const fewFormulas = 5;

/** The cells without their formulas, with the values these had; where they had none, that is what the cell says. */
function withoutFormulas(xml: string): { values: string; formulas: SheetFacts['formulas'] } {
  if (!/<(?:\w+:)?f[\s>/]/.test(xml)) return { values: xml, formulas: { count: 0, first: [] } };
  const first: string[] = [];
  let count = 0;
  const values = xml.replace(
    /<((?:\w+:)?)c\b([^<>]*)>([\s\S]*?)<\/\1c>/g,
    (cell, prefix: string, tag: string, inside: string) => {
      const formula = new RegExp(`<${prefix}f\\b[^<>]*(?:/>|>[^<]*</${prefix}f>)`, 'g');
      const rest = inside.replace(formula, '');
      if (rest === inside) return cell;
      count += 1;
      const place = /\br\s*=\s*["']([A-Z]+\d+)["']/.exec(tag)?.[1];
      if (place && first.length < fewFormulas) first.push(place);
      const type = /\st\s*=\s*["'](\w+)["']/.exec(tag)?.[1];
      if (type === 'str' || /<(?:\w+:)?v\b[^<>]*>[^<]/.test(rest)) return `<${prefix}c${tag}>${rest}</${prefix}c>`;
      const bare = tag.replace(/\s[ts]\s*=\s*["'][^"']*["']/g, '');
      return `<${prefix}c${bare} t="str"><${prefix}v>${notCalculated}</${prefix}v></${prefix}c>`;
    },
  );
  return { values, formulas: { count, first } };
}
