import { type Classifier, flattenedOf } from './classifier.ts';
import { BLANK, type Keys, keysFor, NOT_ASKED } from './dataset.ts';
import { onceEach } from './once-each.ts';
import { mostCounters } from './pairs.ts';

/** A multiple choice written out: one entry for every category that a measure is in, and what the measures without any are. */
export interface Entries {
  /** The measure of each entry, in their order. */
  readonly measures: Uint32Array;
  /** Sorts the entries: every category is its own key. */
  readonly sorted: Classifier;
  /** Sorts the measures: one category for all that are in any, and the others outside as they were. */
  readonly anywhere: Classifier;
}

const OUTSIDE = BLANK + 1;
const SOMEWHERE = OUTSIDE + 1;
const ofAnywhere = Array.from({ length: SOMEWHERE + 1 }, (_, key) => (key === SOMEWHERE ? [0] : undefined));

/** The entries of a side. Of own words nearly every measure has a key of its own, and entries are far quicker to count. */
export function entriesOf({ keys, members, categories }: Classifier): Entries {
  const known = entriesOfKeys(keys);
  const entries = known.get(members) ?? written({ keys, members, categories });
  known.set(members, entries);
  return entries;
}

const singles = (categories: number) => Array.from({ length: categories }, (_, category) => [category]);

const entriesOfKeys = onceEach((_keys: Keys) => new WeakMap<Classifier['members'], Entries>());

function written({ keys, members, categories }: Classifier): Entries {
  const { starts, places, outside } = flattenedOf(members);
  let total = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    total += (starts[key + 1] as number) - (starts[key] as number);
  }
  const measures = new Uint32Array(total);
  const ofEntry = keysFor(total, categories);
  const anywhere = keysFor(keys.length, ofAnywhere.length);
  let entry = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    anywhere[i] = outside[key] === 0 ? SOMEWHERE : key === NOT_ASKED || key === BLANK ? key : OUTSIDE;
    const end = starts[key + 1] as number;
    for (let place = starts[key] as number; place < end; place++) {
      measures[entry] = i;
      ofEntry[entry++] = places[place] as number;
    }
  }
  return {
    measures,
    sorted: { keys: ofEntry, members: singles(categories), categories },
    anywhere: { keys: anywhere, members: ofAnywhere, categories: 1 },
  };
}

/** Above this many combinations of categories a side is written out: counters for so many are in nobody's cache. */
const mostCombinations = 1 << 16;

/**
 * The side to write out as entries before counting pairs of keys: the one with most combinations, when they are very many, or when
 * counters for all pairs, of so many kinds each, would be too many.
 */
export function sideToWriteOut(
  rows: Classifier,
  columns: Classifier | undefined,
  kinds: number,
): 'rows' | 'columns' | undefined {
  const combinations = (side: Classifier | undefined) =>
    side && side.members.length > side.categories + SOMEWHERE ? side.members.length : 0;
  const most = Math.max(combinations(rows), combinations(columns));
  const counters = rows.members.length * (columns?.members.length ?? 1) * kinds;
  if (most === 0 || (most <= mostCombinations && counters <= mostCounters)) return undefined;
  return combinations(rows) === most ? 'rows' : 'columns';
}
