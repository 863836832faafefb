import { expect, test } from 'vitest';
import { testEdition } from '../testing.ts';
import { agencies } from './agencies.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('agencies', { atMost: 2 });

test('some organisation numbers, each once', () => {
  expect(wrong(question, ['991825827', '889640782'])).toEqual([]);
  expect(wrong(question, ['991825828'])).toEqual(['notAnOrganisationNumber']);
  expect(wrong(question, ['991825827', '991825827'])).toEqual(['repeated']);
  expect(wrong(question, ['991825827', '889640782', '974761076'])).toEqual(['tooMany']);
});

test('read with grouped digits, shown by name, or as a number', () => {
  expect(readCell(question, '991 825 827 | 889640782')).toEqual(['991825827', '889640782']);
  expect(agencies.show(question, ['991825827', '889640782'], 'nb', names, testEdition)).toBe(
    'Digdir, org.nr. 889\u00a0640\u00a0782',
  );
});
