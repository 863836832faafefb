import { expect, test } from 'vitest';
import { testEdition } from '../testing.ts';
import { agency } from './agency.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('agency', {});

test('an organisation number that can exist', () => {
  expect(wrong(question, '991825827')).toEqual([]);
  for (const bad of ['991825828', '991 825 827', '1', 991825827]) {
    expect(wrong(question, bad)).toEqual(['notAnOrganisationNumber']);
  }
});

test('its column says that it is a number; files may group the digits', () => {
  expect(agency.columns(question)).toEqual(['askedOrgnr']);
  expect(readCell(question, '991 825\u00a0827')).toBe('991825827');
});

test('shown by name when the name is known', () => {
  expect(agency.show(question, '991825827', 'en', names, testEdition)).toBe('Digdir (en)');
  expect(agency.show(question, '889640782', 'en', names, testEdition)).toBe('889\u00a0640\u00a0782');
});
