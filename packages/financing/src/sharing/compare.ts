import { type Actor, bases, SharingError, type SharingKey } from './key.ts';
import { parseKey } from './key-text.ts';
import type { Kroner } from './kroner.ts';
import { type Share, shareCosts } from './share.ts';

/** The shares by one key, or why it cannot be used on these actors. */
export type Outcome = { readonly shares: readonly Share[] } | { readonly error: SharingError };

/** The same amount among the same actors by several keys, side by side. */
export function compareKeys(amount: Kroner, actors: readonly Actor[], keys: readonly SharingKey[]): readonly Outcome[] {
  return keys.map((key) => outcomeOf(amount, actors, key));
}

function outcomeOf(amount: Kroner, actors: readonly Actor[], key: SharingKey): Outcome {
  try {
    return { shares: shareCosts(amount, actors, key) };
  } catch (error) {
    if (error instanceof SharingError) return { error };
    throw error;
  }
}

/** The keys that people usually hold beside theirs, of those that these actors have numbers for. */
export function usualKeys(actors: readonly Actor[]): readonly SharingKey[] {
  const has = (basis: (typeof bases)[number]) => actors.some(({ numbers }) => (numbers[basis] ?? 0) > 0);
  const typed = bases.filter((basis) => basis !== 'equal' && basis !== 'population' && has(basis));
  const texts = ['equal', ...(has('population') ? ['population', 'equal:50,population:50'] : []), ...typed];
  return texts.flatMap((text) => [parseKey(text) ?? []]);
}

/** What an actor bears before and after partners leave or join; undefined where it is not a partner. */
export interface PartnerChange {
  readonly id: string;
  readonly before?: Kroner;
  readonly after?: Kroner;
  /** Kroner more (or, below 0, less) than before. */
  readonly change: number;
}

/**
 * What happens to each when partners leave or join and the amount stays: the remaining ones bear what those who leave bore.
 * @throws SharingError when the key cannot be used before or after
 */
export function changeOfPartners(
  amount: Kroner,
  key: SharingKey,
  before: readonly Actor[],
  after: readonly Actor[],
): readonly PartnerChange[] {
  const sharesBefore = new Map(shareCosts(amount, before, key).map(({ id, kroner }) => [id, kroner]));
  const sharesAfter = new Map(shareCosts(amount, after, key).map(({ id, kroner }) => [id, kroner]));
  return [...new Set([...sharesBefore.keys(), ...sharesAfter.keys()])].map((id) => {
    const [was, is] = [sharesBefore.get(id), sharesAfter.get(id)];
    return {
      id,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
      change: (is ?? 0) - (was ?? 0),
    };
  });
}
