import { expect, test } from 'vitest';
import { sameText, testEdition } from '../testing.ts';
import { multiple } from './multiple.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const options = [
  { code: 'a', label: sameText('A') },
  { code: 'b', label: sameText('B') },
  { code: 'c', label: sameText('C') },
  { code: 'none', label: sameText('None'), exclusive: true as const },
];
const question = questionOf('multiple', { options, atMost: 2 });

test('some of the codes, each once, not too many, none alone', () => {
  expect(wrong(question, ['b', 'a'])).toEqual([]);
  expect(wrong(question, ['none'])).toEqual([]);
  expect(wrong(question, [])).toEqual(['blank']);
  expect(wrong(question, ['a', 'b', 'c'])).toEqual(['tooMany']);
  expect(wrong(question, ['a', 'a'])).toEqual(['repeated']);
  expect(wrong(question, ['a', 'x'])).toEqual(['unknownOption']);
  expect(wrong(question, ['a', 'none'])).toEqual(['exclusive']);
  expect(wrong(question, 'a')).toEqual(['wrongType']);
  expect(wrong(questionOf('multiple', { options }), ['a', 'b', 'c'])).toEqual([]);
});

test('counts under each code, shown by labels, in one cell', () => {
  expect(multiple.codes(question, ['b', 'a'])).toEqual(['b', 'a']);
  expect(multiple.show(question, ['b', 'a'], 'nb', names, testEdition)).toBe('B, A');
  expect(multiple.cells(question, ['b', 'a'])).toEqual(['b|a']);
  expect(multiple.cells(question, undefined)).toEqual(['']);
  expect(readCell(question, ' b | a |')).toEqual(['b', 'a']);
  expect(readCell(question, ' | ')).toBeUndefined();
});
