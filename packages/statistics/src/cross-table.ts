import { type Classifier, classifierAt, type Flattened, flattenedOf } from './classifier.ts';
import { BLANK, NOT_ASKED } from './dataset.ts';
import { entriesOf, sideToWriteOut } from './entries.ts';
import { gather } from './gather.ts';
import { type Among, kindsOf, type Pairs, pairsOf } from './pairs.ts';
import { standings } from './standing.ts';

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
  /** Measures that pass the filters only if what they keep back says so; and those whose amount is not stated, or kept back. */
  readonly undecided: number;
  readonly withoutAmount: number;
  readonly amountWithheld: number;
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
 * @param among which measures count: the standing of each (`standingOf`; in a mask, 1 for those that count), or, quicker when they are few, the places of those that do
 *
 * @example
 * crossTable(2, { keys: Uint8Array.of(2, 2), members: [undefined, [1], [0]], categories: 2 }).rowMargins // → [2, 0]
 */
export function crossTable(size: number, rows: Classifier, columns?: Classifier, among?: Among): CrossTable {
  const side = among instanceof Uint32Array ? undefined : sideToWriteOut(rows, columns, kindsOf(among));
  if (side && !(among instanceof Uint32Array)) return byEntries(side, size, rows, columns, among);
  const pairs = pairsOf(size, { rows, ...(columns && { columns }), ...(among && { among }) });
  const spread = spreadPairs(pairs, {
    down: flattenedOf(rows.members),
    across: flattenedOf((columns ?? everyMeasure).members),
    height: rows.categories,
    width: (columns ?? everyMeasure).categories,
  });
  return {
    ...spread,
    undecided: pairs.totals[standings.undecided] as number,
    withoutAmount: pairs.totals[standings.withoutAmount] as number,
    amountWithheld: pairs.totals[standings.amountWithheld] as number,
  };
}

/** The same, one side written out: its entries give the cells and its own margins, the measures all else, so that each counts once. */
function byEntries(
  side: 'rows' | 'columns',
  size: number,
  rows: Classifier,
  columns: Classifier | undefined,
  among: Uint8Array | undefined,
): CrossTable {
  const { sorted, anywhere, measures } = entriesOf(side === 'columns' && columns ? columns : rows);
  const ofEntry = among && gather(among, measures);
  if (side === 'columns') {
    const { cells, columnMargins } = crossTable(measures.length, classifierAt(rows, measures), sorted, ofEntry);
    return { ...crossTable(size, rows, anywhere, among), cells, columnMargins };
  }
  const across = columns && classifierAt(columns, measures);
  const { cells, rowMargins } = crossTable(measures.length, sorted, across, ofEntry);
  return { ...crossTable(size, anywhere, columns, among), cells, rowMargins };
}

interface Grid {
  readonly down: Flattened;
  readonly across: Flattened;
  readonly height: number;
  readonly width: number;
}

/** Counts every pair of keys in all its categories. All in one function and in its own variables, since own words come a million at a time. */
function spreadPairs(
  { rowKeys, columnKeys, counts, late: lateOf }: Pairs,
  { down, across, height, width }: Grid,
): Omit<CrossTable, 'undecided' | 'withoutAmount' | 'amountWithheld'> {
  const { starts: rowStarts, places: rowPlaces, outside: rowOutside } = down;
  const { starts: columnStarts, places: columnPlaces, outside: columnOutside } = across;
  const cells = new Uint32Array(height * width);
  const rowMargins = new Uint32Array(height);
  const columnMargins = new Uint32Array(width);
  let [n, notAsked, blankLeftOut, withheldLeftOut, lateIn, lateOut] = [0, 0, 0, 0, 0, 0];
  const complete = { rows: true, columns: true };
  for (let pair = 0; pair < counts.length; pair++) {
    const count = counts[pair] as number;
    if (count === 0) continue;
    const late = lateOf ? (lateOf[pair] as number) : 0;
    const rowKey = rowKeys[pair] as number;
    const columnKey = columnKeys ? (columnKeys[pair] as number) : 0;
    const rowOut = rowOutside[rowKey] === 1;
    const columnOut = columnOutside[columnKey] === 1;
    if (rowOut || columnOut) {
      if (rowOut) complete.rows = false;
      if (columnOut) complete.columns = false;
      const outAs = (key: number) => (rowOut && rowKey === key) || (columnOut && columnKey === key);
      if (outAs(NOT_ASKED)) notAsked += count;
      else {
        lateOut += late;
        if (outAs(BLANK)) blankLeftOut += count;
        else withheldLeftOut += count;
      }
      continue;
    }
    n += count;
    lateIn += late;
    const columnStart = columnStarts[columnKey] as number;
    const columnEnd = columnStarts[columnKey + 1] as number;
    const rowEnd = rowStarts[rowKey + 1] as number;
    for (let r = rowStarts[rowKey] as number; r < rowEnd; r++) {
      const row = rowPlaces[r] as number;
      rowMargins[row] = (rowMargins[row] as number) + count;
      for (let c = columnStart; c < columnEnd; c++) {
        const cell = row * width + (columnPlaces[c] as number);
        cells[cell] = (cells[cell] as number) + count;
      }
    }
    for (let c = columnStart; c < columnEnd; c++) {
      const column = columnPlaces[c] as number;
      columnMargins[column] = (columnMargins[column] as number) + count;
    }
  }
  return {
    cells: [...cells],
    rowMargins: [...rowMargins],
    columnMargins: [...columnMargins],
    ...{ n, notAsked, blankLeftOut, withheldLeftOut, complete },
    late: { n: lateIn, leftOut: lateOut },
  };
}
