import { bold, type Cell, numberCell, type Row, type SheetData, textCell, workbookOf } from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Table } from '../table.ts';
import { explanationOf, unitName } from './explanation.ts';

const words = {
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  total: { nb: 'Tiltak i alt', nn: 'Tiltak i alt', en: 'Measures in all' },
} satisfies Record<string, Text>;

const text = (value: string, emphasised = false): Cell => textCell(value, emphasised ? bold : {});

const formats: Record<Table['unit'], string> = { measures: '#,##0', percent: '0', kroner: '#,##0' };

const number = (value: number | null | undefined, format: string): Cell => numberCell(value, { format });

/** Rows down, columns across, the number of measures last: as the table is on the page. */
function sheetOf(table: Table, language: Language): SheetData {
  const [rows, columns] = table.dimensions;
  const across = columns?.categories ?? [undefined];
  const total = text(words.total[language], true);
  const header: Row = [
    text(rows?.label[language] ?? '', true),
    ...across.map((column) => text(column?.label[language] ?? unitName[table.unit][language], true)),
    total,
  ];
  const body = (rows?.categories ?? []).map(
    (row, i): Row => [
      text(row.label[language]),
      ...across.map((_, j): Cell => {
        const cell = i * across.length + j;
        const sign = table.status?.[cell];
        return sign === undefined ? number(table.values[cell], formats[table.unit]) : text(sign);
      }),
      number(table.margins.rows[i], formats.measures),
    ],
  );
  const foot: Row = [
    total,
    ...across.map((_, j) => number(table.margins.columns ? table.margins.columns[j] : table.n, formats.measures)),
    number(table.n, formats.measures),
  ];
  return [[text(table.title[language], true)], [], header, ...body, foot];
}

/**
 * Tables as an Excel workbook: a sheet per table, and one that explains them all: release, time, n, base, notes.
 * @returns the bytes of the file, the same whenever it is written
 */
export async function toXlsx(tables: readonly Table[], language: Language): Promise<Uint8Array> {
  const explanation = tables.flatMap(
    (table, place): SheetData => [
      [text(`${words.table[language]} ${place + 1}`, true), text(table.title[language], true)],
      ...explanationOf(table, language).map(([term, said]): Row => [text(term), text(said)]),
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
