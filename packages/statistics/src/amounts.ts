import { type Classifier, classifierAt } from './classifier.ts';
import { concatenated } from './concatenated.ts';
import { entriesOf, sideToWriteOut } from './entries.ts';
import { gather } from './gather.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { mostCounters } from './pairs.ts';
import { quantile } from './quantile.ts';
import { isIn, lateStep, standingKinds, standings } from './standing.ts';

/** Amounts to sort into the cells of a table, of the measures that are in it. */
export interface AmountsIn {
  readonly rows: Classifier;
  readonly columns: Classifier | undefined;
  readonly standing: Uint8Array;
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
  const sorted = writtenOut(amounts);
  if (statistic === 'sum') {
    const sums = sumsByCell(sorted);
    return (cell) => sums[cell] as number;
  }
  const all = amountsByCell(sorted);
  return (cell) => ofNumbers[statistic](all[cell] ?? [], p);
}

/** The same amounts, one for each entry of a side that has very many combinations. */
function writtenOut(amounts: AmountsIn): AmountsIn {
  const { rows, columns, standing, numbers } = amounts;
  const side = sideToWriteOut(rows, columns, standingKinds);
  if (!side) return amounts;
  const { measures, sorted } = entriesOf(side === 'columns' && columns ? columns : rows);
  return writtenOut({
    rows: side === 'rows' ? sorted : classifierAt(rows, measures),
    columns: side === 'columns' ? sorted : columns && classifierAt(columns, measures),
    standing: gather(standing, measures),
    numbers: gather(numbers, measures),
  });
}

/** The sum of the amounts in each cell, row major; 0 where there are none. */
function sumsByCell(amounts: AmountsIn): Float64Array {
  const { rows, columns, numbers, standing } = amounts;
  const sums = new Float64Array(rows.categories * (columns?.categories ?? 1));
  const add = (rowKey: number, columnKey: number, sum: number) =>
    eachCell(amounts, rowKey, columnKey, (cell) => {
      sums[cell] = (sums[cell] as number) + sum;
    });
  const { rowKeys, columnKeys, columnStep, width, pairs } = keysOf(amounts);
  if (pairs * standingKinds > mostCounters) {
    for (let i = 0; i < numbers.length; i++) {
      if (isIn[standing[i] as number] === 0) continue;
      add(rowKeys[i] as number, (columnKeys[i] as number) * columnStep, numbers[i] as number);
    }
    return sums;
  }
  // By standing too, so that what is out is summed apart: that costs less than a branch that follows no order.
  const ofPairs = new Float64Array(pairs * standingKinds);
  for (let i = 0; i < numbers.length; i++) {
    const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number) * columnStep;
    const at = pair * standingKinds + (standing[i] as number);
    ofPairs[at] = (ofPairs[at] as number) + (numbers[i] as number);
  }
  for (let pair = 0; pair < pairs; pair++) {
    const at = pair * standingKinds + standings.in;
    const sum = (ofPairs[at] as number) + (ofPairs[at + lateStep] as number);
    if (sum !== 0) add(Math.floor(pair / width), pair % width, sum);
  }
  return sums;
}

/** The amounts in each cell, row major, in no order. */
function amountsByCell(amounts: AmountsIn): readonly ArrayLike<number>[] {
  const { rows, columns, numbers, standing } = amounts;
  const { rowKeys, columnKeys, columnStep, width, pairs } = keysOf(amounts);
  const cells = rows.categories * (columns?.categories ?? 1);
  if (pairs > mostCounters) {
    const lists = Array.from({ length: cells }, (): number[] => []);
    for (let i = 0; i < numbers.length; i++) {
      if (isIn[standing[i] as number] === 0) continue;
      const columnKey = (columnKeys[i] as number) * columnStep;
      eachCell(amounts, rowKeys[i] as number, columnKey, (cell) => lists[cell]?.push(numbers[i] as number));
    }
    return lists;
  }
  // A counting sort by pair of keys, so that the amounts of each pair lie together; what is out goes to the first place.
  const ends = new Uint32Array(pairs + 1);
  for (let i = 0; i < numbers.length; i++) {
    const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number) * columnStep;
    const at = (pair + 1) * (isIn[standing[i] as number] as number);
    ends[at] = (ends[at] as number) + 1;
  }
  let total = 0;
  for (let at = 0; at <= pairs; at++) {
    const count = ends[at] as number;
    ends[at] = total;
    total += count;
  }
  const starts = ends.slice();
  const sorted = new Float64Array(total);
  for (let i = 0; i < numbers.length; i++) {
    const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number) * columnStep;
    const at = (pair + 1) * (isIn[standing[i] as number] as number);
    const place = ends[at] as number;
    sorted[place] = numbers[i] as number;
    ends[at] = place + 1;
  }
  const pieces = Array.from({ length: cells }, (): Float64Array[] => []);
  for (let pair = 0; pair < pairs; pair++) {
    const piece = sorted.subarray(starts[pair + 1], ends[pair + 1]);
    if (piece.length === 0) continue;
    eachCell(amounts, Math.floor(pair / width), pair % width, (cell) => pieces[cell]?.push(piece));
  }
  return pieces.map((own) => concatenated(Float64Array, own));
}

/** The keys to count by, and how many pairs of them there may be. Without columns the rows' keys stand in, by a step of 0. */
function keysOf({ rows, columns }: AmountsIn) {
  const width = columns?.members.length ?? 1;
  return {
    rowKeys: rows.keys,
    columnKeys: (columns ?? rows).keys,
    columnStep: columns ? 1 : 0,
    width,
    pairs: rows.members.length * width,
  };
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
