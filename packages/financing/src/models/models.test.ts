import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Accounts, type ProductAccounts, runningCostTypes } from '../accounts/accounts.ts';
import { exampleAccounts, exampleAssumptions } from '../accounts/example.ts';
import { type Forecast, forecast } from '../accounts/forecast.ts';
import { shareCosts } from '../sharing/share.ts';
import { shareByUse } from '../sharing/share-by-use.ts';
import { assess, largestOwner, trialsOf } from './assess.ts';
import { gapByYear } from './gap.ts';
import { goals, rank, scoresOf, totalOf, type Weights } from './goals.ts';
import { type FinancingModel, financingModels, type PriceStructure } from './models.ts';
import { billsOf, tariffOf } from './tariff.ts';
import { accountsOf, assumptions, modelOf, steps, structureOf } from './testing.ts';
import { tryModel } from './try-model.ts';

/** What one pays, by the words of each price structure and big integers, one product and year at a time. */
function slowBill(
  structure: PriceStructure,
  need: bigint,
  planned: readonly bigint[],
  use: bigint,
  steps: ProductAccounts['steps'],
) {
  const up = (over: bigint, under: bigint) => (under === 0n ? 0n : (over + under - 1n) / under);
  const sum = (all: readonly bigint[]) => all.reduce((total, one) => total + one, 0n);
  if (use === 0n) return 0n;
  if (structure === 'perUse') return up(use * up(need * 10_000n, sum(planned)), 10_000n);
  if (structure === 'fixed') return up(need, BigInt(planned.filter((one) => one > 0n).length));
  const pointsOf = (one: bigint) => BigInt(steps.findLast(({ from }) => one >= BigInt(from))?.points ?? 0);
  return up(need * pointsOf(use), sum(planned.map(pointsOf)));
}

test('bills are those of the slow way, and who pays what adds up to the krone in every year', () => {
  fc.assert(
    fc.property(
      accountsOf,
      modelOf,
      structureOf,
      fc.integer({ min: -50, max: 100 }),
      (accounts, model, structure, use) => {
        const [plan, happens] = [forecast(accounts, assumptions), forecast(accounts, assumptions, { use })];
        const { years, bills } = tryModel(model, structure, plan, happens);
        for (const [at, year] of years.entries()) {
          const told = [...(bills[at] ?? [])];
          expect(told.every((one) => Number.isSafeInteger(one) && one >= 0)).toBe(true);
          expect(told.reduce((sum, one) => sum + one, 0)).toBe(year.serviceOwners);
          expect(year.central + year.serviceOwners + year.endUsers + year.gap).toBe(year.cost);
          expect(year.central + year.frameLeft).toBe(plan.frame[at]);
          expect(told).toEqual(slowBills(model, structure, accounts, plan, happens, at));
        }
      },
    ),
    { numRuns: 150 },
  );
});

function slowBills(
  model: FinancingModel,
  structure: PriceStructure,
  { products }: Accounts,
  plan: Forecast,
  happens: Forecast,
  at: number,
): number[] {
  const totals = products[0]?.uses.map(() => 0n) ?? [];
  for (const [place, { pricedToday, income, uses: usesNow, steps }] of products.entries()) {
    const needOf = ({ products: all }: Forecast) => {
      const one = all[place];
      const cost = model.useFunded.reduce((sum, type) => sum + BigInt(one?.costs[type][at] ?? 0), 0n);
      const left = cost - BigInt(one?.fees[at] ?? 0);
      return left < 0n ? 0n : left;
    };
    const came = [...(happens.products[place]?.uses[at] ?? [])];
    if (structure === 'share' && !model.pricesOfToday) {
      if (came.every((one) => one === 0)) continue;
      const actors = came.map((use, owner) => ({ id: `o${owner}`, numbers: { use } }));
      for (const [owner, { kroner }] of shareCosts(Number(needOf(happens)), actors, [
        { basis: 'use', weight: 1 },
      ]).entries())
        totals[owner] = (totals[owner] ?? 0n) + BigInt(kroner);
      continue;
    }
    const paid = income.reduce(
      (sum, { form, kroner }) => sum + (form === 'useBased' ? BigInt(kroner[0] ?? 0) : 0n),
      0n,
    );
    const planned = (model.pricesOfToday ? usesNow : [...(plan.products[place]?.uses[at] ?? [])]).map(BigInt);
    const [by, need] = model.pricesOfToday ? [pricedToday, paid] : [structure, needOf(plan)];
    for (const [owner, use] of came.entries())
      totals[owner] = (totals[owner] ?? 0n) + slowBill(by, need, planned, BigInt(use), steps);
  }
  return totals.map(Number);
}

test('as planned, use pays what it is to pay: to the krone for a share, and never less for a price, nor much more', () => {
  const uses = fc.array(fc.nat(100_000_000), { minLength: 1, maxLength: 20 }).map((all) => Float64Array.from(all));
  fc.assert(
    fc.property(structureOf, fc.nat(1e9), uses, steps, (structure, cost, planned, at) => {
      fc.pre(planned.some((use) => use > 0));
      const sum = billsOf(tariffOf(structure, cost, planned, { steps: at }), planned, cost).reduce(
        (all, one) => all + one,
        0,
      );
      const over = sum - cost;
      expect(over).toBeGreaterThanOrEqual(0);
      const transactions = planned.reduce((all, use) => all + use, 0);
      const most = {
        share: 0,
        fixed: planned.length,
        steps: planned.length,
        perUse: planned.length + transactions / 10_000,
      };
      expect(over).toBeLessThanOrEqual(most[structure]);
    }),
  );
});

test('shares by use are those of the sharing key', () => {
  fc.assert(
    fc.property(
      fc.nat(1e10),
      fc.array(fc.oneof(fc.nat(9), fc.nat(1e9)), { minLength: 1, maxLength: 9 }),
      (amount, uses) => {
        fc.pre(uses.some((use) => use > 0));
        const actors = uses.map((use, at) => ({ id: `${at}`, numbers: { use } }));
        const shares = shareCosts(amount, actors, [{ basis: 'use', weight: 1 }]);
        expect([...shareByUse(amount, Float64Array.from(uses))]).toEqual(shares.map(({ kroner }) => kroner));
      },
    ),
  );
  expect([...shareByUse(100, new Float64Array(3))]).toEqual([0, 0, 0]);
});

test('by a price, one that stays pays the same when another leaves; by a share of the costs it pays no less', () => {
  fc.assert(
    fc.property(accountsOf, structureOf, (accounts, structure) => {
      const model = { id: 'own', useFunded: runningCostTypes };
      const leaves = largestOwner(accounts);
      const plan = forecast(accounts, { ...assumptions, addedByDevelopment: 0 });
      const without = forecast(accounts, { ...assumptions, addedByDevelopment: 0 }, { use: 0, leaves });
      const [before, after] = [tryModel(model, structure, plan), tryModel(model, structure, plan, without)];
      for (const [at, bills] of after.bills.entries())
        for (const [owner, now] of bills.entries()) {
          const was = before.bills[at]?.[owner] ?? 0;
          if (owner === leaves) expect(now).toBe(0);
          else if (structure !== 'share') expect(now).toBe(was);
        }
    }),
    { numRuns: 60 },
  );
});

test('a step price jumps where a step is passed and nowhere else, and more use never costs less', () => {
  const [login] = exampleAccounts.products;
  if (!login) throw new Error('no product');
  const tariff = tariffOf('steps', 30_000_000, Float64Array.from(login.uses), login);
  const bill = (use: number) => billsOf(tariff, Float64Array.of(use), 0)[0] as number;
  expect(bill(99_999)).toBe(bill(1));
  expect(bill(100_000)).toBeGreaterThan(3 * bill(99_999));
  // By hand: points 60 + 60 + 16 × 3 + 4 × 4 + 1 × 3 = 187 of 30 million.
  expect(bill(1)).toBe(Math.ceil(30_000_000 / 187));
  expect(bill(20_000_000)).toBe(Math.ceil((30_000_000 * 60) / 187));
  fc.assert(
    fc.property(structureOf, fc.nat(2e7), fc.nat(2e7), (structure, one, other) => {
      const by = tariffOf(structure, 30_000_000, Float64Array.from(login.uses), login);
      const [less, more] = billsOf(by, Float64Array.of(Math.min(one, other), Math.max(one, other)), 30_000_000);
      expect(less).toBeLessThanOrEqual((more ?? 0) + 1);
    }),
  );
});

test('what the seeds tell of is seen in the example: a frame that stands still leaves a gap, and steps jump where a price per use does not', () => {
  const trials = trialsOf(exampleAccounts, exampleAssumptions);
  expect(trials.largest).toBe(0);
  // By hand: running costs 74 + 39 + 33 + 14 and new development 18; frames 88, development money 16, service owners 26 + 20 + 4 + 4, fees 2.
  const byYear = gapByYear(trials);
  expect(byYear[2]).toEqual({
    ...{ year: 2025, forecast: false, cost: 178e6, central: 104e6, serviceOwners: 54e6, endUsers: 2e6, gap: 18e6 },
  });
  const lacking = byYear.map(({ gap }) => gap);
  expect(lacking).toEqual(lacking.toSorted((one, other) => one - other));
  expect(byYear.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030, 2031]);
  const of = (id: string, structure: PriceStructure) => {
    const model = financingModels.find((one) => one.id === id);
    if (!model) throw new Error(`no model ${id}`);
    return assess(model, structure, trials);
  };
  const today = of('0', 'perUse');
  expect(today.coverage.planned).toBeLessThan(1000);
  const gaps = today.plan.years.map(({ gap }) => gap);
  expect(gaps.at(-1)).toBeGreaterThan(gaps[0] ?? 0);
  // All central: nobody pays, so nothing jumps, and it is as simple as fees allow.
  expect(of('1', 'steps')).toMatchObject({ steady: null, largestJump: null, staying: null, paidByOwners: 0 });
  const [steps, perUse] = [of('2', 'steps'), of('2', 'perUse')];
  const part = ({ largestJump: jump }: typeof steps) => ((jump?.to ?? 0) - (jump?.from ?? 0)) / (jump?.from ?? 1);
  expect(part(steps)).toBeGreaterThan(0.5);
  expect(part(perUse)).toBeLessThan(0.25);
  // A share of the costs covers them whatever happens; a fixed sum does not when use grows.
  expect(of('4', 'share').coverage).toEqual({ planned: 1000, growth: 1000, leaves: 1000 });
  expect(of('4', 'fixed').coverage.growth).toBeLessThan(1000);
  expect(of('1', 'perUse').complexity).toEqual({ sources: 2, methods: 2, detail: 1, product: 4 });
  expect(of('2', 'steps').complexity).toEqual({ sources: 3, methods: 3, detail: 8, product: 72 });
});

test('a ranking is by weighted points; who is first in how many weightings is counted one by one', () => {
  const trials = trialsOf(exampleAccounts, exampleAssumptions);
  const assessments = financingModels.map((model) => assess(model, 'perUse', trials));
  const most = Math.max(...assessments.map(({ complexity }) => complexity.product));
  const scores = assessments.map((one) => scoresOf(one, most));
  for (const one of scores)
    for (const goal of goals) expect(one[goal]).toSatisfy((points: number) => points >= 0 && points <= 100);
  const weights = Object.fromEntries(goals.map((goal, at) => [goal, at])) as Weights;
  const { places, first, weightings } = rank(scores, weights);
  expect(weightings).toBe(4095);
  expect(Math.min(...places.map(({ place }) => place))).toBe(1);
  // 0 + 1 + 2 + 3 + 4 + 5 = 15.
  const [one] = scores;
  if (one)
    expect(places[0]?.total).toBe(Math.floor((goals.reduce((sum, goal, at) => sum + at * one[goal], 0) * 1000) / 15));
  expect(totalOf(scores[0] as never, Object.fromEntries(goals.map((goal) => [goal, 0])) as Weights)).toBe(0);
  const counted = scores.map(() => 0);
  const all = (left: number): number[][] =>
    left === 0 ? [[]] : all(left - 1).flatMap((rest) => [0, 1, 2, 3].map((one) => [...rest, one]));
  for (const by of all(goals.length)) {
    if (by.every((one) => one === 0)) continue;
    const points = scores.map((one) => goals.reduce((sum, goal, at) => sum + (by[at] ?? 0) * one[goal], 0));
    for (const [at, one] of points.entries()) if (one === Math.max(...points)) counted[at] = (counted[at] ?? 0) + 1;
  }
  expect(first).toEqual(counted);
});
