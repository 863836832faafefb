import { expect, test } from 'vitest';
import { testEdition } from '../testing.ts';
import { ministry } from './ministry.ts';
import { names, questionOf, wrong } from './testing.ts';

const question = questionOf('ministry', {});

test('a code in capital letters', () => {
  for (const good of ['KMD', 'FIN', 'OED', 'ÆØÅ', 'A1']) expect(wrong(question, good)).toEqual([]);
  for (const bad of ['kmd', '', 'K M D', 'Kommunaldepartementet', 5])
    expect(wrong(question, bad)).toEqual(['notAMinistry']);
});

test('shown by name when the name is known', () => {
  expect(ministry.show(question, 'KMD', 'nb', names, testEdition)).toBe('The ministry');
  expect(ministry.show(question, 'XYZ', 'nb', names, testEdition)).toBe('XYZ');
});
