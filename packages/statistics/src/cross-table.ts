import { withheldOption } from '@samblikk/questionnaire';
import { BLANK, type Column, type Keys, NOT_ASKED } from './dataset.ts';
import { eachPair, type Mask } from './pairs.ts';

/** A way to sort measures into categories: a column, possibly with merged categories, or named selections. */
export interface Classifier {
  readonly keys: Keys;
  /** Per key, the categories it counts under, by index; undefined when the measure is outside the table. */
  readonly members: readonly (readonly number[] | undefined)[];
  readonly categories: number;
}

/** The outcome of one pass over the measures. Counts of measures; in multiple choice a measure may count in several cells. */
export interface CrossTable {
  /** Row major. */
  readonly cells: readonly number[];
  readonly rowMargins: readonly number[];
  readonly columnMargins: readonly number[];
  /** Measures in the table: each counted once, however many categories it has. */
  readonly n: number;
  /** Measures that passed the filters but were not asked. */
  readonly notAsked: number;
  /** Measures that were asked, passed the filters and left out because blank. */
  readonly blankLeftOut: number;
  /** Measures that passed the filters and left out because what they answered is kept back. */
  readonly withheldLeftOut: number;
  /** Of the measures in the table, and of those left out as blank or kept back: those that came late. */
  readonly late: { readonly n: number; readonly leftOut: number };
  /** Whether every measure that passed the filters has a place among the rows, and among the columns. */
  readonly complete: { readonly rows: boolean; readonly columns: boolean };
}

/** One category for every measure: lets a one-way table be counted as a two-way one. */
const everyMeasure = { members: [[0]], categories: 1 } as const;

/**
 * Cross table: counts measures by two classifications in one pass over the measures.
 *
 * Method: counts pairs of keys (distinct answers), then spreads each pair over its categories. Margins and `n` are
 * counted directly, not summed from cells, so they are right for multiple choice too.
 *
 * @param mask which measures count: one byte for each, or, quicker when they are few, the places of those that do
 * @param late one byte for each measure: 1 for those that came late
 *
 * @example
 * crossTable(2, { keys: Uint8Array.of(2, 2), members: [undefined, [1], [0]], categories: 2 }).rowMargins // → [2, 0]
 */
export function crossTable(
  size: number,
  rows: Classifier,
  columns?: Classifier,
  mask?: Mask,
  late?: Uint8Array,
): CrossTable {
  const down = flattened(rows);
  const across = flattened(columns ?? everyMeasure);
  const width = (columns ?? everyMeasure).categories;
  const cells = new Uint32Array(rows.categories * width);
  const rowMargins = new Uint32Array(rows.categories);
  const columnMargins = new Uint32Array(width);
  let n = 0;
  let notAsked = 0;
  let blankLeftOut = 0;
  let withheldLeftOut = 0;
  const ofLate = { n: 0, leftOut: 0 };
  const complete = { rows: true, columns: true };
  eachPair(size, { rows, ...(columns && { columns }), ...(mask && { mask }), ...(late && { late }) }, visit);
  return {
    cells: [...cells],
    rowMargins: [...rowMargins],
    columnMargins: [...columnMargins],
    ...{ n, notAsked, blankLeftOut, withheldLeftOut, late: ofLate, complete },
  };

  function visit(rowKey: number, columnKey: number, count: number, late: number): void {
    const rowOut = down.outside[rowKey] === 1;
    const columnOut = across.outside[columnKey] === 1;
    if (rowOut || columnOut) {
      if (rowOut) complete.rows = false;
      if (columnOut) complete.columns = false;
      const isOut = (key: number) => (rowOut && rowKey === key) || (columnOut && columnKey === key);
      if (isOut(NOT_ASKED)) notAsked += count;
      else {
        ofLate.leftOut += late;
        if (isOut(BLANK)) blankLeftOut += count;
        else withheldLeftOut += count;
      }
      return;
    }
    n += count;
    ofLate.n += late;
    const columnEnd = across.starts[columnKey + 1] as number;
    for (let r = down.starts[rowKey] as number; r < (down.starts[rowKey + 1] as number); r++) {
      const row = down.places[r] as number;
      rowMargins[row] = (rowMargins[row] as number) + count;
      for (let c = across.starts[columnKey] as number; c < columnEnd; c++) {
        const cell = row * width + (across.places[c] as number);
        cells[cell] = (cells[cell] as number) + count;
      }
    }
    for (let c = across.starts[columnKey] as number; c < columnEnd; c++) {
      const column = across.places[c] as number;
      columnMargins[column] = (columnMargins[column] as number) + count;
    }
  }
}

/** The categories of all keys one after the other, since there may be as many keys as measures: those of a key from its start to the next one's. */
function flattened({ members }: Pick<Classifier, 'members'>) {
  const starts = new Uint32Array(members.length + 1);
  const outside = new Uint8Array(members.length);
  let length = 0;
  for (let key = 0; key < members.length; key++) {
    const own = members[key];
    if (!own) outside[key] = 1;
    length += own?.length ?? 0;
    starts[key + 1] = length;
  }
  const places = new Uint32Array(length);
  for (let key = 0; key < members.length; key++) {
    const own = members[key] ?? [];
    const start = starts[key] as number;
    for (let i = 0; i < own.length; i++) places[start + i] = own[i] as number;
  }
  return { starts, places, outside };
}

/**
 * Sorts by a column's own categories, with blank as the last one or outside the table. What is kept back goes with it: nobody
 * is told that it was answered, so it is in no share of those who did.
 */
export function classifierOf(column: Column, blank: 'category' | 'leftOut'): Classifier {
  const count = column.categories.length;
  const withheld = column.categories.findIndex(({ code }) => code === withheldOption.code);
  const members: (readonly number[] | undefined)[] =
    blank === 'leftOut' && withheld >= 0
      ? column.members.map((indexes) => (indexes.includes(withheld) ? undefined : indexes))
      : column.members.slice();
  members[NOT_ASKED] = undefined;
  members[BLANK] = blank === 'category' ? [count] : undefined;
  return { keys: column.keys, members, categories: blank === 'category' ? count + 1 : count };
}
