import type { Keys } from './dataset.ts';
import { lateStep, maskOfStanding, standingKinds, standings } from './standing.ts';

/** Which measures count: the standing of each, or, quicker when they are few, the places of those that do. */
export type Among = Uint8Array | Uint32Array;

/** Keys of all measures, and how many different ones there may be. */
interface Sorted {
  readonly keys: Keys;
  readonly members: readonly unknown[];
}

/** Above this many combinations of keys measures are visited one by one, since counting them would take more room than they do. */
export const mostCounters = 1 << 22;

/** What to count by: one or two sets of keys, among some of the measures. */
interface Counted {
  readonly rows: Sorted;
  readonly columns?: Sorted;
  readonly among?: Among;
}

/** Pairs of keys, and the measures that have them: one pair in each place, and the same one may stand in several. */
export interface Pairs {
  readonly rowKeys: Keys;
  /** Undefined without columns: then each is 0. */
  readonly columnKeys?: Keys;
  /** How many measures: 0 for pairs that do not count. */
  readonly counts: Uint8Array | Uint32Array;
  /** How many of them came late. */
  readonly late?: Uint8Array | Uint32Array;
  /** How many measures have each standing, in time or late; all 0 where the measures were given by their places. */
  readonly totals: Uint32Array;
}

/** How many counters each pair of keys needs. */
export const kindsOf = (among: Among | undefined): number => (among instanceof Uint8Array ? standingKinds : 1);

/** Every pair of keys that occurs: once, or, when there may be very many, once for each measure. */
export function pairsOf(size: number, { rows, columns, among }: Counted): Pairs {
  if (among instanceof Uint32Array) return pairsAt(among, rows.keys, columns?.keys);
  const width = columns?.members.length ?? 1;
  const pairs = rows.members.length * width;
  const kinds = kindsOf(among);
  if (pairs * kinds > mostCounters) return pairOfEach(size, rows.keys, columns?.keys, among);
  const counts = new Uint32Array(pairs * kinds);
  tally(size, rows.keys, columns?.keys, width, among, counts);
  return counted(rows.members.length, width, kinds, counts);
}

/** All pairs, with what was counted of them. */
function counted(height: number, width: number, kinds: number, tallied: Uint32Array): Pairs {
  const pairs = height * width;
  const totals = new Uint32Array(lateStep);
  const rowKeys = new Uint32Array(pairs);
  const columnKeys = new Uint32Array(pairs);
  const counts = kinds === 1 ? tallied : new Uint32Array(pairs);
  const late = kinds === 1 ? undefined : new Uint32Array(pairs);
  let pair = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, pair++) {
      rowKeys[pair] = row;
      columnKeys[pair] = column;
      if (!late) continue;
      for (let kind = 0; kind < kinds; kind++) {
        totals[kind % lateStep] = (totals[kind % lateStep] as number) + (tallied[pair * kinds + kind] as number);
      }
      late[pair] = tallied[pair * kinds + lateStep + standings.in] as number;
      counts[pair] = (tallied[pair * kinds + standings.in] as number) + (late[pair] as number);
    }
  }
  return { rowKeys, columnKeys, counts, ...(late && { late }), totals };
}

/** The pair of each measure. */
function pairOfEach(
  size: number,
  rowKeys: Keys,
  columnKeys: Keys | undefined,
  standing: Uint8Array | undefined,
): Pairs {
  const totals = new Uint32Array(lateStep);
  const late = standing && new Uint8Array(size);
  for (let i = 0; standing && late && i < size; i++) {
    const is = (standing[i] as number) % lateStep;
    totals[is] = (totals[is] as number) + 1;
    late[i] = (standing[i] as number) < lateStep ? 0 : 1;
  }
  const counts = standing ? maskOfStanding(standing) : new Uint8Array(size).fill(1);
  return { rowKeys, ...(columnKeys && { columnKeys }), counts, ...(late && { late }), totals };
}

/** The pairs of the measures at some places. */
function pairsAt(places: Uint32Array, rowKeys: Keys, columnKeys: Keys | undefined): Pairs {
  const at = (keys: Keys) => places.map((place) => keys[place] as number);
  return {
    rowKeys: at(rowKeys),
    ...(columnKeys && { columnKeys: at(columnKeys) }),
    counts: new Uint8Array(places.length).fill(1),
    totals: new Uint32Array(lateStep),
  };
}

/** Counts every combination of keys in one pass; the last of them varies fastest. */
function tally(
  size: number,
  rowKeys: Keys,
  columnKeys: Keys | undefined,
  width: number,
  standing: Uint8Array | undefined,
  counts: Uint32Array,
): void {
  if (columnKeys && standing) {
    for (let i = 0; i < size; i++) {
      const pair = (rowKeys[i] as number) * width + (columnKeys[i] as number);
      const at = pair * standingKinds + (standing[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    return;
  }
  if (standing) {
    for (let i = 0; i < size; i++) {
      const at = (rowKeys[i] as number) * standingKinds + (standing[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    return;
  }
  if (columnKeys) {
    for (let i = 0; i < size; i++) {
      const at = (rowKeys[i] as number) * width + (columnKeys[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    return;
  }
  for (let i = 0; i < size; i++) {
    const at = rowKeys[i] as number;
    counts[at] = (counts[at] as number) + 1;
  }
}
