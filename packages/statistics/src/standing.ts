import { type Column, columnOf, type Dataset, type Keys, STATED, WITHHELD_AMOUNT } from './dataset.ts';
import { decisions, type Filters, joined, PASSES, UNDECIDED } from './filter.ts';
import { gather } from './gather.ts';
import { onceEach } from './once-each.ts';

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

/** The same where all pass the filters, and where tables are of no amount. */
const ofAmount = ofBoth.slice(PASSES << 2);
const ofLate = Uint8Array.of(standings.in, standings.in + lateStep);
const ofDecision = Uint8Array.from({ length: 4 }, (_, decision) => ofBoth[(decision << 2) | STATED] as number);

/**
 * The standing of every measure, or of those at some places: by filters, by the amount that a table is of, and by whether it came late;
 * undefined when all are in, and in time. One that was not asked a filtering question never passes, whatever the codes. A mask of 0 and 1 is one too.
 * @throws StatisticsError for a variable or a closed code that does not exist
 */
export function standingOf(
  dataset: Dataset,
  filters: Filters,
  amount?: Column,
  places?: Uint32Array,
): Uint8Array | undefined {
  const at = <Values extends Keys>(values: Values) => (places ? gather(values, places) : values);
  const late = dataset.late && at(dataset.late);
  const columns = Object.entries(filters).map(([variable, codes]) => {
    const column = columnOf(dataset, variable);
    return { keys: at(column.keys), of: decisions(column, codes) };
  });
  const stated = amount && at(amount.keys);
  const [only] = columns;
  if (!only) return unfiltered(stated, late);
  if (columns.length === 1 && !stated) {
    const of = only.of.map((decision) => ofDecision[decision] as number);
    return late ? withLate(only.keys, of, late) : lookedUp(only.keys, of);
  }
  const standing = joined(only.keys.length, columns);
  for (let row = 0; row < standing.length; row++) {
    const key = stated ? (stated[row] as number) : STATED;
    standing[row] = ofBoth[((standing[row] as number) << 2) | key] as number;
  }
  for (let row = 0; late && row < standing.length; row++) {
    standing[row] = (standing[row] as number) + lateStep * (late[row] as number);
  }
  return standing;
}

/** Nothing but these columns decide, and they never change. */
function unfiltered(amount: Keys | undefined, late: Uint8Array | undefined): Uint8Array | undefined {
  if (amount && late) return byBoth(late)(amount);
  return amount ? byAmount(amount) : late && byLate(late);
}

const byLate = onceEach((late: Uint8Array) => lookedUp(late, ofLate));
const byAmount = onceEach((keys: Keys) => lookedUp(keys, ofAmount));
const byBoth = onceEach((late: Uint8Array) => onceEach((keys: Keys) => withLate(keys, ofAmount, late)));

const lookedUp = (keys: Keys, of: Uint8Array): Uint8Array => joined(keys.length, [{ keys, of }]);

/** Looked up and made late in one pass: a table of one filter is the one most often asked for. */
function withLate(keys: Keys, of: Uint8Array, late: Uint8Array): Uint8Array {
  const standing = new Uint8Array(late.length);
  for (let row = 0; row < standing.length; row++) {
    standing[row] = (of[keys[row] as number] as number) + lateStep * (late[row] as number);
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
