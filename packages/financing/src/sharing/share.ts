import { type Actor, SharingError, type SharingKey, weightsOf } from './key.ts';
import { type Kroner, wholeKroner } from './kroner.ts';
import { largestRemainder } from './largest-remainder.ts';

/** What one actor bears. */
export interface Share {
  readonly id: string;
  readonly kroner: Kroner;
  /** The limit that decided it, where one did. */
  readonly limitedBy?: 'minimum' | 'maximum';
}

/**
 * Shares an amount among actors by a key, to the whole krone.
 *
 * Method: each actor's exact part by the weights of the key; where an actor has a minimum or a maximum, the rest is shared among the
 * others by the same weights, until no limit is broken; at last largest remainder. Shares add up to the amount, nobody pays a negative one, the order of
 * actors does not matter, and one with a greater weight never pays less, limits apart. Two of the same weight may differ by one krone.
 *
 * @param amount whole kroner, 0 or more
 * @returns in the order of the actors
 * @throws SharingError when actors, key or limits do not allow it; RangeError for an amount that is not whole kroner
 * @example
 * shareCosts(100, [{ id: 'a', numbers: { population: 3 } }, { id: 'b', numbers: { population: 1 } }], [{ basis: 'population', weight: 1 }])
 * // → [{ id: 'a', kroner: 75 }, { id: 'b', kroner: 25 }]
 */
export function shareCosts(amount: Kroner, actors: readonly Actor[], key: SharingKey): readonly Share[] {
  wholeKroner(amount, 'the amount');
  checkActors(amount, actors);
  const { of } = weightsOf(actors, key);
  const limits = limited(amount, actors, of);
  const free = actors.flatMap((_, place) => (limits.has(place) ? [] : [place]));
  const left = amount - [...limits.values()].reduce((sum, { kroner }) => sum + kroner, 0);
  const weight = free.reduce((sum, place) => sum + (of[place] as bigint), 0n);
  const quotas = free.map((place) => ({
    id: (actors[place] as Actor).id,
    numerator: BigInt(left) * (of[place] as bigint),
  }));
  const rounded = weight === 0n ? [] : largestRemainder(left, quotas, weight);
  const kroner = new Map(free.map((place, at) => [place, rounded[at] ?? 0]));
  return actors.map(({ id }, place) => ({ id, ...(limits.get(place) ?? { kroner: kroner.get(place) ?? 0 }) }));
}

function checkActors(amount: Kroner, actors: readonly Actor[]): void {
  if (actors.length === 0) throw new SharingError('noActors');
  const seen = new Set<string>();
  let [least, most] = [0, 0];
  for (const { id, minimum = 0, maximum = Number.MAX_SAFE_INTEGER } of actors) {
    if (seen.has(id)) throw new SharingError('sameActor', { actor: id });
    seen.add(id);
    if (!Number.isSafeInteger(minimum) || minimum < 0 || !Number.isSafeInteger(maximum) || maximum < 0)
      throw new SharingError('badNumber', { actor: id });
    if (minimum > maximum) throw new SharingError('minimumAboveMaximum', { actor: id });
    least += minimum;
    most += Math.min(maximum, amount);
  }
  if (least > amount) throw new SharingError('tooMuchAsked');
  if (most < amount) throw new SharingError('tooLittleAllowed');
}

type Limited = Pick<Share, 'kroner' | 'limitedBy'>;

/**
 * Those whose limit decides, by place. Method: shares among those still free; if minimums are short by more than maximums are over, the ones below
 * theirs are fixed, else those above; again until nobody is outside. What has no weight can only have its minimum.
 */
function limited(amount: Kroner, actors: readonly Actor[], weights: readonly bigint[]): ReadonlyMap<number, Limited> {
  const fixed = new Map<number, Limited>();
  for (;;) {
    const left = BigInt(amount - [...fixed.values()].reduce((sum, { kroner }) => sum + kroner, 0));
    const free = actors.flatMap(({ minimum, maximum }, place) =>
      fixed.has(place) ? [] : [{ place, minimum, maximum }],
    );
    const sum = free.reduce((total, { place }) => total + (weights[place] as bigint), 0n);
    if (free.length === 0) return fixed;
    // Only actors without weight are left: what remains is theirs to the minimum, and must be nothing more.
    const exact = (place: number) => left * (weights[place] as bigint);
    const scale = sum === 0n ? 1n : sum;
    const short = free.filter(({ place, minimum = 0 }) => exact(place) < BigInt(minimum) * scale);
    const over = free.filter(({ place, maximum }) => maximum !== undefined && exact(place) > BigInt(maximum) * scale);
    if (short.length === 0 && over.length === 0) {
      if (sum === 0n && left > 0n) throw new SharingError('noWeightLeft');
      return fixed;
    }
    const lacking = short.reduce((total, { place, minimum = 0 }) => total + BigInt(minimum) * scale - exact(place), 0n);
    const beyond = over.reduce((total, { place, maximum = 0 }) => total + exact(place) - BigInt(maximum) * scale, 0n);
    if (lacking >= beyond)
      for (const { place, minimum = 0 } of short) fixed.set(place, { kroner: minimum, limitedBy: 'minimum' });
    if (beyond >= lacking)
      for (const { place, maximum = 0 } of over) fixed.set(place, { kroner: maximum, limitedBy: 'maximum' });
  }
}
