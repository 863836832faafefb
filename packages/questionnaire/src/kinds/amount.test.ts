import { expect, test } from 'vitest';
import { largestAmount } from '../amounts.ts';
import { testEdition } from '../testing.ts';
import { amount } from './amount.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('amount', {});

test('whole kroner from 0 up', () => {
  for (const good of [0, 1, largestAmount]) expect(wrong(question, good)).toEqual([]);
  expect(wrong(question, -1)).toEqual(['negative']);
  expect(wrong(question, 1.5)).toEqual(['notWhole']);
  expect(wrong(question, largestAmount + 1)).toEqual(['tooLarge']);
  for (const bad of ['5', Number.NaN, Number.POSITIVE_INFINITY, null])
    expect(wrong(question, bad)).toEqual(['wrongType']);
});

test('files may hold what people type; the ambiguous is refused by name', () => {
  expect(readCell(question, '12 500 000')).toBe(12_500_000);
  expect(readCell(question, '1,5 mill')).toBe(1_500_000);
  expect(readCell(question, '-')).toBeUndefined();
  expect(readCell(question, '1,500')).toEqual(['ambiguous']);
});

test('is written as digits and shown with its currency', () => {
  expect(amount.cells(question, 0)).toEqual(['0']);
  expect(amount.cells(question, undefined)).toEqual(['']);
  expect(amount.show(question, 12_500_000, 'nb', names, testEdition).replace(/\s/g, ' ')).toBe('12 500 000 kr');
});
