import { expect, test } from 'vitest';
import { addressedBy, askedBy, digitsOf } from './cost-sharing-query.ts';

test.each([
  ['70 000 000', '70000000'],
  ['70 mill.', '70000000'],
  ['1,267 mrd', '1267000000'],
  ['22,5 mill', '22500000'],
  ['70.000.000 kr', '70000000'],
  ['0', '0'],
  ['seventy', 'seventy'],
  ['1,5', '1,5'],
])('the amount %s is %s', (typed, digits) => {
  expect(digitsOf(typed)).toBe(digits);
});

test('a form becomes a query without what is empty, and without the numbers of those taken out', () => {
  const sent = new URLSearchParams([
    ['amount', '1 000'],
    ['weight.equal', '50'],
    ['weight.population', '50'],
    ['weight.use', ''],
    ['actor', 'kommune:5001'],
    ['actor', 'kommune:5001'],
    ['use.kommune:5001', '1 200'],
    ['minimum.kommune:5001', ''],
    ['use.kommune:0301', '7'],
    ['add', ' Oslo '],
  ]);
  const asked = askedBy(sent);
  expect([...asked]).toEqual([
    ['amount', '1000'],
    ['key', 'equal:50,population:50'],
    ['actor', 'kommune:5001'],
    ['use.kommune:5001', '1200'],
    ['add', 'Oslo'],
  ]);
  const actors = ['kommune:5001', 'kommune:0301'].map((id) => ({ id })) as never;
  expect(addressedBy(asked, { actors }).getAll('actor')).toEqual(['kommune:5001', 'kommune:0301']);
  expect(addressedBy(asked, { actors }).has('add')).toBe(false);
});

test('an address is asked as it is', () => {
  const address =
    'amount=1000&key=use&compare=equal&compare=equal%3A50%2Cuse%3A50&actor=annen%3ABits&use.annen%3ABits=3';
  expect(String(askedBy(new URLSearchParams(address)))).toBe(address);
});

test('costs with keys of their own come from the fields of a form that have an amount, and from an address as they are', () => {
  const sent = new URLSearchParams([
    ['poolName', 'Drift; fast'],
    ['poolAmount', '2,6 mill'],
    ['poolKey', 'use'],
    ['poolName', 'Tom'],
    ['poolAmount', ''],
    ['poolKey', 'equal'],
    ['actor', 'KS'],
  ]);
  const asked = askedBy(sent);
  expect(asked.getAll('pool')).toEqual(['2600000;use;Drift  fast']);
  expect(String(askedBy(asked))).toBe(String(asked));
});
