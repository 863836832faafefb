import type { SavedPlan } from '@samblikk/contract/client';
import { expect, test } from 'vitest';
import { type TypedPlan, toSaved, toTyped } from './typed-plan.ts';

const line = { id: 'a', actors: ['KS'], phases: ['operation'], years: null, about: false, note: '', type: 'staff' };
const plan = {
  ...{ name: 'Drift', principle: 'eachBearsItsOwn', population: 2024 },
  actors: [{ id: 'KS', observer: false, numbers: { own: 1500, use: 3 }, minimum: null, maximum: 1500 }],
  ...{ costs: [{ ...line, amount: 1500 }], funding: [], costsOfOthers: [] },
  pools: [{ id: 'p', name: 'Drift', amount: 500_000, actors: ['KS'], key: 'own' }],
  frame: { priceYear: 2024, includesVat: true, baseCost: 0, expectedAddition: null, steeringFrame: null, costFrame: 7 },
  index: null,
} as unknown as SavedPlan;

test('what is saved is the same when it is typed and saved again', () => {
  expect(toSaved(toTyped(plan))).toEqual({ plan });
});

/** The plan with this amount in every field of kroner. */
function withAmount(amount: string): TypedPlan {
  const typed = toTyped(plan);
  return {
    ...typed,
    actors: typed.actors.map((one) => ({
      ...one,
      numbers: { own: amount, use: '3' },
      minimum: amount,
      maximum: amount,
    })),
    costs: typed.costs.map((one) => ({ ...one, amount })),
    pools: typed.pools.map((one) => ({ ...one, amount })),
    frame: { ...typed.frame, baseCost: amount, costFrame: amount },
  };
}

test('amounts are read as in the questionnaire; what may mean two things is refused where it stands, and why', () => {
  const million = expect.objectContaining({ amount: 2_600_000 });
  for (const amount of ['2,6 mill', '2 600 000', '2.600.000 kr'])
    expect(toSaved(withAmount(amount)), amount).toMatchObject({
      plan: {
        actors: [{ numbers: { own: 2_600_000, use: 3 }, minimum: 2_600_000, maximum: 2_600_000 }],
        ...{ costs: [million], pools: [million], frame: { baseCost: 2_600_000, costFrame: 2_600_000 } },
      },
    });
  const faults = (amount: string) => {
    const saved = toSaved(withAmount(amount));
    return 'faults' in saved ? saved.faults.map(({ id, problem }) => `${id} ${problem}`) : [];
  };
  const fields = [
    ...['frame-baseCost', 'frame-costFrame', 'actors-KS-own', 'actors-KS-minimum', 'actors-KS-maximum'],
    ...['costs-a-amount', 'pools-p-amount'],
  ];
  expect(faults('1,500')).toEqual(fields.map((id) => `${id} ambiguous`));
  expect(faults('2,6')).toEqual(fields.map((id) => `${id} needsUnit`));
});
