import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Cell, Sheet, Feature as WriterFeature } from 'write-excel-file/node';
import { literal } from './xlsx-stream.ts';
import { withoutTimes } from './zip.ts';

export type { Cell, Row, SheetData } from 'write-excel-file/node';

type Picture = Stream | Buffer | Blob;
/** Something the writer does not know of, put into the XML it makes. */
export type Feature = WriterFeature<Picture>;

/** What the writer knows of styles. */
type Style = Readonly<object>;

/** The styles that every workbook of ours has in common. */
export const bold = { fontWeight: 'bold' } as const;
export const heading = { fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;

/**
 * Always a text, whatever it begins with: a spreadsheet must not run it. write-excel-file 4.1 takes words that every
 * JavaScript object knows (`toString`, `constructor`) for something else, and writes a workbook that nobody can open; a space
 * after them, which is trimmed when read, keeps them texts.
 */
export function textCell(value: string, style: Style = {}): Cell {
  const said = literal(value);
  return { value: said in Object.prototype ? `${said} ` : said, type: String, ...style };
}

/** A number as a spreadsheet counts with it; whole, with spaces between the thousands, unless told. Blank is no cell. */
export function numberCell(value: number | null | undefined, style: Style = {}): Cell {
  return value === null || value === undefined ? null : { value, type: Number, format: '#,##0', ...style };
}

/** A day of the calendar, `2026-08-30`. */
export function dayCell(day: string, style: Style = {}): Cell {
  return { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy', ...style };
}

/** A workbook of these sheets: the same content gives the same bytes, whenever it is written. */
export async function workbookOf(
  sheets: readonly Sheet<Picture>[],
  features: readonly Feature[] = [],
): Promise<Buffer> {
  // Loaded when first used: a program that only shows pages does not need it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return withoutTimes(await writeExcelFile([...sheets], { features: [...features] }).toBuffer());
}
