import { expect, test } from 'vitest';
import { queryText, searchedFor, tidyQuery } from './search-address.ts';

const query = (text: string) => new URLSearchParams(text);

test.each([
  ['', ''],
  ['q=&phase=', ''],
  ['phase=idea&q=+helse+&phase=concept,idea', '?phase=idea,concept&q=helse'],
  ['effects=a%7Eb&q=a%2Cb', '?effects=a~b&q=a,b'],
  ['q=%26&x=%3D', '?q=%26&x=%3D'],
])('%s is written %s', (asked, written) => {
  expect(queryText(tidyQuery(query(asked)))).toBe(written);
});

test('what is searched for is written alike, however it is asked', () => {
  const alike = ['q=helse&phase=idea,concept', 'phase=idea&page=2&phase=concept&q=helse&sort=name&lang=en&release=1'];
  expect(new Set(alike.map((one) => queryText(searchedFor(query(one)))))).toEqual(
    new Set(['?phase=idea,concept&q=helse']),
  );
  expect(queryText(searchedFor(query('page=2&size=5&cursor=x')))).toBe('');
});
