import { readAmount } from '@samblikk/questionnaire';
import { type Column, codeOf, columns, type LineKind } from './lines.ts';

/** A cell as a spreadsheet or a text file has it. */
export type Cell = string | number | boolean | null | undefined;

/** What is wrong, and in which row of the file. */
export interface Fault {
  readonly row?: number;
  readonly code:
    | 'noHeading'
    | 'tooManyLines'
    | 'unknownKind'
    | 'unknownItem'
    | 'noProduct'
    | 'noOwner'
    | 'noYear'
    | 'badYear'
    | 'badNumber'
    | 'badPercent'
    | 'twice'
    | 'noCosts'
    | 'noUse'
    | 'too-many-products'
    | 'too-many-owners'
    | 'too-many-years'
    | 'usesDiffer'
    | 'stepsBegin'
    | 'too-many-steps';
  readonly params?: Readonly<Record<string, string | number>>;
}

/** One line as it stands, its kind understood. */
export interface Line {
  readonly row: number;
  readonly product: string;
  readonly kind: LineKind;
  readonly item: string;
  readonly year: number | undefined;
  readonly number: string | number;
}

const most = { lines: 5_000, headRows: 50, number: 100_000_000_000, name: 80 } as const;
const textOf = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell).trim());

/** The lines under the head; blank ones are passed over. */
export function linesOf(rows: readonly (readonly Cell[])[]): {
  readonly lines: readonly Line[];
  readonly faults: Fault[];
} {
  if (rows.length > most.lines) return { lines: [], faults: [{ code: 'tooManyLines', params: { most: most.lines } }] };
  const head = rows
    .slice(0, most.headRows)
    .findIndex((row) => row.some((cell) => codeOf.column(textOf(cell)) !== undefined));
  const places = new Map<Column, number>();
  for (const [at, cell] of (rows[head] ?? []).entries()) {
    const column = codeOf.column(textOf(cell));
    if (column && !places.has(column)) places.set(column, at);
  }
  const missing = (Object.keys(columns) as Column[]).filter((column) => !places.has(column));
  if (missing.length > 0) return { lines: [], faults: [{ code: 'noHeading' }] };
  const faults: Fault[] = [];
  const lines = rows.slice(head + 1).flatMap((cells, at): Line[] => {
    const row = head + at + 2;
    const said = (column: Column) => cells[places.get(column) as number];
    if (cells.every((cell) => textOf(cell) === '')) return [];
    const line = lineOf(row, said);
    if ('code' in line) faults.push(line);
    return 'code' in line ? [] : [line];
  });
  return { lines, faults };
}

function lineOf(row: number, said: (column: Column) => Cell): Line | Fault {
  const word = textOf(said('kind'));
  const kind = codeOf.kind(word);
  if (!kind) return { row, code: 'unknownKind', params: { kind: word.slice(0, most.name) } };
  const yearText = textOf(said('year'));
  const year = yearText === '' ? undefined : Number(yearText);
  if (year !== undefined && !(Number.isInteger(year) && year >= 1990 && year <= 2100)) return { row, code: 'badYear' };
  const [product, item] = [textOf(said('product')), textOf(said('item'))];
  const number = said('number');
  return {
    ...{ row, kind, year, product: product.slice(0, most.name), item: item.slice(0, most.name) },
    number: typeof number === 'number' ? number : textOf(number),
  };
}

/** The whole number of a line, 0 or more, read as amounts are: `1,5 mill` is 1 500 000. */
export function numberIn({ row, number }: Pick<Line, 'row' | 'number'>): number | Fault {
  const fault: Fault = { row, code: 'badNumber', params: { number: String(number).slice(0, most.name) } };
  if (typeof number === 'number')
    return Number.isSafeInteger(number) && number >= 0 && number <= most.number ? number : fault;
  const read = readAmount(number);
  return 'kroner' in read && read.kroner <= most.number ? read.kroner : fault;
}

/** The per cent of a line in hundredths, within limits in per cent: `8,5` is 850. */
export function percentIn(
  { row, number }: Pick<Line, 'row' | 'number'>,
  [least, most]: readonly [number, number],
): number | Fault {
  const text = String(number).replace('%', '').replace(',', '.').replace('−', '-').trim();
  const hundredths = Math.round(Number(text) * 100);
  return text !== '' && Number.isFinite(hundredths) && hundredths >= least * 100 && hundredths <= most * 100
    ? hundredths
    : { row, code: 'badPercent' };
}
