import { type Column, columnOf, type Dataset, type Keys, STATED, WITHHELD_AMOUNT } from './dataset.ts';
import { decisions, type Filters, joined, PASSES, UNDECIDED } from './filter.ts';

/** How a measure stands to a table before its rows and columns are looked at; of one that came late, `lateStep` more. */
export const standings = {
  /** Fails a filter. */
  out: 0,
  in: 1,
  /**
   * Passes the filters as far as one may tell, and in full only if what it keeps back says so. A table cannot have it, and
   * without a word of it the numbers would seem to be about all.
   */
  undecided: 2,
  /** Passes the filters; the amount that the table is of is not stated, asked or not. */
  withoutAmount: 3,
  /** Passes the filters; the amount may not be told. */
  amountWithheld: 4,
} as const;

export const lateStep = Object.keys(standings).length;

/** How many standings there are, in time and late. */
export const standingKinds = 2 * lateStep;

/** What the filters' decision and the key of an amount make of a measure: decision × 4 + key. */
const ofBoth = Uint8Array.from({ length: 16 }, (_, both) => {
  const [decision, key] = [both >> 2, both & 3];
  if (decision !== PASSES) return decision === UNDECIDED ? standings.undecided : standings.out;
  if (key === STATED) return standings.in;
  return key === WITHHELD_AMOUNT ? standings.amountWithheld : standings.withoutAmount;
});

/** The same for tables that are of no amount. */
const ofDecision = Uint8Array.from({ length: 4 }, (_, decision) => ofBoth[(decision << 2) | STATED] as number);

/**
 * The standing of every measure: by filters, by the amount that a table is of, and by whether it came late; undefined when all are in,
 * and in time. One that was not asked a filtering question never passes, whatever the codes. A mask of 0 and 1 is one too.
 * @throws StatisticsError for a variable or a closed code that does not exist
 */
export function standingOf(dataset: Dataset, filters: Filters, amount?: Column): Uint8Array | undefined {
  const { size, late } = dataset;
  const filtered = Object.entries(filters).map(([variable, codes]) => {
    const column = columnOf(dataset, variable);
    return { keys: column.keys, of: decisions(column, codes) };
  });
  const sides = amount ? [...filtered, { keys: amount.keys, of: everyKey }] : filtered;
  const [only] = sides;
  if (!only && !late) return undefined;
  if (only && sides.length === 1) {
    const of = only.of.map((is) => (amount ? ofBoth[(PASSES << 2) | is] : ofDecision[is]) as number);
    return late ? withLate(only.keys, of, late) : joined(size, [{ keys: only.keys, of }]);
  }
  const standing = decided(size, filtered, amount);
  if (late) {
    for (let row = 0; row < size; row++) standing[row] = (standing[row] as number) + lateStep * (late[row] as number);
  }
  return standing;
}

/** Looked up and made late in one pass: a table of one filter is the one most often asked for. */
function withLate(keys: Keys, of: Uint8Array, late: Uint8Array): Uint8Array {
  const standing = new Uint8Array(late.length);
  for (let row = 0; row < standing.length; row++) {
    standing[row] = (of[keys[row] as number] as number) + lateStep * (late[row] as number);
  }
  return standing;
}

const everyKey = Uint8Array.of(0, 1, 2, 3);

function decided(size: number, filtered: Parameters<typeof joined>[1], amount: Column | undefined): Uint8Array {
  if (filtered.length === 0) return new Uint8Array(size).fill(standings.in);
  const standing = joined(size, filtered);
  if (!amount) {
    for (let row = 0; row < size; row++) standing[row] = ofDecision[standing[row] as number] as number;
    return standing;
  }
  const { keys } = amount;
  for (let row = 0; row < size; row++) {
    standing[row] = ofBoth[((standing[row] as number) << 2) | (keys[row] as number)] as number;
  }
  return standing;
}

/** By standing: 1 for those that are in, late or not, and 0 for all others. */
export const isIn = Uint8Array.from({ length: standingKinds }, (_, standing) =>
  standing % lateStep === standings.in ? 1 : 0,
);

/** One byte per measure: 1 for those that are in, 0 for all others. */
export function maskOfStanding(standing: Uint8Array): Uint8Array {
  const mask = new Uint8Array(standing.length);
  for (let row = 0; row < mask.length; row++) mask[row] = isIn[standing[row] as number] as number;
  return mask;
}
