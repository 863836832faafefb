import { expect, test } from 'vitest';
import { bases } from './key.ts';
import { keyText, parseKey } from './key-text.ts';

test('a key is read as it is written', () => {
  for (const basis of bases) expect(parseKey(basis)).toEqual([{ basis, weight: 1 }]);
  expect(keyText(parseKey('equal:50, population:50') ?? [])).toBe('equal:50,population:50');
  expect(keyText(parseKey('use:3') ?? [])).toBe('use');
});

test.each(['', 'size', 'equal:0', 'equal:1.5', 'equal,equal', 'equal:50,', 'equal:1:2', 'use:-1'])(
  '%j is no key',
  (text) => {
    expect(parseKey(text)).toBeUndefined();
  },
);
