import { bold, type Cell, numberCell, type Row, type SheetData, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Provenance } from '../provenance.ts';
import { provenanceSentence } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { explanationOf, unitName } from './explanation.ts';
import { signAt } from './signs.ts';
import type { Where } from './where.ts';

const words = {
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  sum: { nb: 'Til sammen', nn: 'Til saman', en: 'In all' },
  total: { nb: 'Tiltak i alt', nn: 'Tiltak i alt', en: 'Measures in all' },
  italics: {
    nb: 'Tall i kursiv er oppdiktet.',
    nn: 'Tal i kursiv er oppdikta.',
    en: 'Numbers in italics are invented.',
  },
} satisfies Record<string, Text>;

/** Shares are from 0 to 100; the sign is the format’s. */
const formats: Record<Table['unit'], string> = { measures: '#,##0', percent: '0" %"', kroner: '#,##0' };

/** A number; what is made up is in italics. */
const number = (value: number | null | undefined, format: string, origin?: Provenance['n']): Cell =>
  numberCell(value, { format, ...(origin === 'invented' && { fontStyle: 'italic' }) });

/** What stands over the cells of a table: the categories of its columns, or the unit where it has none; shares say that they are. */
function headingsOf({ dimensions: [, columns], unit }: Table, language: Language): string[] {
  const name = unitName[unit][language];
  if (!columns) return [name];
  const labels = columns.categories.map(({ label }) => label[language]);
  return unit === 'percent' ? labels.map((label) => `${label}, ${name.toLowerCase()}`) : labels;
}

/** 100 where shares add up to the whole; else nothing. */
const whole = (shares: readonly (number | null | undefined)[]): 100 | null =>
  Math.abs(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) - 100) < 1e-6 ? 100 : null;

/**
 * What the shares of a block of a table add up to, per column, per row and all together: 100, or nothing where they need not
 * be the whole (several answers were possible, or the whole is another).
 * @param values of the block, row by row
 */
function wholesOf(values: readonly (number | null)[], { dimensions, shareOf }: Table) {
  const [rows, columns, layers] = dimensions;
  const [height, width] = [rows?.categories.length ?? 0, columns?.categories.length ?? 1];
  const once = { rows: rows?.several === false, columns: columns?.several === false };
  const column = (at: number) => Array.from({ length: height }, (_, row) => values[row * width + at]);
  const row = (at: number) => values.slice(at * width, (at + 1) * width);
  const ofBlock = shareOf === (layers ? 'layers' : 'table');
  const ofColumn = once.rows && (shareOf === 'columns' || (ofBlock && !columns));
  return {
    columns: Array.from({ length: width }, (_, at) => (ofColumn ? whole(column(at)) : null)),
    rows: Array.from({ length: height }, (_, at) => (once.columns && shareOf === 'rows' ? whole(row(at)) : null)),
    all: ofBlock && once.rows && once.columns ? whole(values) : null,
  };
}

/**
 * Rows down, columns across, the number of measures last: as the table is on the page. The last line has measures only, so
 * a column of shares or kroner that is not crossed with anything has nothing there. Shares
 * have a line, and a column, of what they add up to. Layers stand under each other.
 */
function sheetOf(table: Table, language: Language): SheetData {
  const layers = table.dimensions[2]?.categories;
  const { provenance } = table;
  const said = [
    ...(table.notice ? [table.notice[language]] : []),
    ...(provenance ? [`${provenanceSentence(provenance, table.unit)[language]} ${words.italics[language]}`] : []),
  ].join(' ');
  const blocks = (layers ?? [undefined]).flatMap(
    (layer, at): SheetData => [
      ...(layer ? [...(at > 0 ? [[]] : []), [textCell(layer.label[language], bold)]] : []),
      ...blockOf(table, at, language),
    ],
  );
  return [[textCell(table.title[language], bold)], said === '' ? [] : [textCell(said)], ...blocks];
}

/** Rows by columns, of one layer where there are such. */
function blockOf(table: Table, layer: number, language: Language): SheetData {
  const [rows, columns, layers] = table.dimensions;
  const { margins, provenance, unit } = table;
  const depth = layers?.categories.length ?? 1;
  const headings = headingsOf(table, language);
  const width = headings.length;
  const total = textCell(words.total[language], bold);
  const measures = (margin: keyof typeof margins, place: number): Cell =>
    number(margins[margin]?.[place], formats.measures, provenance?.margins[margin]?.[place]);
  const all: Cell = layers ? measures('layers', layer) : number(table.n, formats.measures, provenance?.n);
  const inLayer = table.values.filter((_, cell) => cell % depth === layer);
  const sums = unit === 'percent' ? wholesOf(inLayer, table) : undefined;
  const sum = textCell(`${words.sum[language]}, ${unitName[unit][language].toLowerCase()}`, bold);
  /** Between the numbers and how many measures there are: only shares in columns have something there. */
  const before = (cell: () => Cell): Cell[] => (sums && columns ? [cell()] : []);
  const header: Row = [
    textCell(rows?.label[language] ?? '', bold),
    ...headings.map((heading) => textCell(heading, bold)),
    ...before(() => sum),
    total,
  ];
  const body = (rows?.categories ?? []).map(
    (row, i): Row => [
      textCell(row.label[language]),
      ...headings.map((_, j): Cell => {
        const cell = (i * width + j) * depth + layer;
        const sign = signAt(table, cell);
        return sign === undefined
          ? number(table.values[cell], formats[unit], provenance?.values[cell])
          : textCell(sign);
      }),
      ...before(() => number(sums?.rows[i], formats.percent)),
      layers ? measures('rowsByLayer', i * depth + layer) : measures('rows', i),
    ],
  );
  const shares = sums?.columns.map((share) => number(share, formats.percent));
  const foot: Row = [
    total,
    ...headings.map((_, j): Cell => {
      if (layers) return measures('columnsByLayer', j * depth + layer);
      if (margins.columns) return measures('columns', j);
      return unit === 'measures' ? all : null;
    }),
    ...before(() => null),
    all,
  ];
  return [
    header,
    ...body,
    ...(shares ? [[sum, ...shares, ...before(() => number(sums?.all, formats.percent)), null]] : []),
    foot,
  ];
}

/**
 * Tables as an Excel workbook: a sheet per table, and one that explains them all: release, time, n, base, selection, notes, address.
 * @param where where the tables are found
 * @returns the bytes of the file, the same whenever it is written
 */
export async function toXlsx(tables: readonly Table[], language: Language, where?: Where): Promise<Uint8Array> {
  const explanation = tables.flatMap(
    (table, place): SheetData => [
      [textCell(`${words.table[language]} ${place + 1}`, bold), textCell(table.title[language], bold)],
      ...explanationOf(table, language, where).map(([term, said]): Row => [textCell(term), textCell(said)]),
      [],
    ],
  );
  const sheets = tables.map((table, place) => ({
    data: sheetOf(table, language),
    sheet: `${words.table[language]} ${place + 1}`,
    columns: [{ width: 50 }, ...headingsOf(table, language).map(() => ({ width: 18 })), { width: 18 }, { width: 14 }],
  }));
  const last = { data: explanation, sheet: words.explanation[language], columns: [{ width: 32 }, { width: 100 }] };
  return workbookOf([...sheets, last]);
}
