import { expect, test } from 'vitest';
import { questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('email', {});

test('an address that mail can reach', () => {
  expect(wrong(question, 'kari.nordmann@digdir.no')).toEqual([]);
  for (const bad of ['kari', 'kari@', '@digdir.no', 'kari@digdir', 'kari nordmann@digdir.no', 5]) {
    expect(wrong(question, bad)).toEqual(['notAnEmail']);
  }
  // Letters of any language in the domain: mail servers know it as `xn--…`.
  for (const good of ['kari@blåbærsyltetøy.no', 'kari@bla\u030abær.no', 'kari@xn--blbrsyltety-y8ao3x.no'])
    expect(wrong(question, good)).toEqual([]);
  for (const bad of ['kåre@digdir.no', 'kari@blåbær', 'kari@blå bær.no', 'kari@blåbær.no/x', 'a@b@blåbær.no'])
    expect(wrong(question, bad)).toEqual(['notAnEmail']);
  expect(wrong(question, `${'a'.repeat(250)}@b.no`)).toEqual(['tooLong']);
});

test('spaces around it in a file are nothing', () => expect(readCell(question, ' a@b.no ')).toBe('a@b.no'));
