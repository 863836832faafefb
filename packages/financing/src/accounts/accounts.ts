import type { Text } from '@samblikk/text';
import type { Kroner } from '../sharing/kroner.ts';
import { floorOf } from '../sharing/quotient.ts';

/**
 * What the costs of a product are of. The types of Digdir's "Modell for fellesløsninger" (2020, "Ulike alternativer for hvem som finansierer"), whose
 * new development is a model of its own.
 */
export const accountCostTypes = [
  'fixedOperation',
  'variableOperation',
  'management',
  'maintenance',
  'furtherDevelopment',
  'newDevelopment',
] as const;
export type AccountCostType = (typeof accountCostTypes)[number];

/** The types that financing models share between central and use-based funding: all but new development. */
export const runningCostTypes: readonly AccountCostType[] = accountCostTypes.filter(
  (type) => type !== 'newDevelopment',
);

/** What drives costs. */
export const indicators = ['users', 'serviceOwners', 'transactions'] as const;
export type Indicator = (typeof indicators)[number];

/** Who pays ("kilder"). */
export const incomeSources = ['central', 'serviceOwner', 'endUser'] as const;
export type IncomeSource = (typeof incomeSources)[number];

/** How the money is taken in ("former"), and from whom. */
export const incomeForms = {
  frame: 'central',
  proposal: 'central',
  fund: 'central',
  coFinancing: 'central',
  frameCut: 'serviceOwner',
  voluntary: 'serviceOwner',
  useBased: 'serviceOwner',
  membership: 'serviceOwner',
  fee: 'endUser',
} as const satisfies Record<string, IncomeSource>;
export type IncomeForm = keyof typeof incomeForms;

/** Forms that pay for new development alone; the frame pays for what runs. */
export const developmentForms: readonly IncomeForm[] = ['proposal', 'fund', 'coFinancing'];

/** Money by year of the accounts; who it is from follows from its form. */
export interface Income {
  readonly form: IncomeForm;
  readonly kroner: readonly Kroner[];
}

/** That a part of a cost grows as an indicator does; the rest stays. */
export interface Driver {
  readonly indicator: Indicator;
  /** Whole, from 0 to 100. */
  readonly percent: number;
}

/** The accounts of one product. Lists by year are in the order of the years of the accounts. */
export interface ProductAccounts {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  readonly costs: Readonly<Record<AccountCostType, readonly Kroner[]>>;
  readonly income: readonly Income[];
  readonly indicators: Readonly<Record<Indicator, readonly number[]>>;
  /** Transactions of the last year by service owner, in their order: who uses the product, and how much. */
  readonly uses: readonly number[];
  /** What is not named does not follow any indicator. */
  readonly drivers: Readonly<Partial<Record<AccountCostType, Driver>>>;
  /** How service owners pay today. */
  readonly pricedToday: 'perUse' | 'steps' | 'fixed';
  /** Where the steps of a step price begin, in transactions a year, the first at 1; and how much each costs beside the others. */
  readonly steps: readonly { readonly from: number; readonly points: number }[];
}

/** Product accounts ("produktregnskap"): what common solutions cost, and who pays. */
export interface Accounts {
  /** One after the other; the last is what forecasts begin with. */
  readonly years: readonly number[];
  readonly owners: readonly { readonly id: string; readonly name: Text }[];
  readonly products: readonly ProductAccounts[];
}

/** The number of the last year. */
export const lastOf = (numbers: readonly number[]): number => numbers.at(-1) ?? 0;

/** What a product took in by some forms in the last year, in kroner. */
export const incomeBy = ({ income }: Pick<ProductAccounts, 'income'>, forms: readonly IncomeForm[]): Kroner =>
  income.reduce((sum, { form, kroner }) => sum + (forms.includes(form) ? lastOf(kroner) : 0), 0);

/**
 * How much each service owner weighs of all products: its part by use of what varies with use (variable operation of the last year).
 * @returns kroner rounded down, by place
 */
export function partsByUse(products: readonly ProductAccounts[], owners: number): readonly Kroner[] {
  const parts = new Array<Kroner>(owners).fill(0);
  for (const { uses, costs } of products) {
    const all = uses.reduce((total, use) => total + use, 0);
    const cost = lastOf(costs.variableOperation);
    if (all > 0)
      for (const [place, use] of uses.entries()) parts[place] = (parts[place] ?? 0) + floorOf(cost, use, all);
  }
  return parts;
}

/** What is wrong with accounts, in English for those who make them: lists that do not fit the years, uses that are not the transactions. */
export function faultsIn({ years, owners, products }: Accounts): readonly string[] {
  const whole = (numbers: readonly number[]) => numbers.every((one) => Number.isSafeInteger(one) && one >= 0);
  return products.flatMap(({ id, costs, income, indicators: counted, uses, steps }) => {
    const lists = [...Object.values(costs), ...income.map(({ kroner }) => kroner), ...Object.values(counted)];
    const sum = uses.reduce((total, one) => total + one, 0);
    return [
      lists.some((list) => list.length !== years.length) && 'a list has not one number for each year',
      uses.length !== owners.length && 'not one use for each service owner',
      !lists.concat([uses]).every(whole) && 'a number is not whole, or below 0',
      sum !== counted.transactions.at(-1) && 'uses are not the transactions of the last year',
      uses.filter((one) => one > 0).length !== counted.serviceOwners.at(-1) && 'those with use are not the owners',
      steps[0]?.from !== 1 && 'steps do not begin at 1',
      steps.some(({ from }, at) => at > 0 && from <= (steps[at - 1]?.from ?? 0)) && 'steps are not in order',
    ].flatMap((fault) => (fault ? [`${id}: ${fault}`] : []));
  });
}
