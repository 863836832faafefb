import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsByUse, runningCostTypes } from '../accounts/accounts.ts';
import { exampleAccounts, exampleAssumptions } from '../accounts/example.ts';
import { forecast } from '../accounts/forecast.ts';
import { shareCosts } from '../sharing/share.ts';
import type { FinancingModel } from './models.ts';
import { accountsOf, assumptions, structureOf } from './testing.ts';
import { tryModel } from './try-model.ts';

test('what a frame lacks is cut from the frames of service owners, by use as the sharing key has it, and then nothing lacks as planned', () => {
  fc.assert(
    fc.property(accountsOf, fc.subarray([...runningCostTypes]), structureOf, (accounts, useFunded, structure) => {
      const plan = forecast(accounts, assumptions);
      const [without, cut] = [
        tryModel({ id: 'own', useFunded }, structure, plan),
        tryModel({ id: 'own', useFunded, beyondFrame: 'frameCut' }, structure, plan),
      ];
      const parts = partsByUse(accounts.products, accounts.owners.length);
      fc.pre(parts.some((part) => part > 0));
      for (const [at, year] of cut.years.entries()) {
        const before = without.years[at] ?? year;
        const rest = plan.products.reduce(
          (sum, { costs }) =>
            sum +
            runningCostTypes
              .filter((type) => !useFunded.includes(type))
              .reduce((all, type) => all + (costs[type][at] ?? 0), 0),
          0,
        );
        const feesLeft = plan.products.reduce(
          (sum, { costs, fees }) =>
            sum + Math.max((fees[at] ?? 0) - useFunded.reduce((all, type) => all + (costs[type][at] ?? 0), 0), 0),
          0,
        );
        const lacking = Math.max(rest - feesLeft - (plan.frame[at] ?? 0), 0);
        const actors = parts.map((use, place) => ({ id: String(place), numbers: { use } }));
        const shares = shareCosts(lacking, actors, [{ basis: 'use', weight: 1 }]).map(({ kroner }) => kroner);
        expect([...(cut.bills[at] ?? [])].map((bill, place) => bill - (without.bills[at]?.[place] ?? 0))).toEqual(
          shares,
        );
        expect(year.central).toBe(before.central);
        expect(year.gap).toBe(before.gap - lacking);
        expect([...(cut.bills[at] ?? [])].reduce((sum, one) => sum + one, 0)).toBe(year.serviceOwners);
      }
    }),
    { numRuns: 60 },
  );
});

test('of their own will the smallest half does not pay, the others pay the same, and what is not paid lacks', () => {
  const plan = forecast(exampleAccounts, exampleAssumptions);
  const model: FinancingModel = { id: 'own', useFunded: ['variableOperation', 'management'] };
  const [all, some] = [tryModel(model, 'perUse', plan), tryModel({ ...model, unpaid: 50 }, 'perUse', plan)];
  const parts = partsByUse(exampleAccounts.products, exampleAccounts.owners.length);
  const middle = [...parts].sort((a, b) => a - b)[6] ?? 0;
  for (const [at, bills] of some.bills.entries()) {
    for (const [place, bill] of bills.entries())
      expect(bill).toBe((parts[place] ?? 0) < middle ? 0 : all.bills[at]?.[place]);
    const unpaid = (all.years[at]?.serviceOwners ?? 0) - (some.years[at]?.serviceOwners ?? 0);
    expect(unpaid).toBeGreaterThan(0);
    expect((some.years[at]?.gap ?? 0) - (all.years[at]?.gap ?? 0)).toBe(unpaid);
  }
});

test('money for new development that ends is there for so many years, and lacks after', () => {
  const whole = forecast(exampleAccounts, exampleAssumptions);
  const { development } = forecast(exampleAccounts, { ...exampleAssumptions, developmentYears: 2 });
  expect(development).toEqual(whole.development.map((kroner, at) => (at < 2 ? kroner : 0)));
  expect(whole.development[0]).toBe(16_000_000);
});
