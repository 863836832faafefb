import { expect, test } from 'vitest';
import { bases } from './key.ts';
import { keyText, parseKey, sameKey } from './key-text.ts';

test('a key is read as it is written', () => {
  for (const basis of bases) expect(parseKey(basis)).toEqual([{ basis, weight: 1 }]);
  expect(keyText(parseKey('equal:50, population:50') ?? [])).toBe('equal:50,population:50');
  expect(keyText(parseKey('use:3') ?? [])).toBe('use');
});

test('keys that share alike are the same, however they are written', () => {
  const same = (one: string, other: string) => sameKey(parseKey(one) ?? [], parseKey(other) ?? []);
  expect(same('equal:50,population:50', 'population:1,equal:1')).toBe(true);
  expect(same('use:3', 'use')).toBe(true);
  expect(same('equal:1,use:2', 'equal:2,use:1')).toBe(false);
  expect(same('equal', 'equal:1,use:1')).toBe(false);
});

test.each(['', 'size', 'equal:0', 'equal:1.5', 'equal,equal', 'equal:50,', 'equal:1:2', 'use:-1'])(
  '%j is no key',
  (text) => {
    expect(parseKey(text)).toBeUndefined();
  },
);
