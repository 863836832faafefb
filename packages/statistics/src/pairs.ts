import type { Keys } from './dataset.ts';

/** Which measures count: one byte for each, or, quicker when they are few, the places of those that do. */
export type Mask = Uint8Array | Uint32Array;

/** Keys of all measures, and how many different ones there may be. */
interface Sorted {
  readonly keys: Keys;
  readonly members: readonly unknown[];
}

/** Above this many combinations of keys measures are visited one by one, since counting them would take more room than they do. */
export const mostCounters = 1 << 22;

/** What to count by: one or two sets of keys, among the measures of a mask, those that came late apart. */
interface Counted {
  readonly rows: Sorted;
  readonly columns?: Sorted;
  readonly mask?: Mask;
  readonly late?: Uint8Array;
}

/** How many measures have a pair of keys, and how many of them came late. Without columns the column's key is 0. */
type Visit = (rowKey: number, columnKey: number, count: number, late: number) => void;

/** Visits every pair of keys that occurs: once, or, when there are very many, once for each measure. */
export function eachPair(size: number, { rows, columns, mask, late }: Counted, visit: Visit): void {
  const width = columns?.members.length ?? 1;
  const pairs = rows.members.length * width;
  const state = stateOf(mask, late);
  if (pairs * state.kinds > mostCounters) eachMeasure(size, { rows, ...(columns && { columns }) }, mask, late, visit);
  else {
    const counts = new Uint32Array(pairs * state.kinds);
    if (mask instanceof Uint32Array) tallyFew(mask, rows.keys, columns?.keys, width, late, counts);
    else tally(size, rows.keys, columns?.keys, width, state, counts);
    for (let pair = 0; pair < pairs; pair++) {
      const inTime = counts[pair * state.kinds + state.inTime] as number;
      const afterwards = state.late === undefined ? 0 : (counts[pair * state.kinds + state.late] as number);
      if (inTime + afterwards > 0) visit(Math.floor(pair / width), pair % width, inTime + afterwards, afterwards);
    }
  }
}

/** Whether each measure counts, and whether it came late, as one more key; which is which. */
interface State {
  readonly keys?: Uint8Array;
  readonly kinds: number;
  readonly inTime: number;
  readonly late?: number;
}

function stateOf(mask: Mask | undefined, late: Uint8Array | undefined): State {
  if (mask instanceof Uint32Array || !mask) {
    return late ? { keys: late, kinds: 2, inTime: 0, late: 1 } : { kinds: 1, inTime: 0 };
  }
  if (!late) return { keys: mask, kinds: 2, inTime: 1 };
  const keys = new Uint8Array(mask.length);
  for (let i = 0; i < keys.length; i++) keys[i] = (mask[i] as number) << (late[i] as number);
  return { keys, kinds: 3, inTime: 1, late: 2 };
}

/** Counts every combination of keys in one pass; the last of them varies fastest. */
function tally(
  size: number,
  rowKeys: Keys,
  columnKeys: Keys | undefined,
  width: number,
  { keys: state, kinds }: State,
  counts: Uint32Array,
): void {
  if (columnKeys && state) {
    for (let i = 0; i < size; i++) {
      const at = ((rowKeys[i] as number) * width + (columnKeys[i] as number)) * kinds + (state[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    return;
  }
  const second = columnKeys ?? state;
  const factor = width * kinds;
  if (second) {
    for (let i = 0; i < size; i++) {
      const at = (rowKeys[i] as number) * factor + (second[i] as number);
      counts[at] = (counts[at] as number) + 1;
    }
    return;
  }
  for (let i = 0; i < size; i++) {
    const at = rowKeys[i] as number;
    counts[at] = (counts[at] as number) + 1;
  }
}

/** The same for the measures at some places. */
function tallyFew(
  places: Uint32Array,
  rowKeys: Keys,
  columnKeys: Keys | undefined,
  width: number,
  late: Uint8Array | undefined,
  counts: Uint32Array,
): void {
  for (let n = 0; n < places.length; n++) {
    const i = places[n] as number;
    const pair = (rowKeys[i] as number) * width + (columnKeys ? (columnKeys[i] as number) : 0);
    const at = late ? pair * 2 + (late[i] as number) : pair;
    counts[at] = (counts[at] as number) + 1;
  }
}

function eachMeasure(
  size: number,
  { rows, columns }: Pick<Counted, 'rows' | 'columns'>,
  mask: Mask | undefined,
  late: Uint8Array | undefined,
  visit: Visit,
): void {
  const few = mask instanceof Uint32Array ? mask : undefined;
  for (let n = 0; n < (few?.length ?? size); n++) {
    const i = few ? (few[n] as number) : n;
    if (mask && !few && !mask[i]) continue;
    visit(rows.keys[i] as number, columns ? (columns.keys[i] as number) : 0, 1, late ? (late[i] as number) : 0);
  }
}
