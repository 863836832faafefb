import type { Actor, SharingKey } from './key.ts';
import { type Kroner, sumOf } from './kroner.ts';
import { type Share, shareCosts } from './share.ts';

/** Costs that are shared by one key. */
export interface CostPool {
  readonly id: string;
  readonly amount: Kroner;
  readonly key: SharingKey;
}

export interface SharedPools {
  /** In the order of the pools: what each actor bears of it. */
  readonly pools: readonly { readonly id: string; readonly shares: readonly Share[] }[];
  /** In the order of the actors: what each bears of all. */
  readonly totals: readonly { readonly id: string; readonly kroner: Kroner }[];
  readonly amount: Kroner;
}

/**
 * Shares several pools, each by its own key, among the same actors. Each pool adds up to its amount, so all together do.
 * Limits of an actor hold for each pool.
 * @throws SharingError when actors or a key do not allow it
 */
export function sharePools(pools: readonly CostPool[], actors: readonly Actor[]): SharedPools {
  const shared = pools.map(({ id, amount, key }) => ({ id, shares: shareCosts(amount, actors, key) }));
  const totals = actors.map(({ id }, place) => ({
    id,
    kroner: sumOf(shared.map(({ shares }) => shares[place]?.kroner ?? 0)),
  }));
  return { pools: shared, totals, amount: sumOf(pools.map(({ amount }) => amount)) };
}
