import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Disclosure, disclosedTogether, type WithheldMeasure } from './publish-together.ts';

const measure = (id: string, agency: string, phase: string, size = 'small'): WithheldMeasure => ({
  id,
  agency,
  codes: new Map([
    ['phase', [phase]],
    ['size', [size]],
  ]),
});
const ids = ({ measures }: Disclosure) => [...measures].sort().join('');

const three = [measure('a', 'A', 'idea'), measure('b', 'B', 'execution', 'large'), measure('c', 'C', 'idea')];

describe('one release', () => {
  test('three agencies that do not agree are told together', () => {
    expect(ids(disclosedTogether([three]))).toBe('abc');
  });

  test('two agencies are not, however many measures they have', () => {
    const many = Array.from({ length: 20 }, (_, i) => measure(`${i}`, i % 2 ? 'A' : 'B', i % 3 ? 'idea' : 'execution'));
    expect(ids(disclosedTogether([many]))).toBe('');
  });

  test.each([
    [8, '80 per cent is allowed', 10],
    [9, 'more than 80 per cent is not', 0],
  ])('%i of one agency: %s', (of, _why, told) => {
    const many = Array.from({ length: of }, (_, i) => measure(`a${i}`, 'A', i % 2 ? 'idea' : 'execution'));
    const all = [...many, measure('b', 'B', 'idea', 'large'), measure('c', 'C', 'idea')];
    expect(disclosedTogether([all]).measures.size).toBe(told);
  });

  test('a question to which all gave the same answer is named, blank too; one that some were not asked is not', () => {
    const answers = (id: string, agency: string, phase: string, effects: string[]) => ({
      ...measure(id, agency, phase),
      codes: new Map([
        ['phase', [phase]],
        ['effects', effects],
        ['ks', id === 'a' ? [] : ['yes']],
        ['innovation', ['blank']],
      ]),
    });
    const told = disclosedTogether([
      [
        answers('a', 'A', 'idea', ['x', 'y']),
        answers('b', 'B', 'idea', ['y']),
        answers('c', 'C', 'concept', ['z', 'y']),
      ],
    ]);
    expect([...told.unanimous].sort()).toEqual(['effects', 'innovation']);
    expect(told.measures.size).toBe(3);
  });
});

describe('a release after another', () => {
  const many = Array.from({ length: 30 }, (_, i) =>
    measure(`m${i}`, `A${i % 10}`, ['idea', 'concept', 'execution'][i % 3] as string, i % 4 ? 'small' : 'large'),
  );

  test('without a change tells the same', () => {
    expect(disclosedTogether([many, many])).toEqual(disclosedTogether([many]));
  });

  test('with one more withheld measure does not tell it: the difference would', () => {
    const told = disclosedTogether([many, [...many, measure('new', 'A3', 'idea')]]);
    expect(told.measures.size).toBe(30);
    expect(told.measures.has('new')).toBe(false);
  });

  test.each([
    ['changed', many.map((it) => (it.id === 'm4' ? measure('m4', 'A4', 'operation') : it))],
    ['gone', many.filter(({ id }) => id !== 'm4')],
  ])('with one %s leaves out some more, so that the difference is of several agencies', (_how, second) => {
    const { measures } = disclosedTogether([many, second]);
    expect(measures.has('m4')).toBe(false);
    const left = many.filter(({ id }) => !measures.has(id));
    expect(new Set(left.map(({ agency }) => agency)).size).toBeGreaterThanOrEqual(3);
    expect(measures.size).toBeGreaterThan(20);
  });
});

/** The slow way: whatever sums of told sets can be told apart, measures that are in the same of them cannot. */
test('no sequence of releases lets a group be told apart that is not of three agencies who disagree', () => {
  const anyMeasure = fc
    .tuple(fc.nat(11), fc.constantFrom('idea', 'concept', 'execution'), fc.constantFrom('small', 'large'))
    .map(([id, phase, size]) => measure(`m${id}`, `A${id % 5}`, phase, size));
  const anyRelease = fc.uniqueArray(anyMeasure, { selector: ({ id }) => id, maxLength: 12 });
  let told = 0;
  fc.assert(
    fc.property(fc.array(anyRelease, { minLength: 1, maxLength: 4 }), (releases) => {
      const tellings = releases.map((_, k) => disclosedTogether(releases.slice(0, k + 1)));
      const apart = new Map<string, WithheldMeasure[]>();
      const inAny = new Map<string, { measure: WithheldMeasure; where: boolean[] }>();
      releases.forEach((release, k) => {
        for (const one of release.filter(({ id }) => tellings[k]?.measures.has(id))) {
          const name = JSON.stringify([one.id, [...one.codes]]);
          const known = inAny.get(name) ?? { measure: one, where: releases.map(() => false) };
          known.where[k] = true;
          inAny.set(name, known);
        }
      });
      for (const { measure: one, where } of inAny.values())
        apart.set(where.join(), [...(apart.get(where.join()) ?? []), one]);
      for (const group of apart.values()) {
        told += 1;
        const agencies = Map.groupBy(group, ({ agency }) => agency);
        expect(agencies.size).toBeGreaterThanOrEqual(3);
        for (const own of agencies.values()) expect(own.length / group.length).toBeLessThanOrEqual(0.8);
        const { unanimous } = tellings.find(({ measures }) => measures.size > 0) as Disclosure;
        for (const id of ['phase', 'size'].filter((variable) => !unanimous.has(variable)))
          expect(new Set(group.map(({ codes }) => codes.get(id)?.[0])).size).toBeGreaterThan(1);
        for (const telling of tellings.filter(({ measures }) => measures.size > 0))
          expect(telling.unanimous).toEqual(unanimous);
      }
    }),
    { numRuns: 2000, seed: 12 },
  );
  expect(told).toBeGreaterThan(1000);
});
