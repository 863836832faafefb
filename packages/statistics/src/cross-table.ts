import { withheldOption } from '@samblikk/questionnaire';
import { BLANK, type Column, type Keys, NOT_ASKED } from './dataset.ts';

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
  /** Whether every measure that passed the filters has a place among the rows, and among the columns. */
  readonly complete: { readonly rows: boolean; readonly columns: boolean };
}

/** Above this many pairs of distinct answers the pass counts into a map instead of an array. */
const densePairs = 1 << 22;

/** How many measures have each pair of keys, visited once per pair that occurs. */
function eachPair(
  size: number,
  rows: Classifier,
  columns: Classifier,
  mask: Uint8Array | Uint32Array | undefined,
  visit: (rowKey: number, columnKey: number, count: number) => void,
): void {
  const width = columns.members.length;
  const pairs = rows.members.length * width;
  const rowKeys = rows.keys;
  const columnKeys = columns.keys;
  if (pairs <= densePairs) {
    const counts = new Uint32Array(pairs);
    if (mask instanceof Uint32Array) {
      for (let n = 0; n < mask.length; n++) {
        const i = mask[n] as number;
        const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number);
        counts[pair] = (counts[pair] as number) + 1;
      }
    } else if (width === 1) {
      // A one-way table: all columns are one.
      for (let i = 0; i < size; i++) {
        const key = rowKeys[i] as number;
        counts[key] = (counts[key] as number) + (mask ? (mask[i] as number) : 1);
      }
    } else if (mask) {
      for (let i = 0; i < size; i++) {
        const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number);
        counts[pair] = (counts[pair] as number) + (mask[i] as number);
      }
    } else {
      for (let i = 0; i < size; i++) {
        const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number);
        counts[pair] = (counts[pair] as number) + 1;
      }
    }
    counts.forEach((count, pair) => {
      if (count > 0) visit(Math.floor(pair / width), pair % width, count);
    });
    return;
  }
  const counts = new Map<number, number>();
  const few = mask instanceof Uint32Array ? mask : undefined;
  for (let n = 0; n < (few?.length ?? size); n++) {
    const i = few ? (few[n] as number) : n;
    if (mask && !few && !mask[i]) continue;
    const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  for (const [pair, count] of counts) visit(Math.floor(pair / width), pair % width, count);
}

/** One category for every measure: lets a one-way table be counted as a two-way one. */
function everyMeasure(size: number): Classifier {
  return { keys: new Uint8Array(size), members: [[0]], categories: 1 };
}

/**
 * Cross table: counts measures by two classifications in one pass over the measures.
 *
 * Method: counts pairs of keys (distinct answers), then spreads each pair over its categories. Margins and `n` are
 * counted directly, not summed from cells, so they are right for multiple choice too.
 *
 * @param mask which measures count: one byte for each, or, quicker when they are few, the places of those that do
 *
 * @example
 * crossTable(2, { keys: Uint8Array.of(2, 2), members: [undefined, [1], [0]], categories: 2 }).rowMargins // → [2, 0]
 */
export function crossTable(
  size: number,
  rows: Classifier,
  columns: Classifier = everyMeasure(size),
  mask?: Uint8Array | Uint32Array,
): CrossTable {
  const cells = new Array<number>(rows.categories * columns.categories).fill(0);
  const rowMargins = new Array<number>(rows.categories).fill(0);
  const columnMargins = new Array<number>(columns.categories).fill(0);
  let n = 0;
  let notAsked = 0;
  let blankLeftOut = 0;
  let withheldLeftOut = 0;
  const complete = { rows: true, columns: true };
  eachPair(size, rows, columns, mask, (rowKey, columnKey, count) => {
    const rowMembers = rows.members[rowKey];
    const columnMembers = columns.members[columnKey];
    if (!rowMembers) complete.rows = false;
    if (!columnMembers) complete.columns = false;
    if (!rowMembers || !columnMembers) {
      const isOut = (key: number) => (!rowMembers && rowKey === key) || (!columnMembers && columnKey === key);
      if (isOut(NOT_ASKED)) notAsked += count;
      else if (isOut(BLANK)) blankLeftOut += count;
      else withheldLeftOut += count;
      return;
    }
    n += count;
    for (const row of rowMembers) {
      rowMargins[row] = (rowMargins[row] as number) + count;
      for (const column of columnMembers) {
        const cell = row * columns.categories + column;
        cells[cell] = (cells[cell] as number) + count;
      }
    }
    for (const column of columnMembers) columnMargins[column] = (columnMargins[column] as number) + count;
  });
  return { cells, rowMargins, columnMargins, n, notAsked, blankLeftOut, withheldLeftOut, complete };
}

/**
 * Sorts by a column's own categories, with blank as the last one or outside the table. What is kept back goes with it: nobody
 * is told that it was answered, so it is in no share of those who did.
 */
export function classifierOf(column: Column, blank: 'category' | 'leftOut'): Classifier {
  const count = column.categories.length;
  const withheld = column.categories.findIndex(({ code }) => code === withheldOption.code);
  const members = column.members.map((indexes, key) => {
    if (key === NOT_ASKED) return undefined;
    if (blank === 'category') return key === BLANK ? [count] : indexes;
    return key === BLANK || (withheld >= 0 && indexes.includes(withheld)) ? undefined : indexes;
  });
  return { keys: column.keys, members, categories: blank === 'category' ? count + 1 : count };
}
