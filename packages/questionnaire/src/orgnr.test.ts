import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrganisationNumber, showOrganisationNumber } from './orgnr.ts';
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
