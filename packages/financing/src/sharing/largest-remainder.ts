import type { Kroner } from './kroner.ts';

/** A part of a whole as an exact fraction of kroner: `numerator / denominator`. All parts of one whole have one denominator. */
export interface Quota {
  readonly id: string;
  readonly numerator: bigint;
}

/**
 * Rounds parts to whole kroner so that they add up to the whole.
 *
 * Method: largest remainder (Hamilton, Hare–Niemeyer). Each part is rounded down; the kroner left go one by one to those that lost most. Of two
 * that lost as much, the first by `id` (in the order of code units), so that the order of the parts does not matter.
 *
 * @param quotas exact parts, not negative, that add up to `total × denominator`
 * @returns kroner by place; nobody is more than a krone from the exact part
 * @throws RangeError when the parts do not add up to the whole
 * @example
 * largestRemainder(10, [{ id: 'a', numerator: 10n }, { id: 'b', numerator: 10n }, { id: 'c', numerator: 10n }], 3n) // → [4, 3, 3]
 */
export function largestRemainder(total: Kroner, quotas: readonly Quota[], denominator: bigint): Kroner[] {
  const floors = quotas.map(({ numerator }) => Number(numerator / denominator));
  const left = total - floors.reduce((sum, floor) => sum + floor, 0);
  const remainders = quotas.map(({ id, numerator }, place) => ({ id, place, remainder: numerator % denominator }));
  if (left < 0 || left > remainders.filter(({ remainder }) => remainder > 0n).length)
    throw new RangeError('the parts do not add up to the whole');
  remainders.sort((one, other) =>
    one.remainder === other.remainder ? (one.id < other.id ? -1 : 1) : one.remainder > other.remainder ? -1 : 1,
  );
  for (const { place } of remainders.slice(0, left)) floors[place] = (floors[place] as number) + 1;
  return floors;
}
