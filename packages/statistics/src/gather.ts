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
  for (let at = 0; at < all.length; at++) all[at] = values[places[at] as number] as number;
  return all;
}
