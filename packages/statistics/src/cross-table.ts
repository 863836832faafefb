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
  const across = columns ?? everyMeasure;
  const cells = new Array<number>(rows.categories * across.categories).fill(0);
  const rowMargins = new Array<number>(rows.categories).fill(0);
  const columnMargins = new Array<number>(across.categories).fill(0);
  let n = 0;
  let notAsked = 0;
  let blankLeftOut = 0;
  let withheldLeftOut = 0;
  const ofLate = { n: 0, leftOut: 0 };
  const complete = { rows: true, columns: true };
  eachPair(size, { rows, ...(columns && { columns }), ...(mask && { mask }), ...(late && { late }) }, visit);
  return { cells, rowMargins, columnMargins, n, notAsked, blankLeftOut, withheldLeftOut, late: ofLate, complete };

  function visit(rowKey: number, columnKey: number, count: number, late: number): void {
    const rowMembers = rows.members[rowKey];
    const columnMembers = across.members[columnKey];
    if (!rowMembers) complete.rows = false;
    if (!columnMembers) complete.columns = false;
    if (!rowMembers || !columnMembers) {
      const isOut = (key: number) => (!rowMembers && rowKey === key) || (!columnMembers && columnKey === key);
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
    for (const row of rowMembers) {
      rowMargins[row] = (rowMargins[row] as number) + count;
      for (const column of columnMembers) {
        const cell = row * across.categories + column;
        cells[cell] = (cells[cell] as number) + count;
      }
    }
    for (const column of columnMembers) columnMargins[column] = (columnMargins[column] as number) + count;
  }
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
