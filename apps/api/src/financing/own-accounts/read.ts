import {
  type AccountCostType,
  type Accounts,
  type Assumptions,
  accountCostTypes,
  type Driver,
  type IncomeForm,
  type Indicator,
  indicators,
  type ProductAccounts,
} from '@samblikk/financing';
import { codeOf, followed } from './lines.ts';
import { type Cell, type Fault, type Line, linesOf, numberIn, percentIn } from './read-lines.ts';

export const accountsLimits = { lines: 5_000, products: 30, owners: 300, years: 10, steps: 50 } as const;

export interface OwnAccounts {
  readonly accounts: Accounts;
  readonly assumptions: Assumptions;
}

/** Steps where a product tells none: ten times the use, about four times the price. */
const usualSteps: ProductAccounts['steps'] = [
  { from: 1, points: 1 },
  { from: 100_000, points: 4 },
  { from: 1_000_000, points: 16 },
  { from: 10_000_000, points: 60 },
];
/** How many years are forecast, and how much of new development comes on top of operation, in hundredths of a per cent. */
const usual = { years: 6, addedByDevelopment: 1_000 } as const;

/** What is read of a product, number by number. */
interface Gathered {
  readonly name: string;
  readonly costs: Map<AccountCostType, Map<number, number>>;
  readonly income: Map<IncomeForm, Map<number, number>>;
  readonly indicators: Map<Indicator, Map<number, number>>;
  readonly uses: Map<string, number>;
  readonly drivers: Map<AccountCostType, Driver>;
  readonly steps: Map<number, number>;
  pricedToday: ProductAccounts['pricedToday'];
  growth: number;
}

/**
 * Product accounts from a list (see `lines.ts`): columns in any order by their names, codes by name in any language.
 *
 * What is not told is 0; transactions and service owners of the last year follow from the use. Nothing is guessed: a line that is not understood
 * is a fault, with its row.
 * @param rows the head and the lines; row 1 is the first
 * @returns the accounts, or every fault
 */
export function readAccounts(rows: readonly (readonly Cell[])[]): OwnAccounts | { readonly faults: readonly Fault[] } {
  const { lines, faults } = linesOf(rows);
  // Where nothing was read, what is missing is not worth telling.
  if (lines.length === 0 && faults.length > 0) return { faults };
  const products = new Map<string, Gathered>();
  const rates = { frameGrowth: 0, addedByDevelopment: usual.addedByDevelopment as number };
  for (const line of lines) {
    const fault = take(line, products, rates);
    if (fault) faults.push(fault);
  }
  const years = yearsOf(products);
  faults.push(...faultsOf(products, years));
  if (faults.length > 0) return { faults };
  const owners = [...new Set([...products.values()].flatMap(({ uses }) => [...uses.keys()]))];
  const all = [...products.values()];
  return {
    accounts: {
      years,
      owners: owners.map((name, at) => ({ id: `owner-${at + 1}`, name: same(name) })),
      products: all.map((one, at) => productOf(one, `product-${at + 1}`, years, owners)),
    },
    assumptions: {
      ...{ years: usual.years, ...rates },
      growth: Object.fromEntries(all.map(({ growth }, at) => [`product-${at + 1}`, growth])),
    },
  };
}

const same = (name: string) => ({ nb: name, nn: name, en: name });

/** Takes what a line says. @returns what is wrong with it */
function take(line: Line, products: Map<string, Gathered>, rates: Record<string, number>): Fault | undefined {
  const { row, kind, item, product } = line;
  if (kind === 'frameGrowth' || kind === 'addedByDevelopment') {
    const percent = percentIn(line, kind === 'frameGrowth' ? [-50, 100] : [0, 100]);
    if (typeof percent !== 'number') return percent;
    rates[kind] = percent;
    return undefined;
  }
  if (product === '') return { row, code: 'noProduct' };
  const into = products.get(product) ?? gathered(product);
  products.set(product, into);
  if (kind === 'growth') {
    const percent = percentIn(line, [-50, 100]);
    if (typeof percent !== 'number') return percent;
    into.growth = percent;
    return undefined;
  }
  if (kind === 'price') {
    const price = codeOf.price(item);
    if (!price) return unknownItem(line);
    into.pricedToday = price;
    return undefined;
  }
  return takeNumber(line, into);
}

const unknownItem = ({ row, kind, item }: Line): Fault => ({ row, code: 'unknownItem', params: { item, kind } });

/** Takes a line with a whole number. */
function takeNumber(line: Line, into: Gathered): Fault | undefined {
  const { row, kind, item, year } = line;
  const number = numberIn(line);
  if (typeof number !== 'number') return number;
  const once = <Key>(map: Map<Key, number>, key: Key): Fault | undefined => {
    if (map.has(key)) return { row, code: 'twice' };
    map.set(key, number);
    return undefined;
  };
  const byYear = <Key>(map: Map<Key, Map<number, number>>, key: Key | undefined): Fault | undefined => {
    if (key === undefined) return unknownItem(line);
    if (year === undefined) return { row, code: 'noYear' };
    const years = map.get(key) ?? new Map<number, number>();
    map.set(key, years);
    return once(years, year);
  };
  if (kind === 'cost') return byYear(into.costs, codeOf.costType(item));
  if (kind === 'income') return byYear(into.income, codeOf.income(item));
  if (kind === 'indicator') return byYear(into.indicators, codeOf.indicator(item));
  if (kind === 'use') return item === '' ? { row, code: 'noOwner' } : once(into.uses, item);
  if (kind === 'step') return takeStep(line, into, number);
  const type = codeOf.costType(item);
  if (!type) return unknownItem(line);
  if (into.drivers.has(type)) return { row, code: 'twice' };
  if (number > 100) return { row, code: 'badPercent' };
  into.drivers.set(type, { indicator: followed[kind as keyof typeof followed], percent: number });
  return undefined;
}

function takeStep(line: Line, { steps }: Gathered, points: number): Fault | undefined {
  const from = numberIn({ ...line, number: line.item });
  if (typeof from !== 'number') return from;
  if (steps.has(from)) return { row: line.row, code: 'twice' };
  steps.set(from, points);
  return undefined;
}

const gathered = (name: string): Gathered => ({
  ...{ name, costs: new Map(), income: new Map(), indicators: new Map(), uses: new Map() },
  ...{ drivers: new Map(), steps: new Map(), pricedToday: 'perUse', growth: 0 },
});

/** Every year from the first to the last that anything is told of. */
function yearsOf(products: ReadonlyMap<string, Gathered>): number[] {
  const told = [...products.values()]
    .flatMap(({ costs, income, indicators: counted }) => [...costs.values(), ...income.values(), ...counted.values()])
    .flatMap((years) => [...years.keys()]);
  const first = Math.min(...told);
  return told.length === 0 ? [] : Array.from({ length: Math.max(...told) - first + 1 }, (_, at) => first + at);
}

/** What is wrong with all of it together. */
function faultsOf(products: ReadonlyMap<string, Gathered>, years: readonly number[]): Fault[] {
  const all = [...products.values()];
  const owners = new Set(all.flatMap(({ uses }) => [...uses.keys()])).size;
  const over = (what: 'products' | 'owners' | 'years', count: number): Fault[] =>
    count > accountsLimits[what] ? [{ code: `too-many-${what}`, params: { most: accountsLimits[what] } }] : [];
  return [
    ...(years.length === 0 || all.every(({ costs }) => costs.size === 0) ? [{ code: 'noCosts' } as const] : []),
    ...(owners === 0 ? [{ code: 'noUse' } as const] : []),
    ...over('products', all.length),
    ...over('owners', owners),
    ...over('years', years.length),
    ...all.flatMap((product) => faultsOfProduct(product, years.at(-1) ?? 0)),
  ];
}

function faultsOfProduct({ name, indicators: counted, uses, steps }: Gathered, last: number): Fault[] {
  const used = [...uses.values()];
  const differs = (indicator: Indicator, found: number): Fault[] => {
    const told = counted.get(indicator)?.get(last);
    return told === undefined || told === found
      ? []
      : [{ code: 'usesDiffer', params: { product: name, indicator, told, found } }];
  };
  return [
    ...differs(
      'transactions',
      used.reduce((sum, use) => sum + use, 0),
    ),
    ...differs('serviceOwners', used.filter((use) => use > 0).length),
    ...(steps.size > accountsLimits.steps
      ? [{ code: 'too-many-steps', params: { product: name, most: accountsLimits.steps } } as const]
      : []),
    ...(steps.size > 0 && !steps.has(1) ? [{ code: 'stepsBegin', params: { product: name } } as const] : []),
  ];
}

function productOf(one: Gathered, id: string, years: readonly number[], owners: readonly string[]): ProductAccounts {
  const uses = owners.map((owner) => one.uses.get(owner) ?? 0);
  const listOf = (byYear: ReadonlyMap<number, number> | undefined) => years.map((year) => byYear?.get(year) ?? 0);
  const lists = Object.fromEntries(indicators.map((indicator) => [indicator, listOf(one.indicators.get(indicator))]));
  const withLast = (list: readonly number[] | undefined, last: number) => [...(list ?? []).slice(0, -1), last];
  return {
    ...{ id, name: same(one.name), about: same(''), pricedToday: one.pricedToday, uses },
    costs: Object.fromEntries(accountCostTypes.map((type) => [type, listOf(one.costs.get(type))])) as never,
    income: [...one.income].map(([form, byYear]) => ({ form, kroner: listOf(byYear) })),
    indicators: {
      users: lists.users ?? [],
      serviceOwners: withLast(lists.serviceOwners, uses.filter((use) => use > 0).length),
      transactions: withLast(
        lists.transactions,
        uses.reduce((sum, use) => sum + use, 0),
      ),
    },
    drivers: Object.fromEntries(one.drivers),
    steps:
      one.steps.size === 0
        ? usualSteps
        : [...one.steps].sort(([a], [b]) => a - b).map(([from, points]) => ({ from, points })),
  };
}
