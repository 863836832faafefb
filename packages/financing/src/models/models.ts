import type { AccountCostType } from '../accounts/accounts.ts';

/** How service owners pay for what use-based funding covers. */
export const priceStructures = ['perUse', 'steps', 'fixed', 'share'] as const;

/**
 * `perUse`: the same price for each transaction; `steps`: a sum a year by how much is used; `fixed`: the same sum for all who use the product; `share`: a relative
 * share of what it really cost, by use, settled afterwards.
 */
export type PriceStructure = (typeof priceStructures)[number];

/** What a service owner knows when its own budget is made: the bill, the price but not how much it will use, or neither. */
export const knownBeforehand: Record<PriceStructure, 'bill' | 'step' | 'price' | 'nothing'> = {
  fixed: 'bill',
  steps: 'step',
  perUse: 'price',
  share: 'nothing',
};

/** Who pays for what. New development is a model of its own, and in none of these. */
export interface FinancingModel {
  readonly id: string;
  /** The cost types that use-based funding covers; central funding covers the rest. */
  readonly useFunded: readonly AccountCostType[];
  /** Prices are those of today, product by product, and do not follow the costs. */
  readonly pricesOfToday?: true;
  /** Where the frame does not reach: the frames of service owners are cut, by how much each uses, and the money goes to the solutions (`frameCut`). */
  readonly beyondFrame?: 'frameCut';
  /** Service owners pay of their own will (`voluntary`): so many per cent of them, those that use least, do not. */
  readonly unpaid?: number;
}

/**
 * The alternatives 0–4 of Digdir's "Modell for fellesløsninger" (2020), "Ulike alternativer for hvem som finansierer", as data to be changed. The text names the
 * alternatives and the cost types, but shows by colour who pays for which, which its text does not have: what each covers here is our reading, in the order
 * of how much use pays. 0 is today, as Skate tells of it (a frame that stands still, use that pays by prices of today); 1 is what Skate's committee advised (all
 * central); 3 is principle 9 d of Digital agenda for Norge, 11.1 (variable operation and management).
 */
export const financingModels: readonly FinancingModel[] = [
  { id: '0', useFunded: ['variableOperation'], pricesOfToday: true },
  { id: '1', useFunded: [] },
  { id: '2', useFunded: ['variableOperation'] },
  { id: '3', useFunded: ['variableOperation', 'management'] },
  {
    id: '4',
    useFunded: ['fixedOperation', 'variableOperation', 'management', 'maintenance', 'furtherDevelopment'],
  },
];
