import { spreadsheetLimits } from '@samblikk/contract/constants';
import { columnNumber } from './letter.ts';
import type { LookedFile, SheetFacts } from './look-through.ts';

/** A cell that goes over several rows, counted from 0. */
export interface Merge {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** What a workbook says of one of its sheets. */
export interface WorkbookSheet {
  readonly hidden: boolean;
  readonly merges: readonly Merge[];
  readonly facts: SheetFacts | undefined;
}

const textOf = (files: readonly LookedFile[], name: string): string =>
  files.find((file) => file.name.toLowerCase() === name)?.bytes.toString() ?? '';
const workbookOf = (files: readonly LookedFile[]): string => textOf(files, 'xl/workbook.xml');
const attribute = (tag: string, name: string): string =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

/** Whether a workbook counts its days from 1904, as those of Macintosh once did. */
export function countsFrom1904(files: readonly LookedFile[]): true | undefined {
  return /<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*["'](?:1|true)["']/.test(workbookOf(files)) || undefined;
}

/** The sheets of a workbook by name. */
export function sheetsOf(files: readonly LookedFile[]): Map<string, WorkbookSheet> {
  const targets = new Map(
    [...textOf(files, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)].map(([link]) => [
      attribute(link, 'Id'),
      attribute(link, 'Target')
        .replace(/^\/?(?:xl\/)?/, 'xl/')
        .toLowerCase(),
    ]),
  );
  return new Map(
    [...workbookOf(files).matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)].map(([sheet]) => {
      const target = targets.get(attribute(sheet, '\\w+:id'));
      const file = files.find(({ name }) => name.toLowerCase() === target);
      const hidden = /^(?:veryHidden|hidden)$/.test(attribute(sheet, 'state'));
      return [unescaped(attribute(sheet, 'name')), { hidden, merges: mergesOf(file), facts: file?.facts }];
    }),
  );
}

function mergesOf(file: LookedFile | undefined): Merge[] {
  const cells = file?.bytes.toString() ?? '';
  return [...cells.matchAll(/<(?:\w+:)?mergeCell\b[^<>]*\bref\s*=\s*["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g)]
    .map(([, letters = '', from, to]) => ({
      column: columnNumber(letters) - 1,
      from: Number(from) - 1,
      to: Number(to) - 1,
    }))
    .filter(({ from, to }) => to > from && to - from <= spreadsheetLimits.rows);
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Leaves out sheets that are a chart and nothing else: the reader knows only sheets of cells. */
export function withoutCharts(files: readonly LookedFile[]): readonly LookedFile[] {
  const charts = [...textOf(files, 'xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)]
    .map(([link]) => link)
    .filter((link) => /\bType\s*=\s*["'][^"']*\/chartsheet["']/.test(link))
    .map((link) => attribute(link, 'Id'));
  if (charts.length === 0) return files;
  return files.map((file) =>
    file.name.toLowerCase() === 'xl/workbook.xml'
      ? {
          ...file,
          bytes: Buffer.from(
            file.bytes
              .toString()
              .replace(/<(?:\w+:)?sheet\b[^<>]*\/>/g, (sheet) =>
                charts.includes(attribute(sheet, '\\w+:id')) ? '' : sheet,
              ),
          ),
        }
      : file,
  );
}
