import {
  bold,
  type CsvFlavour,
  csvFile,
  numberCell,
  type Row,
  type SheetData,
  textCell,
  workbookOf,
} from '@samblikk/files';
import type { Language, Text } from '@samblikk/questionnaire';
import type { Grid, GridRow, GridUnit } from './grid.ts';

const unitName: Record<GridUnit, Text> = {
  agencies: { nb: 'virksomheter', nn: 'verksemder', en: 'agencies' },
  measures: { nb: 'tiltak', nn: 'tiltak', en: 'measures' },
  answers: { nb: 'svar', nn: 'svar', en: 'answers' },
  percent: { nb: 'prosent', nn: 'prosent', en: 'per cent' },
  points: { nb: 'prosentpoeng', nn: 'prosentpoeng', en: 'percentage points' },
  minutes: { nb: 'minutter', nn: 'minutt', en: 'minutes' },
  text: { nb: '', nn: '', en: '' },
};

/** What a reader must know of the round, as term and text: release, time, notice. */
export type GridSource = readonly (readonly [term: Text, said: Text])[];

const words = {
  group: { nb: 'Del', nn: 'Del', en: 'Part' },
  code: { nb: 'Kode', nn: 'Kode', en: 'Code' },
  explanation: { nb: 'Forklaring', nn: 'Forklaring', en: 'Explanation' },
  table: { nb: 'Tabell', nn: 'Tabell', en: 'Table' },
  note: { nb: 'Merknad', nn: 'Merknad', en: 'Note' },
  contents: { nb: 'Tabellen viser', nn: 'Tabellen viser', en: 'The table tells' },
  unit: { nb: 'Enheter', nn: 'Einingar', en: 'Units' },
  release_n: { nb: 'Tiltak i utgaven (n)', nn: 'Tiltak i utgåva (n)', en: 'Measures in the release (n)' },
  year: { nb: 'År', nn: 'År', en: 'Year' },
  release: { nb: 'Utgave', nn: 'Utgåve', en: 'Release' },
  source: { nb: 'Adresse', nn: 'Adresse', en: 'Address' },
} satisfies Record<string, Text>;

const grouped = ({ rows }: Grid): boolean => rows.some(({ group }) => group !== undefined);
const allRows = ({ rows, total }: Grid): readonly GridRow[] => (total ? [...rows, total] : rows);
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;

function headingOf({ label, unit }: Grid['columns'][number], language: Language): string {
  return unit === 'text' ? label[language] : `${label[language]} (${unitName[unit][language]})`;
}

/** Which release a grid is read from, and where: said in every line of its CSV. */
export interface GridOrigin {
  readonly year: number;
  readonly release: string;
  /** Measures in the release. */
  readonly n: number;
  /** To be said wherever its numbers are shown. */
  readonly notes: readonly Text[];
  /** Where the same numbers are found. */
  readonly address: string;
}

/**
 * A grid as CSV: one line per row, one column per number, codes and labels first, and last what the numbers are: title, unit of each
 * column, what must be said of them (base among it), year, release, n, address. A program reads the codes of the columns, a Norwegian
 * Excel their names with units.
 */
export function gridCsv(grid: Grid, origin: GridOrigin, language: Language, flavour: CsvFlavour = 'strict'): string {
  const groups = grouped(grid);
  const strict = flavour === 'strict';
  const about = aboutOf(grid, origin, language, strict);
  const names = Object.keys(about) as (keyof typeof about)[];
  const header = strict
    ? [...(groups ? ['group'] : []), 'code', 'label', ...grid.columns.map(({ code }) => code), ...names]
    : [
        ...(groups ? [words.group[language]] : []),
        words.code[language],
        grid.rowLabel[language],
        ...grid.columns.map((column) => headingOf(column, language)),
        ...names.map((name) => words[name][language]),
      ];
  const lines = allRows(grid).map(({ code, label, group, cells }) => [
    ...(groups ? [group?.[language] ?? ''] : []),
    code,
    label[language],
    ...cells.map(({ value, text }) => text?.[language] ?? (value === null ? null : rounded(value))),
    ...Object.values(about),
  ]);
  return csvFile([header, ...lines], { flavour });
}

/** What the numbers of a grid are: the same in every line. */
function aboutOf(grid: Grid, { notes, address, ...release }: GridOrigin, language: Language, strict: boolean) {
  const units = grid.columns.filter(({ unit }) => unit !== 'text');
  return {
    contents: grid.title[language],
    unit: strict
      ? units.map(({ code, unit }) => `${code}=${unit}`).join('&')
      : units.map(({ label, unit }) => `${label[language]}: ${unitName[unit][language]}`).join('; '),
    note: [...notes, ...grid.notes].map((note) => note[language]).join(' '),
    // Not `n`: tables have columns of that name.
    release_n: release.n,
    year: release.year,
    release: release.release,
    source: address,
  };
}

const formats: Partial<Record<GridUnit, string>> = { percent: '0', points: '0.0', minutes: '#,##0' };

function sheetOf(grid: Grid, language: Language): SheetData {
  const groups = grouped(grid);
  const header: Row = [
    ...(groups ? [textCell(words.group[language], bold)] : []),
    textCell(grid.rowLabel[language], bold),
    ...grid.columns.map((column) => textCell(headingOf(column, language), bold)),
  ];
  const rows = allRows(grid).map(
    ({ label, group, cells }): Row => [
      ...(groups ? [textCell(group?.[language] ?? '')] : []),
      textCell(label[language]),
      ...cells.map(({ value, text }, at) => {
        const format = formats[grid.columns[at]?.unit ?? 'measures'];
        return text ? textCell(text[language]) : numberCell(value, format === undefined ? {} : { format });
      }),
    ],
  );
  return [[textCell(grid.title[language], bold)], [textCell(grid.finding[language])], header, ...rows];
}

/** Grids as an Excel workbook: a sheet for each, and one that explains them all. The same bytes whenever it is written. */
export async function gridXlsx(grids: readonly Grid[], source: GridSource, language: Language): Promise<Uint8Array> {
  const name = (at: number) => `${words.table[language]} ${at + 1}`;
  const said: SheetData = [
    ...source.map(([term, text]): Row => [textCell(term[language]), textCell(text[language])]),
    ...grids.flatMap(
      (grid, at): SheetData => [
        [],
        [textCell(name(at), bold), textCell(grid.title[language], bold)],
        [null, textCell(grid.finding[language])],
        ...grid.notes.map((note): Row => [textCell(words.note[language]), textCell(note[language])]),
      ],
    ),
  ];
  const sheets = grids.map((grid, at) => ({
    data: sheetOf(grid, language),
    sheet: name(at),
    columns: [...(grouped(grid) ? [{ width: 40 }] : []), { width: 50 }, ...grid.columns.map(() => ({ width: 22 }))],
  }));
  const last = { data: said, sheet: words.explanation[language], columns: [{ width: 32 }, { width: 100 }] };
  return workbookOf([...sheets, last]);
}

/**
 * A grid as JSON-stat 2.0: rows, then what is told of each (role metric, with a unit per category), then the year (role time). Columns that are
 * words are left out. A null is a number that does not exist.
 */
export function gridJsonStat(
  grid: Grid,
  { year, updated, source, notes, address, release, n }: GridHead,
  language: Language,
) {
  const told = grid.columns.flatMap((column, at) => (column.unit === 'text' ? [] : [{ ...column, at }]));
  const rows = allRows(grid);
  const decimals = { percent: 0, points: 1 } as Partial<Record<GridUnit, number>>;
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: grid.title[language],
    source: source[language],
    updated,
    href: address,
    note: [grid.finding, ...notes, ...grid.notes].map((note) => note[language]),
    id: ['rows', 'contents', 'year'],
    size: [rows.length, told.length, 1],
    role: { metric: ['contents'], time: ['year'] },
    dimension: {
      rows: {
        label: grid.rowLabel[language],
        category: {
          index: rows.map(({ code }) => code),
          label: Object.fromEntries(rows.map(({ code, label }) => [code, label[language]])),
        },
      },
      contents: {
        label: grid.title[language],
        category: {
          index: told.map(({ code }) => code),
          label: Object.fromEntries(told.map(({ code, label }) => [code, label[language]])),
          unit: Object.fromEntries(
            told.map(({ code, unit }) => [code, { label: unitName[unit][language], decimals: decimals[unit] ?? 0 }]),
          ),
        },
      },
      year: {
        label: { nb: 'År', nn: 'År', en: 'Year' }[language],
        category: { index: [year], label: { [year]: year } },
      },
    },
    value: rows.flatMap(({ cells }) => told.map(({ at }) => cells[at]?.value ?? null)),
    extension: { release, n },
  };
}

/** What is said of the release that a grid is read from. */
export interface GridHead extends Omit<GridOrigin, 'year'> {
  readonly year: string;
  /** When it was frozen, ISO 8601. */
  readonly updated: string;
  readonly source: Text;
}
