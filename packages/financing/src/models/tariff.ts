import type { ProductAccounts } from '../accounts/accounts.ts';
import type { Kroner } from '../sharing/kroner.ts';
import { ceilOf } from '../sharing/quotient.ts';
import { shareByUse } from '../sharing/share-by-use.ts';
import type { PriceStructure } from './models.ts';

/** A price per transaction is told in hundredths of an øre. */
export const perKrone = 10_000;

/** What a product costs those who use it, in a year. */
export type Tariff =
  | { readonly structure: 'perUse'; readonly price: number }
  | { readonly structure: 'steps'; readonly steps: readonly Step[] }
  | { readonly structure: 'fixed'; readonly kroner: Kroner }
  | { readonly structure: 'share' };

/** From so many transactions a year the bill is this. */
export interface Step {
  readonly from: number;
  readonly kroner: Kroner;
}

/** The place of the step that use is on; −1 where nothing is used. */
export function stepOf(steps: readonly { readonly from: number }[], use: number): number {
  let at = -1;
  while (at + 1 < steps.length && use >= (steps[at + 1]?.from ?? 0)) at += 1;
  return use > 0 ? at : -1;
}

/**
 * The prices by which planned use pays a cost. Prices are rounded up, to whole kroner or hundredths of an øre, so that what is planned pays no less than it costs.
 * @param cost what use is to pay, in kroner
 * @param planned transactions by service owner
 */
export function tariffOf(
  structure: PriceStructure,
  cost: Kroner,
  planned: Float64Array,
  { steps }: Pick<ProductAccounts, 'steps'>,
): Tariff {
  const sum = (of: (use: number) => number) => planned.reduce((total, use) => total + of(use), 0);
  const price = (parts: number, unit: number) => (parts > 0 ? ceilOf(cost, unit, parts) : 0);
  if (structure === 'perUse')
    return {
      structure,
      price: price(
        sum((use) => use),
        perKrone,
      ),
    };
  if (structure === 'fixed')
    return {
      structure,
      kroner: price(
        sum((use) => (use > 0 ? 1 : 0)),
        1,
      ),
    };
  if (structure === 'share') return { structure };
  const points = sum((use) => steps[stepOf(steps, use)]?.points ?? 0);
  return { structure, steps: steps.map((step) => ({ from: step.from, kroner: price(points, step.points) })) };
}

/**
 * What each service owner pays by a tariff, in whole kroner; a price per transaction is rounded up to the krone. Who uses nothing pays nothing.
 * @param cost what the product really cost of what use pays: what `share` is a share of
 */
export function billsOf(tariff: Tariff, uses: Float64Array, cost: Kroner): Float64Array {
  if (tariff.structure === 'share') return shareByUse(cost, uses);
  if (tariff.structure === 'fixed') return uses.map((use) => (use > 0 ? tariff.kroner : 0));
  if (tariff.structure === 'perUse') return uses.map((use) => ceilOf(use, tariff.price, perKrone));
  return uses.map((use) => tariff.steps[stepOf(tariff.steps, use)]?.kroner ?? 0);
}
