import { expect, test } from 'vitest';
import { returnAddress } from './return-to.ts';

const base = 'https://samblikk.example';

test.each(['/', '/svar', '/nn/svar/2026/tiltak?side=2#felt', '/register?q=a%2Fb'])('%s is ours', (path) => {
  expect(returnAddress(path, base)).toBe(`${base}${path}`);
});

test.each([
  undefined,
  7,
  ['/svar', '/x'],
  '',
  'svar',
  'https://evil.example/',
  'https://samblikk.example.evil.example/',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  'javascript:alert(1)',
  '/auth/logout',
  '/x/../auth/login',
  `/${'x'.repeat(3000)}`,
])('%j leads home', (path) => {
  expect(returnAddress(path, base)).toBe(`${base}/`);
});
