import { expect, test } from 'vitest';
import { sameText, testEdition } from '../testing.ts';
import { joinBases, legalBasis } from './legal-basis.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('legalBasis', { options: [{ code: 'OFFL_23', label: sameText('Section 23') }] });

test('a code from the list, or words', () => {
  expect(wrong(question, 'OFFL_23')).toEqual([]);
  expect(wrong(question, 'offentleglova § 23 første ledd')).toEqual([]);
  expect(wrong(question, ' ')).toEqual(['blank']);
  expect(wrong(question, 'x'.repeat(501))).toEqual(['tooLong']);
});

test('several, chosen and written, are one answer that is shown part by part', () => {
  const several = joinBases(['OFFL_23', '', 'sikkerhetsloven § 5-4']);
  expect(wrong(question, several)).toEqual([]);
  expect(legalBasis.codes(question, several)).toEqual(['OFFL_23', 'sikkerhetsloven § 5-4']);
  expect(legalBasis.show(question, several, 'en', names, testEdition)).toBe('Section 23 (en); sikkerhetsloven § 5-4');
  // Where there is no list to choose from, as in 2019, the words are one.
  const free = questionOf('legalBasis', { options: [] });
  expect(legalBasis.codes(free, 'a; b')).toEqual(['a; b']);
});

test('offers the list, but is not closed to it', () => {
  expect(legalBasis.choices(question)).toHaveLength(1);
  expect(legalBasis.categories(question)).toBeUndefined();
  expect(legalBasis.show(question, 'OFFL_23', 'en', names, testEdition)).toBe('Section 23 (en)');
  expect(legalBasis.show(question, 'sikkerhetsloven', 'en', names, testEdition)).toBe('sikkerhetsloven');
  expect(readCell(question, 'offentleglova § 14')).toBe('offentleglova § 14');
});
