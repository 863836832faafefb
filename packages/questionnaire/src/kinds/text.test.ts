import { expect, test } from 'vitest';
import { questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('text', { maxLength: 5 });

test('one line, not too long, not empty, nothing invisible', () => {
  expect(wrong(question, 'Blåb')).toEqual([]);
  expect(wrong(question, 'Blåbær')).toEqual(['tooLong']);
  expect(wrong(question, ' ')).toEqual(['blank']);
  expect(wrong(question, 'a\nb')).toEqual(['lineBreak']);
  expect(wrong(question, 'a\u0000')).toEqual(['illegalCharacter']);
  expect(wrong(question, 'a\ud83d')).toEqual(['illegalCharacter']);
  expect(wrong(question, 'a😀')).toEqual([]);
  expect(wrong(question, 5)).toEqual(['wrongType']);
});

test('cells are kept as they are written; white space is blank', () => {
  expect(readCell(question, ' a ')).toBe(' a ');
  expect(readCell(question, '  ')).toBeUndefined();
});

test('what is pasted from Word and PowerPoint loses the signs that nobody sees', () => {
  expect(readCell(question, 'a\u000bb\u0000')).toBe('a b');
  expect(readCell(question, '\u0007\ud83d')).toBeUndefined();
});
