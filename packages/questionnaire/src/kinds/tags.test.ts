import { expect, test } from 'vitest';
import { tags } from './tags.ts';
import { questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('tags', { atMost: 2 });

test('a few words, each once, none with the bar that separates them', () => {
  expect(wrong(question, ['deling av data', 'API'])).toEqual([]);
  expect(wrong(question, ['a', 'b', 'c'])).toEqual(['tooMany']);
  expect(wrong(question, ['a', 'a'])).toEqual(['repeated']);
  expect(wrong(question, ['a|b'])).toEqual(['separator']);
  expect(wrong(question, [' a'])).toEqual(['blank']);
  expect(wrong(question, [''])).toEqual(['blank']);
  expect(wrong(question, ['x'.repeat(61)])).toEqual(['tooLong']);
});

test('are kept as they are written, and counted as one however they are written', () => {
  expect(readCell(question, 'API|deling av data|api')).toEqual(['API', 'deling av data']);
  expect(tags.codes(question, ['API', 'Deling\u00a0av  data', 'api'])).toEqual(['api', 'deling av data']);
  // An accent written apart, a soft hyphen, a space of no width.
  const ways = ['idé', 'ide\u0301', 'IDÉ', 'i\u00addé', ' idé\u200b'];
  expect(new Set(ways.flatMap((way) => tags.codes(question, [way])))).toEqual(new Set(['idé']));
  expect(tags.categories(question)).toBeUndefined();
});
