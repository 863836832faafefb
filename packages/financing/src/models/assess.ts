import { type Accounts, incomeForms, partsByUse, runningCostTypes } from '../accounts/accounts.ts';
import { type Assumptions, type Change, type Forecast, forecast, unchanged } from '../accounts/forecast.ts';
import type { Kroner } from '../sharing/kroner.ts';
import { floorOf } from '../sharing/quotient.ts';
import type { FinancingModel, PriceStructure } from './models.ts';
import { coverageOfYears, type ModelResult, tryModel } from './try-model.ts';

/** A bill that is another than the year before. */
export interface Jump {
  /** The place of the service owner. */
  readonly owner: number;
  /** The year of the second bill. */
  readonly year: number;
  readonly from: Kroner;
  readonly to: Kroner;
}

/** What a model is, tried on a forecast. Parts are thousandths, rounded down. */
export interface Assessment {
  readonly plan: ModelResult;
  /** How much of the costs of all years is paid: as planned, when use is half as much again as planned, and when the largest leaves; prices as planned. */
  readonly coverage: { readonly planned: number; readonly growth: number; readonly leaves: number };
  /** How much more or less those who stay pay in all years when the largest leaves and prices are set anew without it; null where they pay nothing. */
  readonly staying: { readonly before: Kroner; readonly after: Kroner } | null;
  /** What part of all that runs service owners pay as planned. */
  readonly paidByOwners: number;
  /** Of all bills after another: how many are at most a tenth more or less than the year before; null where nobody pays. */
  readonly steady: number | null;
  /** The bill that rises most for its size, as planned. */
  readonly largestJump: Jump | null;
  readonly complexity: Complexity;
  /** What one that uses every product once pays in the first year, beside the mean of those who use any. */
  readonly newcomer: { readonly pays: Kroner; readonly mean: Kroner };
}

/** Sources × methods × detail: 1 is one source, in one way, for everything alike. */
export interface Complexity {
  /** Who pays: central, service owners, end users. */
  readonly sources: number;
  /** In how many ways: the frame, each price structure, fees. */
  readonly methods: number;
  /** How many sums must be known apart: all together, or of each product, or of each product what use pays and what is left. */
  readonly detail: number;
  readonly product: number;
}

/** The plan and what may happen instead: the same for all models, so it is made once. */
export interface Trials {
  readonly accounts: Accounts;
  readonly plan: Forecast;
  readonly growth: Forecast;
  readonly leaves: Forecast;
  /** The place of the one that leaves. */
  readonly largest: number;
}

/** Use grows by half. */
const byHalf: Change = { use: 50 };

/**
 * The largest user: whose part of what varies with use (variable operation of the last year) is greatest, over all products.
 * @returns its place; the first of those alike
 */
export function largestOwner({ products, owners }: Accounts): number {
  const parts = partsByUse(products, owners.length);
  return parts.indexOf(Math.max(...parts));
}

export function trialsOf(accounts: Accounts, assumptions: Assumptions): Trials {
  const largest = largestOwner(accounts);
  return {
    ...{ accounts, largest },
    plan: forecast(accounts, assumptions, unchanged),
    growth: forecast(accounts, assumptions, byHalf),
    leaves: forecast(accounts, assumptions, { use: 0, leaves: largest }),
  };
}

/** Tries a model as planned, with growth, and without the largest. */
export function assess(model: FinancingModel, structure: PriceStructure, trials: Trials): Assessment {
  const { plan: planned, growth, leaves, largest } = trials;
  const plan = tryModel(model, structure, planned);
  const sum = (of: (year: ModelResult['years'][number]) => number, { years }: ModelResult = plan) =>
    years.reduce((total, year) => total + of(year), 0);
  const left = tryModel(model, structure, planned, leaves);
  const anew = tryModel(model, structure, leaves);
  const before = plan.bills.reduce(
    (total, bills) => total + bills.reduce((all, one, at) => all + (at === largest ? 0 : one), 0),
    0,
  );
  return {
    plan,
    coverage: {
      planned: coverageOfYears(plan.years),
      growth: coverageOfYears(tryModel(model, structure, planned, growth).years),
      leaves: coverageOfYears(left.years),
    },
    staying: before === 0 ? null : { before, after: sum(({ serviceOwners }) => serviceOwners, anew) },
    paidByOwners: floorOf(
      sum(({ serviceOwners }) => serviceOwners),
      1000,
      Math.max(
        sum(({ cost }) => cost),
        1,
      ),
    ),
    steady: steadyIn(plan),
    largestJump: largestJumpIn(plan),
    complexity: complexityOf(model, trials.accounts),
    newcomer: newcomerOf(plan, planned),
  };
}

/** Each bill with the one before, of those who pay in both years. */
function* pairsIn({ bills, years }: ModelResult): Generator<Jump> {
  for (const [at, now] of bills.entries()) {
    const before = bills[at - 1];
    if (!before) continue;
    for (const [owner, to] of now.entries()) {
      const from = before[owner] as number;
      if (from > 0 && to > 0) yield { ...{ owner, from, to }, year: years[at]?.year ?? 0 };
    }
  }
}

function steadyIn(result: ModelResult): number | null {
  let [all, steady] = [0, 0];
  for (const { from, to } of pairsIn(result)) {
    all += 1;
    if (10 * Math.abs(to - from) <= from) steady += 1;
  }
  return all === 0 ? null : floorOf(steady, 1000, all);
}

/** The rise that is greatest for the bill it comes on; null where none rises. */
export function largestJumpIn(result: ModelResult): Jump | null {
  let [most, part]: [Jump | null, number] = [null, 0];
  for (const jump of pairsIn(result)) {
    const risen = floorOf(Math.max(jump.to - jump.from, 0), 1000, jump.from);
    if (risen > part) [most, part] = [jump, risen];
  }
  return most;
}

function newcomerOf({ tariffs, bills }: ModelResult, { products }: Forecast): Assessment['newcomer'] {
  const pays = products.reduce((sum, _, place) => {
    const tariff = tariffs[place]?.[0];
    if (tariff?.structure === 'fixed') return sum + tariff.kroner;
    if (tariff?.structure === 'steps') return sum + (tariff.steps[0]?.kroner ?? 0);
    return sum + (tariff?.structure === 'perUse' && tariff.price > 0 ? 1 : 0);
  }, 0);
  const [first = new Float64Array()] = bills;
  const paying = first.filter((kroner) => kroner > 0);
  return {
    pays,
    mean:
      paying.length === 0
        ? 0
        : floorOf(
            paying.reduce((sum, one) => sum + one, 0),
            1,
            paying.length,
          ),
  };
}

/** @returns how many sources, methods and sums it takes; new development, a model of its own, is not counted */
export function complexityOf(model: FinancingModel, { products }: Accounts): Complexity {
  const { useFunded, pricesOfToday, beyondFrame } = model;
  const byUse = useFunded.length > 0;
  const central = useFunded.length < runningCostTypes.length;
  const cut = central && beyondFrame === 'frameCut';
  const fees = products.some(({ income }) => income.some(({ form }) => incomeForms[form] === 'endUser'));
  const structures = !byUse ? 0 : pricesOfToday ? new Set(products.map(({ pricedToday }) => pricedToday)).size : 1;
  const sources = [central, byUse || cut, fees].filter(Boolean).length;
  const methods = [central, cut, fees].filter(Boolean).length + structures;
  const detail = byUse ? products.length * (central ? 2 : 1) : 1;
  return { sources, methods, detail, product: sources * methods * detail };
}
