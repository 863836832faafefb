import type { Dataset, Keys } from './dataset.ts';

/**
 * The dataset of only the measures at these places, in this order, with the same categories.
 * @example
 * partOf(dataset, [0, 2]).size // → 2
 */
export function partOf(dataset: Dataset, places: readonly number[]): Dataset {
  const pick = <A extends Keys | Float64Array>(from: A): A => {
    const picked = new (from.constructor as new (length: number) => A)(places.length);
    places.forEach((place, at) => {
      picked[at] = from[place] as number;
    });
    return picked;
  };
  const columns = [...dataset.columns].map(
    ([id, column]) =>
      [id, { ...column, keys: pick(column.keys), ...(column.numbers && { numbers: pick(column.numbers) }) }] as const,
  );
  const { late, ...rest } = dataset;
  return { ...rest, size: places.length, columns: new Map(columns), ...(late && { late: pick(late) }) };
}
