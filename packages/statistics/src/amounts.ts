import type { Classifier } from './cross-table.ts';
import { type Column, STATED, WITHHELD_AMOUNT } from './dataset.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { mostCounters } from './pairs.ts';
import { quantile } from './quantile.ts';

/** A mask of the measures that also state the amount, and how many that excludes, by why. */
export function stating({ keys }: Column, mask: Uint8Array | undefined) {
  const stated = new Uint8Array(keys.length);
  let withoutAmount = 0;
  let amountWithheld = 0;
  for (let i = 0; i < keys.length; i++) {
    const counts = mask ? (mask[i] as number) : 1;
    const key = keys[i] as number;
    if (key === STATED) stated[i] = counts;
    else if (key === WITHHELD_AMOUNT) amountWithheld += counts;
    else withoutAmount += counts;
  }
  return { mask: stated, withoutAmount, amountWithheld };
}

/** Amounts to sort into the cells of a table, of the measures that the mask (`stating`) lets through. */
export interface AmountsIn {
  readonly rows: Classifier;
  readonly columns: Classifier | undefined;
  readonly mask: Uint8Array;
  readonly numbers: Float64Array;
}

/** Statistics that need all amounts of a cell at once. */
const ofNumbers = {
  mean: (numbers: ArrayLike<number>) => mean(numbers),
  median: (numbers: ArrayLike<number>) => median(numbers),
  quantile: (numbers: ArrayLike<number>, p: number) => quantile(numbers, p / 100),
};

export type AmountStatistic = 'sum' | keyof typeof ofNumbers;

export const isOfAmounts = (statistic: string): statistic is AmountStatistic =>
  statistic === 'sum' || Object.hasOwn(ofNumbers, statistic);

/**
 * What a statistic says of the amounts in a cell that has some.
 * @param p of a quantile: how many per cent of the amounts are below it
 */
export function amountOf(statistic: AmountStatistic, amounts: AmountsIn, p = 50): (cell: number) => number | null {
  if (statistic === 'sum') {
    const sums = sumsByCell(amounts);
    return (cell) => sums[cell] as number;
  }
  const all = amountsByCell(amounts);
  return (cell) => ofNumbers[statistic](all[cell] ?? [], p);
}

/** The sum of the amounts in each cell, row major; 0 where there are none. */
function sumsByCell(amounts: AmountsIn): Float64Array {
  const { rows, columns, mask, numbers } = amounts;
  const sums = new Float64Array(rows.categories * (columns?.categories ?? 1));
  const add = (rowKey: number, columnKey: number, sum: number) =>
    eachCell(amounts, rowKey, columnKey, (cell) => {
      sums[cell] = (sums[cell] as number) + sum;
    });
  const { width, pairs } = pairsOf(amounts);
  const rowKeys = rows.keys;
  const columnKeys = columns?.keys;
  if (pairs > mostCounters) {
    for (let i = 0; i < numbers.length; i++) {
      if (mask[i] === 1) add(rowKeys[i] as number, columnKeys ? (columnKeys[i] as number) : 0, numbers[i] as number);
    }
    return sums;
  }
  const ofPairs = new Float64Array(pairs);
  for (let i = 0; i < numbers.length; i++) {
    if (mask[i] === 0) continue;
    const pair = (rowKeys[i] as number) * width + (columnKeys ? (columnKeys[i] as number) : 0);
    ofPairs[pair] = (ofPairs[pair] as number) + (numbers[i] as number);
  }
  ofPairs.forEach((sum, pair) => {
    if (sum !== 0) add(Math.floor(pair / width), pair % width, sum);
  });
  return sums;
}

/** The amounts in each cell, row major, in no order. */
function amountsByCell(amounts: AmountsIn): readonly ArrayLike<number>[] {
  const { rows, columns, mask, numbers } = amounts;
  const { width, pairs } = pairsOf(amounts);
  const cells = rows.categories * (columns?.categories ?? 1);
  const rowKeys = rows.keys;
  const columnKeys = columns?.keys;
  if (pairs > mostCounters) {
    const lists = Array.from({ length: cells }, (): number[] => []);
    for (let i = 0; i < numbers.length; i++) {
      if (mask[i] === 0) continue;
      const columnKey = columnKeys ? (columnKeys[i] as number) : 0;
      eachCell(amounts, rowKeys[i] as number, columnKey, (cell) => lists[cell]?.push(numbers[i] as number));
    }
    return lists;
  }
  // A counting sort by pair of keys, so that the amounts of each pair lie together.
  const ends = new Uint32Array(pairs);
  const pairOf = new Uint32Array(numbers.length);
  for (let i = 0; i < numbers.length; i++) {
    const pair = (rowKeys[i] as number) * width + (columnKeys ? (columnKeys[i] as number) : 0);
    pairOf[i] = pair;
    ends[pair] = (ends[pair] as number) + (mask[i] as number);
  }
  let total = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const count = ends[pair] as number;
    ends[pair] = total;
    total += count;
  }
  const starts = ends.slice();
  const sorted = new Float64Array(total);
  for (let i = 0; i < numbers.length; i++) {
    if (mask[i] === 0) continue;
    const pair = pairOf[i] as number;
    sorted[ends[pair] as number] = numbers[i] as number;
    ends[pair] = (ends[pair] as number) + 1;
  }
  const pieces = Array.from({ length: cells }, (): Float64Array[] => []);
  for (let pair = 0; pair < pairs; pair++) {
    if (starts[pair] === ends[pair]) continue;
    const piece = sorted.subarray(starts[pair], ends[pair]);
    eachCell(amounts, Math.floor(pair / width), pair % width, (cell) => pieces[cell]?.push(piece));
  }
  return pieces.map(joined);
}

function pairsOf({ rows, columns }: AmountsIn): { width: number; pairs: number } {
  const width = columns?.members.length ?? 1;
  return { width, pairs: rows.members.length * width };
}

const theOnly = [0];

/** The cells that measures with these keys count in; none when they are outside the table. */
function eachCell(
  { rows, columns }: AmountsIn,
  rowKey: number,
  columnKey: number,
  visit: (cell: number) => void,
): void {
  const across = columns ? columns.members[columnKey] : theOnly;
  const width = columns?.categories ?? 1;
  for (const row of (across && rows.members[rowKey]) ?? []) {
    for (const column of across ?? []) visit(row * width + column);
  }
}

function joined(pieces: readonly Float64Array[]): Float64Array {
  const [first] = pieces;
  if (first && pieces.length === 1) return first;
  const all = new Float64Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
