import type { Readable } from 'node:stream';
import { xmlText } from './xml.ts';
import { zipStream } from './zip-stream.ts';

/** A text, a number, a day of the calendar (`2026-08-30`), a heading in bold, or nothing. */
export type StreamedCell = string | number | null | { readonly day: string } | { readonly heading: string };

export interface StreamedSheet {
  readonly name: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  /** The first row stays when one scrolls, and the columns can be filtered by; how many rows there are, with it. */
  readonly table?: { readonly rows: number };
  readonly rows: AsyncIterable<readonly (readonly StreamedCell[])[]> | Iterable<readonly (readonly StreamedCell[])[]>;
}

/** The most rows that a sheet may have (Excel, and ECMA-376). */
export const rowsInSheet = 1_048_576;

/** Places in the list of styles below. */
const style = { text: 0, heading: 1, number: 2, day: 3 } as const;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * A workbook a batch of rows at a time: memory does not grow with it, and the same content gives the same bytes. For what has
 * many rows; `workbookOf` is for what has much form. Every text is a text: no spreadsheet runs it.
 */
export function workbookStream(sheets: readonly StreamedSheet[]): Readable {
  const whole = (name: string, content: string) => ({ name, pieces: () => [xml + content] });
  const place = (at: number) => `worksheets/sheet${at + 1}.xml`;
  const types = [
    ['/xl/workbook.xml', `${spreadsheet}.sheet.main+xml`],
    ['/xl/styles.xml', `${spreadsheet}.styles+xml`],
    ...sheets.map((_, at) => [`/xl/${place(at)}`, `${spreadsheet}.worksheet+xml`]),
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  const named = sheets.map(
    ({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = [...sheets.map((_, at) => ['worksheet', place(at)]), ['styles', 'styles.xml']].map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return zipStream([
    whole(
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${types.join('')}</Types>`,
    ),
    whole(
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    whole(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    ),
    whole(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${related.join('')}</Relationships>`,
    ),
    whole('xl/styles.xml', styles),
    ...sheets.map((sheet, at) => ({ name: `xl/${place(at)}`, pieces: () => sheetXml(sheet) })),
  ]);
}

/** How long a piece of a sheet may become before it is sent on its way: V8 is slow to clear away texts of more than 128 kB. */
const enough = 32_768;

/** The styles in the order of `style`. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

async function* sheetXml({ widths, table, rows }: StreamedSheet): AsyncGenerator<string> {
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const pane = table
    ? '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    : '';
  yield `${xml}<worksheet xmlns="${main}">${pane}<cols>${columns.join('')}</cols><sheetData>`;
  const letters = widths.map((_, at) => lettersOf(at + 1));
  let row = 0;
  let piece = '';
  for await (const batch of rows) {
    for (const cells of batch) {
      row += 1;
      piece += `<row r="${row}">${cells.map((cell, at) => cellXml(`${letters[at]}${row}`, cell)).join('')}</row>`;
      if (piece.length < enough) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
  const filter = table ? `<autoFilter ref="A1:${lettersOf(widths.length)}${table.rows}"/>` : '';
  yield `</sheetData>${filter}</worksheet>`;
}

function cellXml(place: string, cell: StreamedCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${style.number}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return textXml(place, cell, style.text);
  if ('day' in cell) return `<c r="${place}" s="${style.day}"><v>${serialOf(cell.day)}</v></c>`;
  return textXml(place, cell.heading, style.heading);
}

const textXml = (place: string, text: string, s: number): string =>
  `<c r="${place}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${escaped(literal(text))}</t></is></c>`;

/** In a workbook `_x0041_` stands for a character (ECMA-376, 22.9.2.19); here it is only those letters. */
export const literal = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');

/** A lone carriage return would be read as a line feed. */
const escaped = (text: string): string => xmlText(text).replace(/\r/g, '_x000D_');

/** Days since the beginning of the spreadsheet’s calendar. */
const serialOf = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

/** The name of a column by its number, counted from 1: A … Z, AA … */
function lettersOf(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? lettersOf(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
