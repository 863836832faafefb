import { expect, test } from 'vitest';
import { questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('longText', { maxLength: 10 });

test('several paragraphs are fine, too long is not', () => {
  expect(wrong(question, 'a\n\nb\tc')).toEqual([]);
  expect(wrong(question, 'x'.repeat(11))).toEqual(['tooLong']);
  expect(wrong(question, 'a\u0000')).toEqual(['illegalCharacter']);
  expect(wrong(question, ['a'])).toEqual(['wrongType']);
});

test('a line broken in PowerPoint is a line', () => {
  expect(readCell(question, 'Mål\u000bTiltak\u0002')).toBe('Mål\nTiltak');
});
