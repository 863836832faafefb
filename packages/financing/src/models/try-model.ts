import { type AccountCostType, incomeBy, partsByUse, runningCostTypes } from '../accounts/accounts.ts';
import type { Forecast, ProductForecast } from '../accounts/forecast.ts';
import type { Kroner } from '../sharing/kroner.ts';
import { floorOf } from '../sharing/quotient.ts';
import { shareByUse } from '../sharing/share-by-use.ts';
import type { FinancingModel, PriceStructure } from './models.ts';
import { billsOf, type Tariff, tariffOf } from './tariff.ts';

/** A year of a model: what runs costs, and who pays. Whole kroner. */
export interface ModelYear {
  readonly year: number;
  /** Of all that runs: all cost types but new development. */
  readonly cost: Kroner;
  /** From the frame: what the types that it covers cost, as far as it goes. */
  readonly central: Kroner;
  readonly serviceOwners: Kroner;
  readonly endUsers: Kroner;
  /** What nobody pays; below 0 where more comes in than it costs. */
  readonly gap: number;
  /** What the frame has left when it has paid its part. */
  readonly frameLeft: Kroner;
  /** The model of its own: what new development costs, and the central money for it. */
  readonly newDevelopment: { readonly cost: Kroner; readonly income: Kroner };
}

export interface ModelResult {
  readonly years: readonly ModelYear[];
  /** By year: what each service owner pays, by place. */
  readonly bills: readonly Float64Array[];
  /** By product, then year. */
  readonly tariffs: readonly (readonly Tariff[])[];
}

/** In thousandths: how much of the costs is paid; whole, rounded down. 1000 for no costs. */
export function coverageOfYears(years: readonly Pick<ModelYear, 'cost' | 'gap'>[]): number {
  const [cost, gap] = [years.reduce((sum, one) => sum + one.cost, 0), years.reduce((sum, one) => sum + one.gap, 0)];
  return cost === 0 ? 1000 : floorOf(Math.max(cost - gap, 0), 1000, cost);
}

/**
 * Tries a financing model: who pays what, year by year, when prices are set by the plan and this is what happens.
 *
 * Method: for each product and year the price structure is priced so that planned use pays the planned cost of the types that use covers, less what end users pay; the bills are
 * those of the use that came. The frame pays for the types it covers. Prices of a model that keeps those of today are set once, so that the use
 * of the last year of the accounts pays what service owners paid then. Frames are cut by what the plan lacks, shared once and for all by the use of the last
 * year of the accounts. Where payment is voluntary, prices are set as if all paid, and those that use least do not.
 *
 * @param plan the forecast that prices are set by
 * @param happens the forecast of what comes; the plan itself unless told
 */
export function tryModel(
  model: FinancingModel,
  structure: PriceStructure,
  plan: Forecast,
  happens: Forecast = plan,
): ModelResult {
  const totals = plan.years.map(() => new Float64Array(plan.owners));
  const tariffs = plan.products.map((product) => tariffsOf(model, structure, product));
  const cuts = cutsOf(model, plan);
  const outside = outsideOf(model, plan);
  const years = plan.years.map((year, at): ModelYear => {
    const sum = (types: readonly AccountCostType[]) =>
      happens.products.reduce((total, product) => total + costOf(product, types, at), 0);
    const total = totals[at] as Float64Array;
    let [serviceOwners, endUsers, beyond] = [0, 0, 0];
    for (const [place, product] of happens.products.entries()) {
      const { cost, feesLeft } = costOfUse(model, product, at);
      const bills = billsOf(tariffs[place]?.[at] as Tariff, product.uses[at] as Float64Array, cost);
      for (let owner = 0; owner < bills.length; owner += 1) {
        if (outside.has(owner)) continue;
        total[owner] = (total[owner] as number) + (bills[owner] as number);
        serviceOwners += bills[owner] as number;
      }
      endUsers += product.fees[at] ?? 0;
      beyond += feesLeft;
    }
    for (const [owner, cut] of (cuts?.[at] ?? new Float64Array()).entries()) {
      total[owner] = (total[owner] as number) + cut;
      serviceOwners += cut;
    }
    const cost = sum(runningCostTypes);
    const frame = happens.frame[at] ?? 0;
    const central = Math.min(frame, Math.max(cost - sum(model.useFunded) - beyond, 0));
    return {
      ...{ year, cost, central, serviceOwners, endUsers, frameLeft: frame - central },
      gap: cost - central - serviceOwners - endUsers,
      newDevelopment: { cost: sum(['newDevelopment']), income: happens.development[at] ?? 0 },
    };
  });
  return { years, bills: totals, tariffs };
}

function tariffsOf(model: FinancingModel, structure: PriceStructure, { product, ...plan }: ProductForecast): Tariff[] {
  if (model.pricesOfToday) {
    const paid = incomeBy(product, ['useBased', 'membership']);
    const today = tariffOf(product.pricedToday, paid, Float64Array.from(product.uses), product);
    return plan.uses.map(() => today);
  }
  return plan.uses.map((uses, at) =>
    tariffOf(structure, costOfUse(model, { product, ...plan }, at).cost, uses, product),
  );
}

/** What the frames of service owners are cut by, by year and place: what the types that the frame covers cost beyond it, as planned. */
function cutsOf(model: FinancingModel, plan: Forecast): readonly Float64Array[] | undefined {
  if (model.beyondFrame !== 'frameCut') return undefined;
  const central = runningCostTypes.filter((type) => !model.useFunded.includes(type));
  const parts = Float64Array.from(partsByUse(accountsOf(plan), plan.owners));
  return plan.years.map((_, at) => {
    const lacking = plan.products.reduce(
      (sum, product) => sum + costOf(product, central, at) - costOfUse(model, product, at).feesLeft,
      -(plan.frame[at] ?? 0),
    );
    return shareByUse(Math.max(lacking, 0), parts);
  });
}

/** The places of those who do not pay of their own will: so many per cent of those with any use, who use least. */
function outsideOf({ unpaid = 0 }: FinancingModel, plan: Forecast): ReadonlySet<number> {
  if (unpaid === 0) return new Set();
  const parts = partsByUse(accountsOf(plan), plan.owners);
  const bySize = [...parts.keys()]
    .filter((place) => (parts[place] ?? 0) > 0)
    .sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  return new Set(bySize.slice(0, floorOf(bySize.length, unpaid, 100)));
}

const accountsOf = ({ products }: Forecast) => products.map(({ product }) => product);

const costOf = ({ costs }: ProductForecast, types: readonly AccountCostType[], at: number): Kroner =>
  types.reduce((sum, type) => sum + (costs[type][at] ?? 0), 0);

/** What use is to pay of a product: the types it covers, less what end users pay; and what their fees are beyond that. */
function costOfUse({ useFunded }: FinancingModel, product: ProductForecast, at: number) {
  const [cost, fees] = [costOf(product, useFunded, at), product.fees[at] ?? 0];
  return { cost: Math.max(cost - fees, 0), feesLeft: Math.max(fees - cost, 0) };
}
