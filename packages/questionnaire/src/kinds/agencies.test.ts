import { expect, test } from 'vitest';
import { sameText, testEdition } from '../testing.ts';
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

test('municipalities, counties, KS, and names without a number, shown by name', () => {
  const four = questionOf('agencies', { atMost: 4 });
  const answer = ['kommune:0301', 'fylke:11', 'KS', 'text:Foreningen Åpne data'];
  expect(wrong(four, answer)).toEqual([]);
  expect(readCell(four, answer.join('|'))).toEqual(answer);
  const known = { ...names, agency: (code: string) => (code === 'KS' ? sameText('KS') : undefined) };
  expect(agencies.show(four, answer, 'nb', known, testEdition)).toBe(
    'kommune 0301, fylke 11, KS, Foreningen Åpne data',
  );
  expect(agencies.ownWords?.(answer)).toBe('Foreningen Åpne data');
});

test.each([
  ['kommune:301', 'notAnOrganisationNumber'],
  ['Oslo', 'notAnOrganisationNumber'],
  ['text:', 'bodyName'],
  ['text: Oslo', 'bodyName'],
  ['text:a|b', 'bodyName'],
  [`text:${'a'.repeat(121)}`, 'bodyName'],
  ['text:Kari 01017012345'.replace('01017012345', '13097248022'), 'bodyName'],
])('%s is refused as %s', (code, problem) => expect(wrong(question, [code])).toEqual([problem]));
