import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceilOf, floorOf, nearestOf, remainderOf } from '../sharing/quotient.ts';
import { accountCostTypes, faultsIn } from './accounts.ts';
import { exampleAccounts, exampleAssumptions } from './example.ts';
import { forecast } from './forecast.ts';

test('quotients are exact, whatever the product is: as big integers have them', () => {
  const large = fc.oneof(fc.nat(1000), fc.nat({ max: 2 ** 31 - 1 }), fc.maxSafeNat());
  fc.assert(
    fc.property(large, fc.nat(1e9), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (amount, by, of) => {
      const product = BigInt(amount) * BigInt(by);
      fc.pre(product / BigInt(of) < BigInt(Number.MAX_SAFE_INTEGER) - 1n);
      const whole = product / BigInt(of);
      const rest = product % BigInt(of);
      expect(BigInt(floorOf(amount, by, of))).toBe(whole);
      expect(BigInt(remainderOf(amount, by, of))).toBe(rest);
      expect(BigInt(ceilOf(amount, by, of))).toBe(whole + (rest > 0n ? 1n : 0n));
      expect(BigInt(nearestOf(amount, by, of))).toBe(whole + (2n * rest >= BigInt(of) ? 1n : 0n));
    }),
  );
});

test('the invented example holds together', () => {
  expect(faultsIn(exampleAccounts)).toEqual([]);
  const [first] = exampleAccounts.products;
  if (!first) throw new Error('no product');
  const wrong = { ...first, uses: first.uses.slice(1), steps: first.steps.slice(1) };
  expect(faultsIn({ ...exampleAccounts, products: [wrong] }).length).toBeGreaterThanOrEqual(3);
});

test('a forecast by hand: login grows 8 % a year, variable operation as much, and new development adds to fixed operation', () => {
  const { products, years, frame, development } = forecast(exampleAccounts, exampleAssumptions);
  const [login] = products;
  expect(years).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
  // 52 million × 1.08, and again.
  expect(login?.uses.slice(0, 2).map((uses) => uses[0])).toEqual([56_160_000, 60_652_800]);
  expect(login?.indicators.transactions[0]).toBe(93_960_000);
  expect(login?.costs.variableOperation[0]).toBe(32_400_000);
  // A tenth of maintenance follows transactions: 7.2 + 0.8 × 1.08.
  expect(login?.costs.maintenance[0]).toBe(8_064_000);
  // 10 % of 6 million a year, from the year after the first.
  expect(login?.costs.fixedOperation.slice(0, 3)).toEqual([14_000_000, 14_600_000, 15_200_000]);
  expect(frame[0]).toBe(42_000_000 + 15_000_000 + 26_000_000 + 5_000_000);
  expect(development).toEqual(Array.from({ length: 6 }, () => 16_000_000));
});

test('costs follow their drivers as exact fractions do, whatever the rates, and stay as they are where nothing grows', () => {
  const rates = fc.integer({ min: -500, max: 3000 });
  fc.assert(
    fc.property(rates, fc.integer({ min: -50, max: 200 }), fc.nat(11), (rate, use, leaves) => {
      const growth = Object.fromEntries(exampleAccounts.products.map(({ id }) => [id, rate]));
      const assumptions = { ...exampleAssumptions, years: 3, growth, addedByDevelopment: 0 };
      const { products } = forecast(exampleAccounts, assumptions, { use, leaves });
      for (const { product, uses, costs, indicators } of products) {
        // Slowly: each year's use from the year before, by its exact fraction; the cost by the exact one of the indicator.
        let planned = product.uses.map((one, at) => (at === leaves ? 0n : BigInt(one)));
        for (let year = 0; year < 3; year += 1) {
          planned = planned.map((one) => (2n * one * BigInt(10_000 + rate) + 10_000n) / 20_000n);
          const came = planned.map((one) => (2n * one * BigInt(100 + use) + 100n) / 200n);
          expect([...(uses[year] ?? [])].map(BigInt)).toEqual(came);
          const all = came.reduce((sum, one) => sum + one, 0n);
          expect(BigInt(indicators.transactions[year] ?? -1)).toBe(all);
          const before = BigInt(product.indicators.transactions.at(-1) ?? 0);
          const base = BigInt(product.costs.variableOperation.at(-1) ?? 0);
          expect(BigInt(costs.variableOperation[year] ?? -1)).toBe((2n * base * all + before) / (2n * before));
          expect(costs.furtherDevelopment[year]).toBe(product.costs.furtherDevelopment.at(-1));
        }
      }
    }),
    { numRuns: 30 },
  );
  const still = forecast(exampleAccounts, { years: 2, growth: {}, frameGrowth: 0, addedByDevelopment: 0 });
  for (const { product, costs } of still.products)
    for (const type of accountCostTypes)
      expect(costs[type]).toEqual(Array.from({ length: 2 }, () => product.costs[type].at(-1)));
});
