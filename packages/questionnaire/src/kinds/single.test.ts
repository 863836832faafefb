import { expect, test } from 'vitest';
import { sameText, testEdition } from '../testing.ts';
import { single } from './single.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const options = [
  { code: 'yes', label: sameText('Yes') },
  { code: 'no', label: sameText('No') },
];
const question = questionOf('single', { options });

test('one of the codes, written as it is', () => {
  expect(wrong(question, 'yes')).toEqual([]);
  for (const bad of ['Yes', '', 'maybe', ['yes'], 1]) expect(wrong(question, bad)).toEqual(['unknownOption']);
});

test('counts under its code, shown by its label', () => {
  expect(single.codes(question, 'no')).toEqual(['no']);
  expect(single.categories(question)).toEqual(options);
  expect(single.show(question, 'no', 'nn', names, testEdition)).toBe('No (nn)');
  expect(readCell(question, ' no ')).toBe('no');
});
