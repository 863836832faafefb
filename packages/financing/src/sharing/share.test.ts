import fc from 'fast-check';
import { expect, test } from 'vitest';
import { populations } from '../data/populations.ts';
import { changeOfPartners, compareKeys } from './compare.ts';
import { type Actor, type Basis, bases, SharingError, type SharingKey } from './key.ts';
import { sharePools } from './pools.ts';
import { shareCosts } from './share.ts';

/** The eight municipalities of DigiBarnevern: DFØ-rapport 2025:7, 2.1.4. */
const eight = ['0301', '4601', '1103', '4204', '5001', '3201', '3203', '3222'];
const actors: readonly Actor[] = Object.entries(populations[2024].inhabitants)
  .filter(([number]) => eight.includes(number))
  .map(([number, population]) => ({ id: number, numbers: { population } }));
const byPopulation: SharingKey = [{ basis: 'population', weight: 1 }];
const half: SharingKey = [
  { basis: 'equal', weight: 50 },
  { basis: 'population', weight: 50 },
];

/**
 * The same by another way: fractions of kroner as numbers with many digits of a decimal text are avoided by asking, for each actor, how many whole kroner fit
 * under its part, then giving the rest one by one to whoever is furthest below.
 */
function slowly(amount: number, weights: readonly { id: string; weight: bigint }[]): Map<string, number> {
  const sum = weights.reduce((total, { weight }) => total + weight, 0n);
  const given = new Map(weights.map(({ id }) => [id, 0n]));
  for (const { id, weight } of weights)
    while (((given.get(id) ?? 0n) + 1n) * sum <= BigInt(amount) * weight) given.set(id, (given.get(id) ?? 0n) + 1n);
  const lacks = ({ id, weight }: { id: string; weight: bigint }) =>
    BigInt(amount) * weight - (given.get(id) ?? 0n) * sum;
  while ([...given.values()].reduce((total, one) => total + one, 0n) < BigInt(amount)) {
    const [first] = [...weights].sort((one, other) =>
      lacks(one) === lacks(other) ? (one.id < other.id ? -1 : 1) : lacks(one) > lacks(other) ? -1 : 1,
    );
    if (first) given.set(first.id, (given.get(first.id) ?? 0n) + 1n);
  }
  return new Map([...given].map(([id, kroner]) => [id, Number(kroner)]));
}

test('DigiBarnevern: the early key by inhabitants, the later one half equally, to the krone', () => {
  const inhabitants = actors.reduce((sum, { numbers }) => sum + (numbers.population ?? 0), 0);
  expect(inhabitants).toBe(1_768_173);
  // The frame for the case system, DFØ-rapport 2025:7, 2.1.4.
  const amount = 70_000_000;
  const [early, later] = [byPopulation, half].map((key) => shareCosts(amount, actors, key));
  for (const shares of [early, later]) expect(shares?.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(amount);
  for (const [place, { id, numbers }] of actors.entries()) {
    const part = (numbers.population ?? 0) / inhabitants;
    expect(Math.abs((early?.[place]?.kroner ?? 0) - amount * part), id).toBeLessThan(1);
    expect(Math.abs((later?.[place]?.kroner ?? 0) - (amount / 16 + (amount / 2) * part)), id).toBeLessThan(1);
  }
});

const actorsOf = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 4 }),
    numbers: fc.record(
      Object.fromEntries(bases.map((basis) => [basis, fc.nat(1000)])) as Record<Basis, fc.Arbitrary<number>>,
    ),
  }),
  { minLength: 1, maxLength: 8, selector: ({ id }) => id },
);
const keyOf = fc.uniqueArray(
  fc.record({ basis: fc.constantFrom(...bases), weight: fc.integer({ min: 1, max: 100 }) }),
  { minLength: 1, maxLength: 3, selector: ({ basis }) => basis },
);
const usable = (all: readonly Actor[], key: SharingKey) =>
  key.every(({ basis }) => basis === 'equal' || all.some(({ numbers }) => (numbers[basis] ?? 0) > 0));

test('shares of any key are those of the slow way: they add up, and nobody pays a negative one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), actorsOf, keyOf, (amount, all, key) => {
      fc.pre(usable(all, key));
      const shares = shareCosts(amount, all, key);
      expect(shares.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(amount);
      expect(shares.every(({ kroner }) => kroner >= 0 && Number.isInteger(kroner))).toBe(true);
      // Weights by hand: each part's share of its sum, over one denominator.
      const number = ({ numbers }: Actor, basis: Basis) => BigInt(basis === 'equal' ? 1 : (numbers[basis] ?? 0));
      const sums = key.map(({ basis }) => all.reduce((sum, actor) => sum + number(actor, basis), 0n));
      const whole = sums.reduce((product, sum) => product * sum, 1n);
      const weights = all.map((actor) => ({
        id: actor.id,
        weight: key.reduce(
          (total, { basis, weight }, part) =>
            total + (BigInt(weight) * number(actor, basis) * whole) / (sums[part] as bigint),
          0n,
        ),
      }));
      const expected = slowly(amount, weights);
      for (const { id, kroner } of shares) expect(kroner, id).toBe(expected.get(id));
    }),
  );
});

test('neither the order of actors nor the scale of numbers matters; more weight never pays less; alike differ by one krone at most', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), actorsOf, keyOf, fc.integer({ min: 2, max: 9 }), (amount, all, key, scale) => {
      fc.pre(usable(all, key));
      const kroner = (of: readonly Actor[]) =>
        new Map(shareCosts(amount, of, key).map((share) => [share.id, share.kroner]));
      const shares = kroner(all);
      expect(new Map([...kroner([...all].reverse())].sort())).toEqual(new Map([...shares].sort()));
      const scaled = all.map(({ id, numbers }) => ({
        id,
        numbers: Object.fromEntries(Object.entries(numbers).map(([basis, number]) => [basis, number * scale])),
      }));
      expect(kroner(scaled)).toEqual(shares);
      for (const one of all) {
        for (const other of all) {
          const noLess = key.every(({ basis }) => (one.numbers[basis] ?? 0) >= (other.numbers[basis] ?? 0));
          if (noLess) expect((shares.get(one.id) ?? 0) + 1).toBeGreaterThanOrEqual(shares.get(other.id) ?? 0);
        }
      }
    }),
  );
});

test('minimums and maximums hold to the krone, and what they move is shared by the same weights', () => {
  const limits = fc.array(fc.record({ minimum: fc.nat(120), room: fc.nat(400) }), { minLength: 8, maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(1000), actorsOf, keyOf, limits, (amount, plain, key, limitsOf) => {
      const all = plain.map((actor, place) => {
        const { minimum = 0, room = 0 } = limitsOf[place] ?? {};
        return { ...actor, minimum, maximum: minimum + room };
      });
      fc.pre(usable(all, key));
      let shares: ReturnType<typeof shareCosts>;
      try {
        shares = shareCosts(amount, all, key);
      } catch (error) {
        const weightless = error instanceof SharingError && error.code === 'noWeightLeft';
        const least = all.reduce((sum, { minimum }) => sum + minimum, 0);
        const most = all.reduce((sum, { maximum }) => sum + maximum, 0);
        expect(least > amount || most < amount || weightless).toBe(true);
        return;
      }
      expect(shares.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(amount);
      for (const [place, { kroner, limitedBy }] of shares.entries()) {
        const { minimum = 0, maximum = 0 } = all[place] ?? {};
        expect(kroner).toBeGreaterThanOrEqual(minimum);
        expect(kroner).toBeLessThanOrEqual(maximum);
        if (limitedBy) expect(kroner).toBe(limitedBy === 'minimum' ? minimum : maximum);
      }
    }),
  );
});

test('a limit of one changes what the others bear', () => {
  const three: readonly Actor[] = ['a', 'b', 'c'].map((id) => ({ id, numbers: {} }));
  const capped = three.map((actor) => (actor.id === 'a' ? { ...actor, maximum: 10 } : actor));
  const equal: SharingKey = [{ basis: 'equal', weight: 1 }];
  expect(shareCosts(100, capped, equal)).toEqual([
    { id: 'a', kroner: 10, limitedBy: 'maximum' },
    { id: 'b', kroner: 45 },
    { id: 'c', kroner: 45 },
  ]);
  expect(changeOfPartners(90, equal, three, three.slice(1))).toEqual([
    { id: 'a', before: 30, change: -30 },
    { id: 'b', before: 30, after: 45, change: 15 },
    { id: 'c', before: 30, after: 45, change: 15 },
  ]);
});

test('several pools by keys of their own add up; a key that cannot be used says why beside those that can', () => {
  const pools = [
    { id: 'case system', amount: 70_000_001, key: half },
    { id: 'consultants', amount: 15_000_000, key: byPopulation },
  ];
  const { totals, amount } = sharePools(pools, actors);
  expect(totals.reduce((sum, { kroner }) => sum + kroner, 0)).toBe(amount);
  expect(amount).toBe(85_000_001);
  const [fine, wrong] = compareKeys(100, actors, [byPopulation, [{ basis: 'use', weight: 1 }]]);
  expect(fine).toHaveProperty('shares');
  expect(wrong).toEqual({ error: expect.objectContaining({ code: 'noBasis', basis: 'use' }) });
});

test.each([
  ['noActors', [], byPopulation],
  ['sameActor', [actors[0], actors[0]], byPopulation],
  ['noKey', actors, []],
  ['badNumber', [{ id: 'a', numbers: { population: 1.5 } }], byPopulation],
  ['badNumber', actors, [{ basis: 'population', weight: 0 }]],
  ['minimumAboveMaximum', [{ id: 'a', numbers: {}, minimum: 2, maximum: 1 }], half],
  ['tooMuchAsked', [{ id: 'a', numbers: {}, minimum: 101 }], half],
  ['tooLittleAllowed', [{ id: 'a', numbers: {}, maximum: 99 }], [{ basis: 'equal', weight: 1 }]],
  [
    'noWeightLeft',
    [
      { id: 'a', numbers: { use: 1 }, maximum: 99 },
      { id: 'b', numbers: {} },
    ],
    [{ basis: 'use', weight: 1 }],
  ],
] as const)('%s is told', (code, of, key) => {
  expect(() => shareCosts(100, of as readonly Actor[], key)).toThrow(expect.objectContaining({ code }));
});
