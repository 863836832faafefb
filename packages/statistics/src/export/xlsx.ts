import { bold, type Cell, numberCell, type Row, type SheetData, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Provenance } from '../provenance.ts';
import { provenanceSentence } from '../provenance-words.ts';
import type { Table } from '../table.ts';
import { explanationOf, unitName } from './explanation.ts';
import { signAt } from './signs.ts';

const words = {
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  total: { nb: 'Tiltak i alt', nn: 'Tiltak i alt', en: 'Measures in all' },
  italics: {
    nb: 'Tall i kursiv er oppdiktet.',
    nn: 'Tal i kursiv er oppdikta.',
    en: 'Numbers in italics are invented.',
  },
} satisfies Record<string, Text>;

const formats: Record<Table['unit'], string> = { measures: '#,##0', percent: '0', kroner: '#,##0' };

/** A number; what is made up is in italics. */
const number = (value: number | null | undefined, format: string, origin?: Provenance['n']): Cell =>
  numberCell(value, { format, ...(origin === 'invented' && { fontStyle: 'italic' }) });

/**
 * Rows down, columns across, the number of measures last: as the table is on the page. The last line has measures only, so
 * a column of shares or kroner that is not crossed with anything has nothing there. Layers stand under each other.
 */
function sheetOf(table: Table, language: Language): SheetData {
  const layers = table.dimensions[2]?.categories;
  const { provenance } = table;
  const said = [
    ...(table.notice ? [table.notice[language]] : []),
    ...(provenance ? [`${provenanceSentence(provenance)[language]} ${words.italics[language]}`] : []),
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
  const { margins, provenance } = table;
  const depth = layers?.categories.length ?? 1;
  const across = columns?.categories ?? [undefined];
  const total = textCell(words.total[language], bold);
  const measures = (margin: keyof typeof margins, place: number): Cell =>
    number(margins[margin]?.[place], formats.measures, provenance?.margins[margin]?.[place]);
  const all: Cell = layers ? measures('layers', layer) : number(table.n, formats.measures, provenance?.n);
  const header: Row = [
    textCell(rows?.label[language] ?? '', bold),
    ...across.map((column) => textCell(column?.label[language] ?? unitName[table.unit][language], bold)),
    total,
  ];
  const body = (rows?.categories ?? []).map(
    (row, i): Row => [
      textCell(row.label[language]),
      ...across.map((_, j): Cell => {
        const cell = (i * across.length + j) * depth + layer;
        const sign = signAt(table, cell);
        return sign === undefined
          ? number(table.values[cell], formats[table.unit], provenance?.values[cell])
          : textCell(sign);
      }),
      layers ? measures('rowsByLayer', i * depth + layer) : measures('rows', i),
    ],
  );
  const foot: Row = [
    total,
    ...across.map((_, j): Cell => {
      if (layers) return measures('columnsByLayer', j * depth + layer);
      if (margins.columns) return measures('columns', j);
      return table.unit === 'measures' ? all : null;
    }),
    all,
  ];
  return [header, ...body, foot];
}

/**
 * Tables as an Excel workbook: a sheet per table, and one that explains them all: release, time, n, base, notes.
 * @returns the bytes of the file, the same whenever it is written
 */
export async function toXlsx(tables: readonly Table[], language: Language): Promise<Uint8Array> {
  const explanation = tables.flatMap(
    (table, place): SheetData => [
      [textCell(`${words.table[language]} ${place + 1}`, bold), textCell(table.title[language], bold)],
      ...explanationOf(table, language).map(([term, said]): Row => [textCell(term), textCell(said)]),
      [],
    ],
  );
  const sheets = tables.map((table, place) => ({
    data: sheetOf(table, language),
    sheet: `${words.table[language]} ${place + 1}`,
    columns: [{ width: 50 }, ...(table.dimensions[1]?.categories ?? [0]).map(() => ({ width: 18 })), { width: 14 }],
  }));
  const last = { data: explanation, sheet: words.explanation[language], columns: [{ width: 32 }, { width: 100 }] };
  return workbookOf([...sheets, last]);
}
