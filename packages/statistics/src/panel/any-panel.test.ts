import type { MeasureRow } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DatasetBuilder } from '../dataset.ts';
import { variables } from '../testing-slowly.ts';
import { flowsBetween, growthOf, timeInCategory, type Wave } from './index.ts';

// Measures followed one by one through what they answered, year by year.

interface Answered {
  readonly phase?: string;
  readonly ks?: string;
  readonly cost?: number;
  readonly kept: readonly string[];
}
/** A round: its year, and what each measure in it answered. */
interface Round {
  readonly year: number;
  readonly answered: Readonly<Record<string, Answered>>;
}

const numbers = [...'abcdefgh'];
const someAnswers = fc.record(
  {
    phase: fc.constantFrom('idea', 'concept', 'execution'),
    ks: fc.constantFrom('yes', 'no', 'notAsked'),
    cost: fc.oneof(fc.constantFrom(0, 5, 10), fc.integer({ min: 0, max: 1e9 })),
    kept: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.subarray(['phase', 'ks', 'cost'])),
  },
  { requiredKeys: ['kept'] },
) as fc.Arbitrary<Answered>;
const someRounds: fc.Arbitrary<readonly Round[]> = fc
  .uniqueArray(
    fc.record({
      year: fc.integer({ min: 2015, max: 2030 }),
      answered: fc.dictionary(fc.constantFrom(...numbers), someAnswers, { noNullPrototype: true }),
    }),
    { minLength: 2, maxLength: 5, selector: ({ year }) => year },
  )
  .map((rounds) => rounds.toSorted((a, b) => a.year - b.year));

function waveOf({ year, answered }: Round): Wave {
  const builder = new DatasetBuilder({ id: String(year), year }, variables);
  for (const { kept, ...answers } of Object.values(answered))
    builder.add({ answers, known: {}, withheld: new Set(kept) } as MeasureRow);
  return { year, edition: String(year), dataset: builder.build(), numbers: Object.keys(answered) };
}

/** The middle of some numbers, or a quarter of the way in, by sorting them and walking there. */
function slowQuantile(all: readonly number[], p: number): number | null {
  if (all.length === 0) return null;
  const sorted = all.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.min(Math.floor(at) + 1, sorted.length - 1)] as number;
  return below + (above - below) * (at - Math.floor(at));
}
const closeTo = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));

test('flows lead each measure from what it answered to what it answered, or to what became of it', () => {
  const someBecame = fc.dictionary(fc.constantFrom(...numbers), fc.constantFrom('stopped', 'ended'));
  fc.assert(
    fc.property(someRounds, fc.constantFrom('phase', 'ks'), someBecame, ([one, other], variable, became) => {
      const [from, to] = [one as Round, other as Round];
      const said = ({ answered }: Round, number: string): string | undefined => {
        const answer = answered[number];
        if (!answer) return undefined;
        if (answer.kept.includes(variable)) return 'withheld';
        return answer[variable as 'phase' | 'ks'] ?? 'blank';
      };
      const expected: Record<string, string[]> = {};
      for (const number of numbers) {
        const [before, after] = [said(from, number), said(to, number)];
        if (before === undefined && after === undefined) continue;
        const key = `${before ?? 'new'} ${after ?? became[number] ?? 'absent'}`;
        expected[key] = [...(expected[key] ?? []), number];
      }
      const found = flowsBetween(waveOf(from), waveOf(to), variable, new Map(Object.entries(became)));
      expect(Object.fromEntries(found.flows.map((flow) => [`${flow.from} ${flow.to}`, flow.measures]))).toEqual(
        expected,
      );
      expect([found.inFrom, found.inTo, found.inBoth]).toEqual([
        Object.keys(from.answered).length,
        Object.keys(to.answered).length,
        Object.keys(from.answered).filter((number) => number in to.answered).length,
      ]);
    }),
  );
});

test('time in a category runs from where it was first reported to the year another one was; what says nothing ends nothing', () => {
  fc.assert(
    fc.property(someRounds, (rounds) => {
      const newest = rounds.at(-1)?.year as number;
      const found = timeInCategory(rounds.map(waveOf), 'phase');
      const all = numbers.map((number) => ({
        number,
        told: rounds.flatMap(({ year, answered }) => {
          const { phase, kept = [] } = answered[number] ?? {};
          return phase === undefined || kept.includes('phase') ? [] : [{ year, phase }];
        }),
      }));
      expect(new Set(found.map(({ code }) => code))).toEqual(
        new Set(all.flatMap(({ told }) => told.map((one) => one.phase))),
      );
      for (const { code, there, yearsSoFar, left, yearsUntilLeft } of found) {
        const [still, soFar, gone, until]: [string[], number[], string[], number[]] = [[], [], [], []];
        for (const { number, told } of all) {
          let since: number | undefined;
          for (const { year, phase } of told) {
            if (phase === code) since ??= year;
            else if (since !== undefined) {
              gone.push(number);
              until.push(year - since);
              since = undefined;
            }
          }
          if (since !== undefined && told.at(-1)?.year === newest) {
            still.push(number);
            soFar.push(newest - since);
          }
        }
        expect([code, there, left]).toEqual([code, still, [...new Set(gone)]]);
        expect([yearsSoFar, yearsUntilLeft]).toEqual([slowQuantile(soFar, 0.5), slowQuantile(until, 0.5)]);
      }
    }),
  );
});

test('growth is from the first stated amount to the latest, of measures that state it twice', () => {
  fc.assert(
    fc.property(someRounds, (rounds) => {
      const found = growthOf(rounds.map(waveOf), 'cost');
      const own: number[] = [];
      const expected: Record<string, readonly (number | null)[]> = {};
      let [first, latest, rose, same, fell] = [0, 0, 0, 0, 0];
      for (const number of numbers) {
        const stated = rounds.flatMap(({ year, answered }) => {
          const { cost, kept = [] } = answered[number] ?? {};
          return cost === undefined || kept.includes('cost') ? [] : [{ year, cost }];
        });
        if (stated.length < 2) continue;
        const [a, b] = [stated[0], stated[stated.length - 1]] as { year: number; cost: number }[];
        if (!a || !b) continue;
        first += a.cost;
        latest += b.cost;
        if (b.cost > a.cost) rose += 1;
        else if (b.cost < a.cost) fell += 1;
        else same += 1;
        const percent = a.cost === 0 ? null : (100 * (b.cost - a.cost)) / a.cost;
        if (percent !== null) own.push(percent);
        expected[number] = [a.year, a.cost, b.year, b.cost, closeTo(percent)];
      }
      const told = found.statements.map(({ number, first: a, latest: b, percent }) => [
        number,
        [a.year, a.kroner, b.year, b.kroner, percent],
      ]);
      expect(Object.fromEntries(told)).toEqual(expected);
      expect(found).toMatchObject({ first, latest, rose, same, fell });
      expect(found.percent).toEqual(closeTo(first === 0 ? null : (100 * (latest - first)) / first));
      expect(found.quartiles).toEqual({
        lower: closeTo(slowQuantile(own, 0.25)),
        median: closeTo(slowQuantile(own, 0.5)),
        upper: closeTo(slowQuantile(own, 0.75)),
      });
      const inOrder = found.statements.flatMap(({ percent }) => percent ?? []);
      expect(inOrder).toEqual(inOrder.toSorted((a, b) => b - a));
    }),
  );
});
