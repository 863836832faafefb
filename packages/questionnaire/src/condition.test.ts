import { describe, expect, test } from 'vitest';
import { holds, isBlank, questionsRead, withoutBlanks } from './condition.ts';
import type { Answers, Condition } from './definition.ts';

const answers: Answers = {
  colour: 'red',
  sizes: ['s', 'm'],
  cost: 100,
  budget: 50,
  from: '2026-01-31',
  to: '2026-02-01',
};

describe('holds', () => {
  test.each<[Condition, boolean]>([
    [{ question: 'colour', is: 'red' }, true],
    [{ question: 'colour', is: 'blue' }, false],
    [{ question: 'sizes', is: 's' }, false],
    [{ question: 'gone', is: 'red' }, false],
    [{ question: 'colour', in: ['blue', 'red'] }, true],
    [{ question: 'colour', in: [] }, false],
    [{ question: 'gone', in: ['red'] }, false],
    [{ question: 'sizes', includes: 'm' }, true],
    [{ question: 'sizes', includes: 'l' }, false],
    [{ question: 'colour', includes: 'r' }, false],
    [{ question: 'gone', blank: true }, true],
    [{ question: 'gone', blank: false }, false],
    [{ question: 'cost', blank: false }, true],
    [{ question: 'cost', below: 101 }, true],
    [{ question: 'cost', below: 100 }, false],
    [{ question: 'cost', above: 99 }, true],
    [{ question: 'cost', above: 100 }, false],
    [{ question: 'gone', below: 1 }, false],
    [{ question: 'gone', above: -1 }, false],
    [{ question: 'colour', above: 0 }, false],
    [{ question: 'cost', aboveQuestion: 'budget' }, true],
    [{ question: 'budget', aboveQuestion: 'cost' }, false],
    [{ question: 'cost', aboveQuestion: 'cost' }, false],
    [{ question: 'cost', aboveQuestion: 'gone' }, false],
    [{ question: 'gone', aboveQuestion: 'cost' }, false],
    [{ question: 'from', before: '2026-02-01' }, true],
    [{ question: 'from', before: '2026-01-31' }, false],
    [{ question: 'gone', before: '2026-02-01' }, false],
    [{ question: 'cost', before: '2026-02-01' }, false],
    [{ question: 'to', aboveQuestion: 'from' }, true],
    [{ question: 'from', aboveQuestion: 'to' }, false],
    [{ question: 'to', aboveQuestion: 'cost' }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [
      {
        all: [
          { question: 'colour', is: 'red' },
          { question: 'cost', above: 100 },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { question: 'colour', is: 'red' },
          { question: 'cost', above: 100 },
        ],
      },
      true,
    ],
    [{ not: { question: 'colour', is: 'red' } }, false],
    [{ not: { question: 'gone', above: 5 } }, true],
  ])('%j: %s', (condition, expected) => expect(holds(condition, answers)).toBe(expected));

  test.each([
    [1001, 100, true],
    [1000, 100, false],
    [9, 100, true],
    [10, 100, false],
    [100, 100, false],
    [100, 0, false],
    [0, 100, false],
  ])('%i after %i has changed more than tenfold: %s', (now, before, expected) =>
    expect(holds({ question: 'cost', changedTimes: 10 }, { cost: now }, { cost: before })).toBe(expected),
  );

  test('nothing has changed when there is no last year', () => {
    const condition = { question: 'cost', changedTimes: 10 };
    expect(holds(condition, { cost: 5 })).toBe(false);
    expect(holds(condition, { cost: 5 }, {})).toBe(false);
    expect(holds(condition, {}, { cost: 5 })).toBe(false);
  });
});

test('blank is nothing, white space, or an empty list; zero is an answer', () => {
  expect([undefined, '', ' \n', []].map(isBlank)).toEqual([true, true, true, true]);
  expect([0, 'x', ['x']].map(isBlank)).toEqual([false, false, false]);
  expect(withoutBlanks({ a: '', b: 0, c: [], d: 'x' })).toEqual({ b: 0, d: 'x' });
});

test('the questions a condition reads', () => {
  const condition: Condition = {
    all: [
      { question: 'a', is: 'x' },
      { any: [{ not: { question: 'b', blank: true } }, { question: 'c', aboveQuestion: 'd' }] },
    ],
  };
  expect(questionsRead(condition)).toEqual(['a', 'b', 'c', 'd']);
});
