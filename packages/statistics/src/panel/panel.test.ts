import type { MeasureRow } from '@samblikk/questionnaire';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DatasetBuilder, StatisticsError } from '../dataset.ts';
import { sampleVariables } from '../sample.ts';
import { flowsBetween, growthOf, timeInCategory, type Wave } from './index.ts';

type Answered = Readonly<Record<string, Record<string, string | number>>>;

/** A wave from number → answers. */
function wave(year: number, answered: Answered): Wave {
  const builder = new DatasetBuilder({ id: String(year), year }, sampleVariables);
  for (const answers of Object.values(answered)) builder.add({ answers, known: {} } as MeasureRow);
  return { year, edition: String(year), dataset: builder.build(), numbers: Object.keys(answered) };
}

const waves = [
  wave(2017, { a: { phase: 'idea', cost: 10 }, b: { phase: 'concept', cost: 100 }, c: { phase: 'idea' }, e: {} }),
  wave(2018, { a: { phase: 'concept', cost: 15 }, b: { phase: 'concept' }, d: { phase: 'execution', cost: 7 } }),
  wave(2020, {
    a: { phase: 'concept', cost: 20 },
    b: { phase: 'execution', cost: 50 },
    d: { phase: 'execution', cost: 7 },
  }),
] as const;

describe('flowsBetween', () => {
  it('follows each measure from its category to the next one, to what became of it, or from nothing', () => {
    const { flows, ...counts } = flowsBetween(waves[0], waves[1], 'phase', new Map([['c', 'stopped']]));
    expect(counts).toEqual({ variable: 'phase', from: 2017, to: 2018, inBoth: 2, inFrom: 4, inTo: 3 });
    expect(flows).toEqual([
      { from: 'idea', to: 'concept', measures: ['a'] },
      { from: 'concept', to: 'concept', measures: ['b'] },
      { from: 'idea', to: 'stopped', measures: ['c'] },
      { from: 'blank', to: 'absent', measures: ['e'] },
      { from: 'new', to: 'execution', measures: ['d'] },
    ]);
  });

  it('counts every measure of either round once, whatever they answered', () => {
    const phases = fc.constantFrom('idea', 'concept', 'execution');
    const answered = fc.dictionary(
      fc.constantFrom(...'abcdefghij'),
      fc.record({ phase: phases }, { requiredKeys: [] }),
    );
    fc.assert(
      fc.property(answered, answered, (one, other) => {
        const { flows, inBoth } = flowsBetween(wave(1, one as Answered), wave(2, other as Answered), 'phase');
        const all = flows.flatMap(({ measures }) => measures);
        expect(all.toSorted()).toEqual([...new Set([...Object.keys(one), ...Object.keys(other)])].sort());
        expect(inBoth).toBe(Object.keys(one).filter((number) => Object.hasOwn(other, number)).length);
        for (const { from, to, measures } of flows)
          for (const number of measures) {
            expect(from).toBe(one[number] ? (one[number].phase ?? 'blank') : 'new');
            expect(to).toBe(other[number] ? (other[number].phase ?? 'blank') : 'absent');
          }
      }),
      { numRuns: 60 },
    );
  });

  it('refuses amounts and several answers, which are no one category', () => {
    for (const variable of ['cost', 'effects', 'nothing'])
      expect(() => flowsBetween(waves[0], waves[1], variable)).toThrow(StatisticsError);
  });
});

describe('timeInCategory', () => {
  it('tells those still there and those that left apart', () => {
    const concept = timeInCategory(waves, 'phase').find(({ code }) => code === 'concept');
    expect(concept).toEqual({ code: 'concept', there: ['a'], yearsSoFar: 2, left: ['b'], yearsUntilLeft: 3 });
    const idea = timeInCategory(waves, 'phase').find(({ code }) => code === 'idea');
    expect(idea).toEqual({ code: 'idea', there: [], yearsSoFar: null, left: ['a'], yearsUntilLeft: 1 });
  });
});

describe('growthOf', () => {
  it('compares the first statement with the latest, of the sums and of each measure', () => {
    const growth = growthOf(waves, 'cost');
    expect(growth).toMatchObject({ first: 117, latest: 77, rose: 1, same: 1, fell: 1 });
    expect(growth.percent).toBeCloseTo((100 * (77 - 117)) / 117);
    expect(growth.quartiles).toEqual({ lower: -25, median: 0, upper: 50 });
    expect(growth.statements[0]).toEqual({
      ...{ number: 'a', percent: 100, first: { year: 2017, kroner: 10 }, latest: { year: 2020, kroner: 20 } },
    });
    expect(growthOf(waves.slice(0, 1), 'cost')).toMatchObject({ statements: [], percent: null });
  });
});
