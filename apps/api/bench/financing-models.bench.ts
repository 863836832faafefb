// Financing models tried on accounts of 50 products, 1,000 service owners and 10 years: bills to the krone, by each price structure. Fails at 100 ms.
import {
  type Accounts,
  exampleAccounts,
  financingModels,
  forecast,
  priceStructures,
  tryModel,
} from '@samblikk/financing';
import { median, race } from './measure.ts';

const count = { products: 50, owners: 1_000, years: 10 };
const [like] = exampleAccounts.products;
if (!like) throw new Error('no product to make others like');
const accounts: Accounts = {
  years: [2025],
  owners: Array.from({ length: count.owners }, (_, at) => ({ id: String(at), name: { nb: '', nn: '', en: '' } })),
  products: Array.from({ length: count.products }, (_, product) => {
    // A few large and many small, as in the example: from two million transactions down to a thousand.
    const uses = Array.from({ length: count.owners }, (_, at) =>
      Math.round(2_000_000 / (1 + ((at * 7 + product) % 1999))),
    );
    const last = (numbers: readonly number[]) => numbers.slice(-1);
    return {
      ...like,
      ...{ id: String(product), uses },
      costs: Object.fromEntries(Object.entries(like.costs).map(([type, kroner]) => [type, last(kroner)])) as never,
      income: like.income.map(({ form, kroner }) => ({ form, kroner: last(kroner) })),
      indicators: {
        users: [1_000_000],
        serviceOwners: [count.owners],
        transactions: [uses.reduce((sum, use) => sum + use, 0)],
      },
    };
  }),
};
const growth = Object.fromEntries(accounts.products.map(({ id }, at) => [id, 100 * (at % 20)]));
const assumptions = { years: count.years, growth, frameGrowth: 0, addedByDevelopment: 1_000 };
const plan = forecast(accounts, assumptions);
const all = financingModels.find(({ id }) => id === '4');
if (!all) throw new Error('no model 4');

const made = await race(
  [
    { name: 'forecast', run: () => forecast(accounts, assumptions) },
    ...priceStructures.map((structure) => ({ name: structure, run: () => tryModel(all, structure, plan) })),
  ],
  { runs: 20, warmUp: 5 },
);
const ms = made.map((one) => median(one));
const names = ['forecast', ...priceStructures];
console.log(
  `${count.products} products × ${count.owners} service owners × ${count.years} years: ${names.map((name, at) => `${name} ${ms[at]?.toFixed(1)} ms`).join(', ')}`,
);
if (ms.some((one) => one > 100)) process.exitCode = 1;
