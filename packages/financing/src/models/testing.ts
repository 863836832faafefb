import fc from 'fast-check';
import { type Accounts, accountCostTypes, type ProductAccounts, runningCostTypes } from '../accounts/accounts.ts';
import { type FinancingModel, financingModels, priceStructures } from './models.ts';

/** Random accounts, models and price structures, for tests. */

const kroner = fc.nat(3_000_000);
export const steps = fc
  .tuple(fc.integer({ min: 2, max: 500 }), fc.integer({ min: 501, max: 9000 }))
  .map(([second, third]) => [
    { from: 1, points: 1 },
    { from: second, points: 4 },
    { from: third, points: 15 },
  ]);
const productOf = (owners: number, id: string): fc.Arbitrary<ProductAccounts> =>
  fc
    .record({
      costs: fc.record(Object.fromEntries(accountCostTypes.map((type) => [type, kroner.map((one) => [one])])) as never),
      uses: fc.array(fc.oneof(fc.constant(0), fc.nat(10_000)), { minLength: owners, maxLength: owners }),
      ...{ frame: kroner, useBased: kroner, fee: fc.nat(500_000), percent: fc.integer({ min: 0, max: 100 }), steps },
      pricedToday: fc.constantFrom('perUse' as const, 'steps' as const, 'fixed' as const),
    })
    .map(({ costs, uses, frame, useBased, fee, percent, steps, pricedToday }) => ({
      ...{ id, name: { nb: id, nn: id, en: id }, about: { nb: '', nn: '', en: '' }, pricedToday, uses, steps },
      costs: costs as ProductAccounts['costs'],
      income: [
        { form: 'frame', kroner: [frame] },
        { form: 'useBased', kroner: [useBased] },
        { form: 'fee', kroner: [fee] },
      ],
      indicators: {
        users: [100],
        serviceOwners: [uses.filter((use) => use > 0).length],
        transactions: [uses.reduce((sum, use) => sum + use, 0)],
      },
      drivers: {
        variableOperation: { indicator: 'transactions', percent: 100 },
        management: { indicator: 'users', percent },
      },
    }));
export const accountsOf: fc.Arbitrary<Accounts> = fc.integer({ min: 1, max: 5 }).chain((count) =>
  fc.tuple(productOf(count, 'p'), productOf(count, 'q')).map((products) => ({
    years: [2025],
    owners: Array.from({ length: count }, (_, at) => ({ id: `o${at}`, name: { nb: '', nn: '', en: '' } })),
    products,
  })),
);
export const assumptions = { years: 3, growth: { p: 800, q: -300 }, frameGrowth: 0, addedByDevelopment: 1000 };
export const structureOf = fc.constantFrom(...priceStructures);
export const modelOf: fc.Arbitrary<FinancingModel> = fc.oneof(
  fc.constantFrom(...financingModels),
  fc.subarray([...runningCostTypes]).map((useFunded) => ({ id: 'own', useFunded })),
);
