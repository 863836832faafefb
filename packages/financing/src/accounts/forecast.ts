import type { Kroner } from '../sharing/kroner.ts';
import { nearestOf } from '../sharing/quotient.ts';
import {
  type AccountCostType,
  type Accounts,
  accountCostTypes,
  developmentForms,
  type IncomeForm,
  type Indicator,
  incomeBy,
  lastOf,
  type ProductAccounts,
} from './accounts.ts';

/** What a forecast rests on. Rates are whole hundredths of a per cent: 500 is 5 % a year. Prices are those of the last year of the accounts. */
export interface Assumptions {
  /** How many years are forecast. */
  readonly years: number;
  /** Growth of transactions and users, by product. */
  readonly growth: Readonly<Record<string, number>>;
  /** Growth of the central frame. */
  readonly frameGrowth: number;
  /** So much of a year's new development comes on top of fixed operation each year after. */
  readonly addedByDevelopment: number;
  /** For how many years there is money for new development (`proposal`, `fund`, `coFinancing` end); all unless told. */
  readonly developmentYears?: number;
}

/** Something that happens, other than planned: use more or less than forecast, and one service owner that is no longer there. */
export interface Change {
  /** Per cent more use in every year; below 0 less. */
  readonly use: number;
  /** The place of a service owner that leaves. */
  readonly leaves?: number;
}
export const unchanged: Change = { use: 0 };

export interface ProductForecast {
  readonly product: ProductAccounts;
  /** By year: transactions by service owner. */
  readonly uses: readonly Float64Array[];
  readonly indicators: Readonly<Record<Indicator, readonly number[]>>;
  readonly costs: Readonly<Record<AccountCostType, readonly Kroner[]>>;
  /** What end users pay. */
  readonly fees: readonly Kroner[];
}

export interface Forecast {
  readonly years: readonly number[];
  readonly owners: number;
  readonly products: readonly ProductForecast[];
  /** Central money by year: for what runs, and for new development. */
  readonly frame: readonly Kroner[];
  readonly development: readonly Kroner[];
}

const whole = 10_000;
const growing = (first: number, rate: number, years: number): number[] => {
  const all: number[] = [];
  let now = first;
  for (let year = 0; year < years; year += 1) {
    now = nearestOf(now, whole + rate, whole);
    all.push(now);
  }
  return all;
};

/**
 * Costs, use and central money in the years after the accounts.
 *
 * Method: each service owner's use grows by the rate of the product; users as transactions do. Of each cost the part that follows an indicator grows as that does, the
 * rest stays; new development stays at what it was last, and adds to fixed operation after it. All is rounded to whole numbers, halves up.
 * @example
 * forecast(exampleAccounts, exampleAssumptions).products[0]?.costs.variableOperation // → kroner by year
 */
export function forecast(accounts: Accounts, assumptions: Assumptions, change: Change = unchanged): Forecast {
  const { products, owners, years } = accounts;
  const central = (forms: readonly IncomeForm[]) =>
    products.reduce((sum, product) => sum + incomeBy(product, forms), 0);
  return {
    years: Array.from({ length: assumptions.years }, (_, at) => lastOf(years) + at + 1),
    owners: owners.length,
    products: products.map((product) => productForecast(product, assumptions, change)),
    frame: growing(central(['frame']), assumptions.frameGrowth, assumptions.years),
    development: growing(central(developmentForms), 0, assumptions.years).map((kroner, at) =>
      at < (assumptions.developmentYears ?? assumptions.years) ? kroner : 0,
    ),
  };
}

function productForecast(product: ProductAccounts, assumptions: Assumptions, change: Change): ProductForecast {
  const rate = assumptions.growth[product.id] ?? 0;
  const uses = usesBy(product, rate, assumptions.years, change);
  const transactions = uses.map((year) => year.reduce((sum, use) => sum + use, 0));
  const before = lastOf(product.indicators.transactions);
  const asTransactions = (amount: number) =>
    transactions.map((now) => (before > 0 ? nearestOf(amount, now, before) : 0));
  const indicators = {
    users: asTransactions(lastOf(product.indicators.users)),
    serviceOwners: uses.map((year) => year.reduce((count, use) => count + (use > 0 ? 1 : 0), 0)),
    transactions,
  };
  const fees = incomeBy(product, ['fee']);
  const costs = Object.fromEntries(
    accountCostTypes.map((type) => [type, costOf(product, type, indicators, assumptions)]),
  );
  return { product, uses, indicators, costs: costs as Record<AccountCostType, Kroner[]>, fees: asTransactions(fees) };
}

function usesBy({ uses }: ProductAccounts, rate: number, years: number, change: Change): readonly Float64Array[] {
  const all: Float64Array[] = [];
  let planned = Float64Array.from(uses);
  if (change.leaves !== undefined) planned[change.leaves] = 0;
  for (let year = 0; year < years; year += 1) {
    planned = planned.map((use) => nearestOf(use, whole + rate, whole));
    all.push(change.use === 0 ? planned : planned.map((use) => nearestOf(use, 100 + change.use, 100)));
  }
  return all;
}

function costOf(
  { costs, drivers, indicators: counted }: ProductAccounts,
  type: AccountCostType,
  now: ProductForecast['indicators'],
  { addedByDevelopment, years }: Assumptions,
): Kroner[] {
  const base = lastOf(costs[type]);
  const { indicator, percent } = drivers[type] ?? { indicator: 'users', percent: 0 };
  const before = lastOf(counted[indicator]);
  const moving = before > 0 ? nearestOf(base, percent, 100) : 0;
  const added = type === 'fixedOperation' ? nearestOf(lastOf(costs.newDevelopment), addedByDevelopment, whole) : 0;
  return Array.from({ length: years }, (_, at) => {
    const moved = moving > 0 ? nearestOf(moving, now[indicator][at] ?? 0, before) : 0;
    return base - moving + moved + added * at;
  });
}
