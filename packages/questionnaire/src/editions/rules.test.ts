import { describe, expect, test } from 'vitest';
import { checkRules, rulePrefix } from '../check.ts';
import type { Answers, Edition } from '../definition.ts';
import { derive } from '../derive.ts';
import { edition2019 } from './2019.ts';
import { edition2026 } from './2026.ts';

const editions: readonly Edition[] = [edition2019, edition2026];

/** The ids of the rules that have something to say. */
function said(edition: Edition, answers: Answers, previous?: Answers): string[] {
  const codes = checkRules(edition, answers, { previous }).map((issue) => issue.code.slice(rulePrefix.length));
  return [...new Set(codes)];
}

/** A measure that no rule of any edition has anything to say about. */
const good: Answers = {
  funding: 'yes',
  totalCost: 20_000_000,
  budgetThisYear: 5_000_000,
  phase: 'execution',
  involvesOthers: 'yes',
  involvedScope: 'otherLevels',
  discussedWithKs: 'yes',
};

/** The same measure with some answers left out. */
const without = (...ids: string[]): Answers =>
  Object.fromEntries(Object.entries(good).filter(([id]) => !ids.includes(id)));

describe.each(editions.map((edition) => [edition.id, edition] as const))('%s', (_, edition) => {
  test.each([
    [undefined, undefined],
    [0, 'under10m'],
    [9_999_999, 'under10m'],
    [10_000_000, 'from10to50m'],
    [49_999_999, 'from10to50m'],
    [50_000_000, 'from50to100m'],
    [100_000_000, 'from50to100m'],
    [100_000_001, 'over100m'],
  ])('a total cost of %s is in the band %s', (totalCost, band) => {
    expect(derive(edition, totalCost === undefined ? {} : { totalCost }).costBand).toBe(band);
  });

  test.each<[Answers, string | undefined, string, string]>([
    [{}, undefined, 'no', 'no'],
    [{ involvesOthers: 'no' }, 'agencyInternal', 'no', 'no'],
    [{ involvesOthers: 'yes' }, undefined, 'no', 'no'],
    [{ involvesOthers: 'notClarified' }, 'notClarified', 'no', 'no'],
    [{ involvesOthers: 'unknown' }, 'unknown', 'no', 'no'],
    [{ involvesOthers: 'yes', involvedScope: 'ownSector' }, 'ownSector', 'no', 'no'],
    [{ involvesOthers: 'yes', involvedScope: 'otherStateSectors' }, 'otherStateSectors', 'yes', 'no'],
    [{ involvesOthers: 'yes', involvedScope: 'otherLevels' }, 'otherLevels', 'yes', 'yes'],
    [
      { involvesOthers: 'yes', involvedScope: 'stateSectorsAndOtherLevels' },
      'stateSectorsAndOtherLevels',
      'yes',
      'yes',
    ],
    [{ involvesOthers: 'yes', involvedScope: 'other' }, 'other', 'no', 'no'],
    // An answer left behind by a changed branch is not counted.
    [{ involvesOthers: 'no', involvedScope: 'otherLevels' }, 'agencyInternal', 'no', 'no'],
  ])('%j has scope %s, cross-cutting %s, municipal %s', (answers, scope, crossCutting, municipal) => {
    expect(derive(edition, answers).scope).toBe(scope);
    expect(derive(edition, answers).crossCutting).toBe(crossCutting);
    expect(derive(edition, answers).municipal).toBe(municipal);
  });

  test('counts funding in two and phases in four groups', () => {
    const funding = ['yes', 'no', 'partly'].map((code) => derive(edition, { funding: code }).fullyFunded);
    expect(funding).toEqual(['yes', 'lacking', 'lacking']);
    expect(derive(edition, {}).fullyFunded).toBeUndefined();
    const phases = ['idea', 'concept', 'planning', 'execution', 'operation'];
    expect(phases.map((phase) => derive(edition, { phase }).phaseGroup)).toEqual([
      'idea',
      'concept',
      'planning',
      'execution',
      'execution',
    ]);
    expect(derive(edition, {}).phaseGroup).toBeUndefined();
  });

  test('a measure in order is left in peace', () => {
    expect(said(edition, good, good)).toEqual([]);
  });

  test.each<[string, Answers, Answers?]>([
    ['fundedWithoutCost', without('totalCost')],
    ['budgetAboveTotal', { ...good, budgetThisYear: 20_000_001 }],
    ['executionWithoutFunding', { ...good, funding: 'no' }],
    ['municipalWithoutKs', without('discussedWithKs')],
    ['municipalWithoutKs', { ...without('discussedWithKs'), involvedScope: 'stateSectorsAndOtherLevels' }],
    ['totalCostChanged', good, { totalCost: 1_999_999 }],
    ['totalCostChanged', good, { totalCost: 200_000_001 }],
  ])('%s speaks up', (id, answers, previous) => {
    expect(said(edition, answers, previous)).toContain(id);
  });

  test.each<[string, Answers, Answers?]>([
    ['fundedWithoutCost', { ...without('totalCost'), funding: 'partly' }],
    ['budgetAboveTotal', { ...good, budgetThisYear: 20_000_000 }],
    ['executionWithoutFunding', { ...good, funding: 'partly' }],
    ['municipalWithoutKs', { ...without('discussedWithKs'), involvedScope: 'ownSector' }],
    ['municipalWithoutKs', { ...without('discussedWithKs'), involvesOthers: 'no' }],
    ['totalCostChanged', good, { totalCost: 2_000_000 }],
    ['totalCostChanged', good, { totalCost: 200_000_000 }],
    ['totalCostChanged', good],
  ])('%s keeps quiet at its limit', (id, answers, previous) => {
    expect(said(edition, answers, previous)).not.toContain(id);
  });

  test('stops nobody, except where the end comes before the start', () => {
    expect(edition.rules.filter((rule) => rule.level === 'error').map((rule) => rule.id)).toEqual(
      edition.id === '2019' ? [] : ['endBeforeStart'],
    );
  });
});

describe('2019', () => {
  test.each<[string, Answers]>([
    ['totalCostUnlikely', { ...without('budgetThisYear'), totalCost: 9_999 }],
    ['totalCostUnlikely', { ...good, totalCost: 10_000_000_001 }],
    ['budgetUnlikely', { ...good, budgetThisYear: 12 }],
    ['budgetUnlikely', { ...good, budgetThisYear: 10_000_000_001 }],
  ])('%s speaks up', (id, answers) => expect(said(edition2019, answers)).toContain(id));

  test.each<[string, Answers]>([
    ['totalCostUnlikely', { ...without('budgetThisYear'), totalCost: 0 }],
    ['totalCostUnlikely', { ...good, totalCost: 10_000 }],
    ['totalCostUnlikely', { ...good, totalCost: 10_000_000_000 }],
    ['budgetUnlikely', { ...good, budgetThisYear: 0 }],
  ])('%s keeps quiet at its limit', (id, answers) => expect(said(edition2019, answers)).not.toContain(id));
});

describe('2026', () => {
  test('an unlikely amount is said to be low or high, whichever it is', () => {
    const cost = (totalCost: number) => said(edition2026, { ...without('budgetThisYear'), totalCost });
    const budget = (budgetThisYear: number) => said(edition2026, { ...good, totalCost: 1e12, budgetThisYear });
    expect([0, 10_000, 10_000_000_000].map(cost)).toEqual([[], [], []]);
    expect([cost(1), cost(9_999), cost(10_000_000_001)]).toEqual([
      ['totalCostLow'],
      ['totalCostLow'],
      ['totalCostHigh'],
    ]);
    expect([0, 10_000, 10_000_000_000].map(budget)).toEqual([['totalCostHigh'], ['totalCostHigh'], ['totalCostHigh']]);
    expect([budget(9_999), budget(10_000_000_001)]).toEqual([
      ['totalCostHigh', 'budgetLow'],
      ['totalCostHigh', 'budgetHigh'],
    ]);
  });

  test('an exemption that has ended before the year began is asked about', () => {
    const ends = (exemptionExpires: string, publishable = 'no') =>
      said(edition2026, { ...good, publishable, exemptionExpires });
    expect(ends('2025-12-31')).toEqual(['exemptionEnded']);
    expect(ends('2026-01-01')).toEqual([]);
    expect(ends('2020-01-01', 'yes')).toEqual([]);
  });

  const noCost = without('totalCost');

  test('a reason for the blank cost silences the question about it', () => {
    expect(said(edition2026, noCost)).toEqual(['fundedWithoutCost']);
    expect(said(edition2026, { ...noCost, funding: 'partly' })).toEqual(['totalCostWithoutReason']);
    for (const totalCostReason of ['notClarified', 'tooEarly', 'exempt', 'unknown']) {
      expect(said(edition2026, { ...noCost, totalCostReason })).toEqual([]);
    }
  });

  test('the end may be the day of the start, not before it', () => {
    const dates = (startDate: string, endDate: string) => said(edition2026, { ...good, startDate, endDate });
    expect(dates('2026-02-01', '2026-02-01')).toEqual([]);
    expect(dates('2026-02-02', '2026-02-01')).toEqual(['endBeforeStart']);
    expect(said(edition2026, { ...good, startDate: '2026-02-02' })).toEqual([]);
  });
});
