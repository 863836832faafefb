import type { SavedPlan } from '@samblikk/contract';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Sharers } from '../financing/index.ts';
import { publicPlan } from './public.ts';
import { actor, smallPlan } from './testing.ts';

const ids = ['annen:A', 'annen:B', 'annen:C', 'annen:D'];
const sharers: Sharers = {
  all: [],
  of: (id) => ({ id, name: id.slice('annen:'.length), kind: 'other' }),
  called: () => ({ several: [] }),
};
const [cost] = smallPlan.costs as [SavedPlan['costs'][number]];
interface Line {
  readonly actors: string[];
  readonly amount: number | null;
  readonly giver: string | null;
}
const kroner = fc.integer({ min: 0, max: 1e12 });
const others: SavedPlan['costsOfOthers'][] = [[], [{ id: 'o', who: 'Andre', what: 'fee', text: 'Avgift' }]];
const some = fc.subarray(ids, { minLength: 1 });
const line: fc.Arbitrary<Line> = fc.record({
  actors: some,
  amount: fc.option(kroner),
  giver: fc.option(fc.constantFrom(...ids)),
});
const lines = fc.array(line, { maxLength: 8 });

const planOf = (costs: readonly Line[], funding: readonly Line[], rest: Partial<SavedPlan>): SavedPlan => ({
  ...smallPlan,
  actors: ids.map((id) => actor(id)),
  costs: costs.map(({ actors, amount }, at) => ({ ...cost, id: `c${at}`, actors, amount })),
  funding: funding.map((money, at) => {
    const { type: _, ...own } = cost;
    return { ...own, id: `f${at}`, from: 'grantFromActor' as const, ...money };
  }),
  ...rest,
});

test('whatever is kept back of a plan, what the public sees of it is the same', () => {
  const whole = fc.record({
    name: fc.string(),
    principle: fc.constantFrom('eachBearsItsOwn' as const, 'whereTheyAccrue' as const),
    pools: fc.array(
      kroner.map((amount) => ({ id: 'p', name: 'Felles', amount, actors: ids, key: 'equal' })),
      { maxLength: 2 },
    ),
    costsOfOthers: fc.constantFrom(...others),
  });
  const open = fc.subarray(ids, { minLength: 1, maxLength: ids.length - 1 });
  fc.assert(
    fc.property(
      open,
      lines,
      lines,
      lines,
      lines,
      whole,
      whole,
      (opened, costs, money, otherCosts, otherMoney, before, after) => {
        const shown = ({ actors, giver }: Line, of: 'cost' | 'money') =>
          actors.every((id) => opened.includes(id)) && (of === 'cost' || giver === null || opened.includes(giver));
        const hidden = (all: readonly Line[], of: 'cost' | 'money') => all.filter((one) => !shown(one, of));
        const seen = (plan: SavedPlan) =>
          publicPlan(plan, opened, ids[0], { sharers, nameOf: (id) => id, language: 'nb' });
        const kept = [costs.filter((one) => shown(one, 'cost')), money.filter((one) => shown(one, 'money'))] as const;
        const one = seen(
          planOf([...kept[0], ...hidden(costs, 'cost')], [...kept[1], ...hidden(money, 'money')], before),
        );
        const other = seen(
          planOf([...hidden(otherCosts, 'cost'), ...kept[0]], [...kept[1], ...hidden(otherMoney, 'money')], after),
        );
        expect(one).toEqual(other);
        expect(one.lines).toHaveLength(kept[0].length + kept[1].length);
        expect(one.whole).toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});
