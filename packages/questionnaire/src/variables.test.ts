import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOf } from './asked.ts';
import type { Answers } from './definition.ts';
import { derive } from './derive.ts';
import { editions } from './editions/index.ts';
import { rowFor, testEdition } from './testing.ts';
import { type MeasureRow, variablesOf } from './variables.ts';

const variables = variablesOf(testEdition);
const find = (id: string) => {
  const variable = variables.find((one) => one.id === id);
  if (!variable) throw new Error(`No variable ${id}`);
  return variable;
};
const row = (answers: Answers, known: Answers = {}): MeasureRow => ({ answers, known });

test('closed lists, amounts, owner, derived and population are variables; texts and closed questions are not', () => {
  expect(variables.map(({ id }) => id)).toEqual([
    'owner',
    'department',
    'open',
    'shared',
    'reach',
    'asked',
    'cost',
    'budget',
    'uses',
    'words',
    'band',
    'wide',
    'member',
  ]);
});

test('owner and ministry are open lists and facets', () => {
  expect(find('owner')).toMatchObject({ options: undefined, facet: true, several: false });
  expect(find('department').codesOf(row({}, { department: 'KMD' }))).toEqual({ state: 'answered', codes: ['KMD'] });
});

test('facets are those the edition names', () => {
  const facets = variables.filter(({ facet }) => facet).map(({ id }) => id);
  expect(facets).toEqual(['owner', 'department', 'shared', 'uses', 'words']);
});

describe('codesOf', () => {
  test('three states', () => {
    expect(find('reach').codesOf(row({ shared: 'no', reach: 'far' }))).toEqual({ state: 'notAsked', codes: [] });
    expect(find('reach').codesOf(row({ shared: 'yes' }))).toEqual({ state: 'blank', codes: [] });
    expect(find('reach').codesOf(row({ shared: 'yes', reach: 'far' }))).toEqual({ state: 'answered', codes: ['far'] });
  });

  test('several codes', () => {
    expect(find('uses')).toMatchObject({ several: true });
    expect(find('uses').codesOf(row({ uses: ['one', 'two'] })).codes).toEqual(['one', 'two']);
  });

  test('derived variables: case, otherwise, blank', () => {
    expect(find('band').codesOf(row({ cost: 99 })).codes).toEqual(['small']);
    expect(find('band').codesOf(row({ cost: 100 })).codes).toEqual(['large']);
    expect(find('band').codesOf(row({}))).toEqual({ state: 'blank', codes: [] });
    expect(find('wide').codesOf(row({})).codes).toEqual(['no']);
    expect(find('wide').codesOf(row({ shared: 'no', reach: 'far' })).codes).toEqual(['no']);
    expect(derive(testEdition, { shared: 'yes', reach: 'far', cost: 5 })).toEqual({ band: 'small', wide: 'yes' });
  });

  test('a derived variable shares the states of the question it is asked with', () => {
    const [band] = testEdition.derived;
    const edition = { ...testEdition, derived: [{ ...band, askedWith: 'reach' }] };
    const derived = variablesOf(edition).find(({ id }) => id === 'band');
    expect(derived?.codesOf(row({ cost: 5 })).state).toBe('notAsked');
    expect(derived?.codesOf(row({ cost: 5, shared: 'yes' })).state).toBe('answered');
  });

  test('population', () => {
    expect(find('member').codesOf(row({}, { member: 'yes' })).codes).toEqual(['yes']);
    expect(find('member').codesOf(row({})).state).toBe('blank');
  });

  test('rows may be read in any order', () => {
    const first = row({ shared: 'yes', reach: 'far' });
    const second = row({ shared: 'no' });
    const read = () => [first, second, first].map((one) => find('reach').codesOf(one).state);
    expect(read()).toEqual(['answered', 'notAsked', 'answered']);
  });
});

test('numbers', () => {
  expect(find('cost')).toMatchObject({ unit: 'kroner', options: undefined });
  expect(find('cost').numberOf?.(row({ cost: 0 }))).toBe(0);
  expect(find('cost').numberOf?.(row({}))).toBeUndefined();
  expect(find('shared').numberOf).toBeUndefined();
});

describe.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'edition %s',
  (_id, edition) => {
    test('states agree with the questionnaire, and codes are among the options', () => {
      fc.assert(
        fc.property(rowFor(edition), (measure) => {
          for (const variable of variablesOf(edition)) {
            const { state, codes } = variable.codesOf(measure);
            expect(codes.length > 0 && state !== 'answered').toBe(false);
            const listed = variable.options?.map(({ code }) => code);
            if (listed) expect(codes.every((code) => listed.includes(code))).toBe(true);
            const known = variable.id in measure.known;
            if (variable.source === 'question' && !known)
              expect(state).toBe(stateOf(edition, measure.answers, variable.id));
          }
        }),
        { numRuns: 100 },
      );
    });
  },
);

describe('derived variables of 2019, as the interchange says', () => {
  const edition = editions['2019'];
  if (!edition) throw new Error('No edition 2019');
  test.each<[Answers, Record<string, string>]>([
    [{}, { crossCutting: 'no', municipal: 'no' }],
    [{ totalCost: 9_999_999 }, { costBand: 'under10m', crossCutting: 'no', municipal: 'no' }],
    [{ totalCost: 10_000_000 }, { costBand: 'from10to50m', crossCutting: 'no', municipal: 'no' }],
    [{ totalCost: 50_000_000 }, { costBand: 'from50to100m', crossCutting: 'no', municipal: 'no' }],
    [{ totalCost: 100_000_000 }, { costBand: 'from50to100m', crossCutting: 'no', municipal: 'no' }],
    [{ totalCost: 100_000_001 }, { costBand: 'over100m', crossCutting: 'no', municipal: 'no' }],
    [{ involvesOthers: 'no' }, { scope: 'agencyInternal', crossCutting: 'no', municipal: 'no' }],
    [{ involvesOthers: 'yes' }, { crossCutting: 'no', municipal: 'no' }],
    [{ involvesOthers: 'unknown' }, { scope: 'unknown', crossCutting: 'no', municipal: 'no' }],
    [
      { involvesOthers: 'no', involvedScope: 'otherLevels' },
      { scope: 'agencyInternal', crossCutting: 'no', municipal: 'no' },
    ],
    [
      { involvesOthers: 'yes', involvedScope: 'otherLevels' },
      { scope: 'otherLevels', crossCutting: 'yes', municipal: 'yes' },
    ],
    [
      { involvesOthers: 'yes', involvedScope: 'otherStateSectors' },
      { scope: 'otherStateSectors', crossCutting: 'yes', municipal: 'no' },
    ],
    [
      { involvesOthers: 'yes', involvedScope: 'other' },
      { scope: 'other', crossCutting: 'no', municipal: 'no' },
    ],
    [{ funding: 'partly' }, { fullyFunded: 'lacking', crossCutting: 'no', municipal: 'no' }],
    [{ phase: 'operation' }, { phaseGroup: 'execution', crossCutting: 'no', municipal: 'no' }],
  ])('%j: %j', (answers, codes) => expect(derive(edition, answers)).toEqual(codes));
});
