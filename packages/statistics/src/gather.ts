import type { Keys } from './dataset.ts';
import { onceEach } from './once-each.ts';

/**
 * What the measures at some places have. Worked out once for each column and places, and let go with either: what is never changed
 * is read in the same order again and again.
 */
export function gather<Values extends Keys | Float64Array>(values: Values, places: Uint32Array): Values {
  const known = gatheredAt(places);
  const gathered = (known.get(values) as Values | undefined) ?? picked(values, places);
  known.set(values, gathered);
  return gathered;
}

const gatheredAt = onceEach((_places: Uint32Array) => new WeakMap<Keys | Float64Array, Keys | Float64Array>());

function picked<Values extends Keys | Float64Array>(values: Values, places: Uint32Array): Values {
  const all = new (values.constructor as new (length: number) => Values)(places.length);
  (loops[values.BYTES_PER_ELEMENT as 1] as (from: Values, at: Uint32Array, to: Values) => void)(values, places, all);
  return all;
}

/** A loop for each kind of array: were there one for all, V8 would ask of every single number of which kind it is. */
const loops = {
  1: (from: Uint8Array, places: Uint32Array, to: Uint8Array) => {
    for (let i = 0; i < to.length; i++) to[i] = from[places[i] as number] as number;
  },
  2: (from: Uint16Array, places: Uint32Array, to: Uint16Array) => {
    for (let i = 0; i < to.length; i++) to[i] = from[places[i] as number] as number;
  },
  4: (from: Uint32Array, places: Uint32Array, to: Uint32Array) => {
    for (let i = 0; i < to.length; i++) to[i] = from[places[i] as number] as number;
  },
  8: (from: Float64Array, places: Uint32Array, to: Float64Array) => {
    for (let i = 0; i < to.length; i++) to[i] = from[places[i] as number] as number;
  },
};
