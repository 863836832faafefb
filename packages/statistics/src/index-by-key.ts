import type { Keys } from './dataset.ts';
import { type Column, columnOf, type Dataset } from './dataset.ts';
import { decisions, type Filters } from './filter.ts';
import { onceEach } from './once-each.ts';

/** Inverted index: the places of the measures with each key, in order. */
interface KeyIndex {
  /** Per key, where its places begin; one more at the end. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
}

/** By counting sort, the first time a column is filtered by. */
const indexOf = onceEach((keys: Keys): KeyIndex => {
  let most = 0;
  for (let i = 0; i < keys.length; i++) most = Math.max(most, keys[i] as number);
  const starts = new Uint32Array(most + 2);
  for (let i = 0; i < keys.length; i++) {
    const next = (keys[i] as number) + 1;
    starts[next] = (starts[next] as number) + 1;
  }
  for (let key = 0; key <= most; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const ends = starts.slice();
  const places = new Uint32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as number;
    const end = ends[key] as number;
    places[end] = i;
    ends[key] = end + 1;
  }
  return { starts, places };
});

/** Above this share of the measures it is quicker to look at all of them. */
const mostShare = 1 / 4;

/**
 * The places of the measures that the narrowest of the filters does not fail, where those are few; undefined when they are not. Whether they pass it,
 * and the others, is not said.
 */
export function placesLeftBy(dataset: Dataset, filters: Filters): Uint32Array | undefined {
  const all = Object.entries(filters).map(([variable, codes]) => leftBy(columnOf(dataset, variable), codes));
  const [narrowest] = all.sort((one, other) => one.size - other.size);
  return narrowest && narrowest.size <= dataset.size * mostShare ? narrowest.places() : undefined;
}

function leftBy(column: Column, codes: readonly string[]) {
  const { starts, places } = indexOf(column.keys);
  const kept = decisions(column, codes);
  const pieces: Uint32Array[] = [];
  let size = 0;
  for (let key = 0; key + 1 < starts.length; key++) {
    const [start, end] = [starts[key] as number, starts[key + 1] as number];
    if (kept[key] === 0 || start === end) continue;
    pieces.push(places.subarray(start, end));
    size += end - start;
  }
  return { size, places: () => joined(pieces, size) };
}

function joined(pieces: readonly Uint32Array[], size: number): Uint32Array {
  const all = new Uint32Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
