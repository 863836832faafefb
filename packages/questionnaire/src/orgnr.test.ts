import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrganisationNumber, organisationNumberFault, showOrganisationNumber } from './orgnr.ts';
import { organisationNumbers } from './testing.ts';

test.each(['991825827', '889640782', '974761076'])('%s can exist', (orgnr) =>
  expect(isOrganisationNumber(orgnr)).toBe(true),
);

test.each(['', '991825828', '991 825 827', '99182582', '9918258270', '123456785', 'x91825827', '８89640782'])(
  '%s cannot',
  (orgnr) => expect(isOrganisationNumber(orgnr)).toBe(false),
);

test('one wrong digit is always seen', () => {
  fc.assert(
    fc.property(organisationNumbers, fc.nat(8), fc.integer({ min: 1, max: 9 }), (orgnr, place, step) => {
      const digits = [...orgnr];
      digits[place] = String((Number(digits[place]) + step) % 10);
      expect(isOrganisationNumber(digits.join(''))).toBe(false);
    }),
  );
});

test('is shown in groups of three', () => {
  expect(showOrganisationNumber('991825827')).toBe('991\u00a0825\u00a0827');
  expect(showOrganisationNumber('ukjent')).toBe('ukjent');
});

test.each([
  ['991825828', { code: 'checkDigit', expected: 7, found: 8 }],
  ['99182582', { code: 'length' }],
  ['123456785', { code: 'start' }],
  // 3·8+2·0+7·0+6·0+5·0+4·0+3·1+2·3 = 33, a multiple of 11; one more in the last place leaves 2, five more 10 and so on.
  ['800000130', undefined],
])('%s is at fault for %o', (orgnr, fault) => expect(organisationNumberFault(orgnr)).toEqual(fault));

test('numbers that would need the check digit 10 are never given, whatever their last digit', () => {
  const first = Array.from({ length: 50 }, (_, n) => String(80_000_000 + n)).find((eight) => {
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(eight[at]), 0);
    return sum % 11 === 1;
  });
  for (let last = 0; last < 10; last += 1)
    expect(organisationNumberFault(`${first}${last}`)).toEqual({ code: 'neverGiven' });
});
