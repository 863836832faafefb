import { concatenated } from './concatenated.ts';

import { columnOf, type Dataset, type Keys } from './dataset.ts';
import { decisions, type Filters, UNDECIDED } from './filter.ts';
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

/** What filters leave, where that is few measures. */
export interface LeftBy {
  /** The measures that no filter fails. */
  readonly places: Uint32Array;
  /** The filters that some of these pass only if what they keep back says so. */
  readonly undecided: Filters;
}

/**
 * The measures that no filter fails; undefined when the narrowest filter leaves many.
 * @throws StatisticsError for a variable or a closed code that does not exist
 */
export function leftBy(dataset: Dataset, filters: Filters): LeftBy | undefined {
  const all = Object.entries(filters).map(([variable, codes]) => leftByOne(dataset, variable, codes));
  const [narrowest, ...others] = all.sort((one, other) => one.size - other.size);
  if (!narrowest || narrowest.size > dataset.size * mostShare) return undefined;
  const undecided = all.filter(({ decided }) => !decided).map(({ variable, codes }) => [variable, codes] as const);
  return {
    places: others.reduce(narrowed, concatenated(Uint32Array, narrowest.pieces)),
    undecided: Object.fromEntries(undecided),
  };
}

interface Left {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly keys: Keys;
  /** Per key: 0 when the filter fails it. */
  readonly left: Uint8Array;
  /** Whether each key that is left passes. */
  readonly decided: boolean;
  /** The places with each key that is left, and how many they are. */
  readonly pieces: readonly Uint32Array[];
  readonly size: number;
}

function leftByOne(dataset: Dataset, variable: string, codes: readonly string[]): Left {
  const column = columnOf(dataset, variable);
  const { keys } = column;
  const { starts, places } = indexOf(keys);
  const decided = decisions(column, codes);
  const left = decided.map((decision) => (decision === 0 ? 0 : 1));
  const pieces: Uint32Array[] = [];
  let size = 0;
  for (let key = 0; key + 1 < starts.length; key++) {
    const [start, end] = [starts[key] as number, starts[key + 1] as number];
    if (left[key] === 0 || start === end) continue;
    pieces.push(places.subarray(start, end));
    size += end - start;
  }
  return { variable, codes, keys, left, decided: !decided.includes(UNDECIDED), pieces, size };
}

/** Those of the places that a further filter does not fail. */
function narrowed(places: Uint32Array, { keys, left }: Left): Uint32Array {
  const kept = new Uint32Array(places.length);
  let size = 0;
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    kept[size] = place;
    size += left[keys[place] as number] as number;
  }
  return kept.subarray(0, size);
}
