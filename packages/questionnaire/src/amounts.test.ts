import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountTexts } from './amount-texts.ts';
import { echoAmount, largestAmount, readAmount, showAmount } from './amounts.ts';
import { languages } from './definition.ts';

/** ICU changes its spaces between versions. */
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('reads what Norwegians type', () => {
  test.each([
    ['1,5 mill', 1_500_000],
    ['12 500 000', 12_500_000],
    ['12.500.000 kr', 12_500_000],
    ['187,9 mill. kroner', 187_900_000],
    ['1,3 mrd', 1_300_000_000],
    ['1,3 mrd.', 1_300_000_000],
    ['2 milliarder', 2_000_000_000],
    ['500 tusen', 500_000],
    ['200k', 200_000],
    ['tkr 500', 500_000],
    ['500 kNOK', 500_000],
    ['KNOK 500', 500_000],
    ['MNOK 12,5', 12_500_000],
    ['12,5 MNOK', 12_500_000],
    ['12\u00a0500\u00a0000', 12_500_000],
    ['12\u202f500\u202f000\u00a0kr', 12_500_000],
    ['1 500,-', 1500],
    ['kr 1 500,-', 1500],
    ['1.500,- kr', 1500],
    ['kr. 5 000,00', 5000],
    ['1.500', 1500],
    ['1.5 mill', 1_500_000],
    ['0,125 mill', 125_000],
    ['12,500,000', 12_500_000],
    ['1,500.00', 1500],
    ['NOK 187.9 million', 187_900_000],
    ['ca. 5 mill', 5_000_000],
    ['0', 0],
    ['\ufeff1500', 1500],
  ])('%j', (text, kroner) => expect(readAmount(text)).toEqual({ kroner }));

  test.each(['', ' ', '-', '–', '—', '\u2212', '\u00a0', '--'])('%j is blank', (text) =>
    expect(readAmount(text)).toEqual({ blank: true }),
  );
});

describe('refuses with a reason', () => {
  test.each([
    ['1,500', 'ambiguous'],
    ['1.500 mill', 'ambiguous'],
    ['187,125 mill', 'ambiguous'],
    ['1 500.250', 'ambiguous'],
    ['5 m', 'unclearUnit'],
    ['2 bill', 'unclearUnit'],
    ['10M', 'unclearUnit'],
    ['1.5', 'needsUnit'],
    ['1,5', 'needsUnit'],
    ['12,0', 'needsUnit'],
    ['0.500', 'needsUnit'],
    ['5-10 mill', 'severalNumbers'],
    ['5 til 10 mill', 'severalNumbers'],
    ['5 – 10 mill', 'severalNumbers'],
    ['12 50 000', 'severalNumbers'],
    ['5 mill €', 'otherCurrency'],
    ['100 000 EUR', 'otherCurrency'],
    ['100 USD', 'otherCurrency'],
    ['femti', 'notANumber'],
    ['mill', 'notANumber'],
    ['kr', 'notANumber'],
    ['5²', 'notANumber'],
    ['1½ mill', 'notANumber'],
    ['over 5 mill', 'notANumber'],
    ['5 mill per år', 'notANumber'],
    ['1 mill 500 tusen', 'notANumber'],
    ['1e6', 'notANumber'],
    ['0x10', 'notANumber'],
    ['1.500.00', 'notANumber'],
    ['-5', 'negative'],
    ['\u2212 5 mill', 'negative'],
    ['1500,50', 'notWhole'],
    ['1,2345678 mill', 'notWhole'],
    ['99999 mrd', 'tooLarge'],
    ['9'.repeat(400), 'tooLarge'],
  ])('%j: %s', (text, problem) => {
    const read = readAmount(text);
    expect(read).toMatchObject({ problem });
    expect(Object.keys(amountTexts)).toContain(problem);
  });
});

const kroner = fc.oneof(fc.nat(1000), fc.nat(2_000_000_000), fc.integer({ min: 0, max: largestAmount }));

/** Groups of three with a sign between them. */
const grouped = (number: number, sign: string) => String(number).replace(/(?<=\d)(?=(\d{3})+$)/g, sign);

describe('every written form is read back', () => {
  test.each([' ', '\u00a0', '\u202f', '\u2009', '.'])('thousands separated by %j', (sign) => {
    fc.assert(
      fc.property(kroner, fc.constantFrom('', ' kr', ' kroner', ',-', ' NOK', '\u00a0kr.'), (amount, after) => {
        expect(readAmount(grouped(amount, sign) + after)).toEqual({ kroner: amount });
      }),
    );
  });

  test('a decimal number of thousands, millions or billions', () => {
    const unit = fc.constantFrom<readonly [string, number]>(
      ['tusen', 3],
      ['k', 3],
      ['mill', 6],
      ['mill. kr', 6],
      ['millioner kroner', 6],
      ['mnok', 6],
      ['mrd.', 9],
      ['milliarder', 9],
    );
    const decimals = fc.stringMatching(/^\d{1,8}$/).filter((digits) => digits.length !== 3);
    fc.assert(
      fc.property(fc.nat(900), decimals, unit, fc.constantFrom(',', '.'), (whole, digits, [word, zeros], sign) => {
        const read = readAmount(`${whole}${sign}${digits} ${word}`);
        const exact = digits.replace(/0+$/, '').length <= zeros;
        const expected = Number(`${whole}${digits.padEnd(zeros, '0').slice(0, zeros)}`);
        if (exact && expected <= largestAmount) expect(read).toEqual({ kroner: expected });
        else expect(read).toMatchObject({ problem: exact ? 'tooLarge' : 'notWhole' });
      }),
    );
  });

  test('what we show ourselves', () => {
    fc.assert(
      fc.property(kroner, fc.constantFrom('nb', 'nn') as fc.Arbitrary<'nb' | 'nn'>, (amount, language) => {
        expect(readAmount(showAmount(amount, language, 'exact'))).toEqual({ kroner: amount });
      }),
    );
  });
});

test('never reads a text that a Norwegian and an Englishman would read differently', () => {
  const units = { '': 1, ' tusen': 1e3, ' mill': 1e6 } as const;
  /** All whole amounts a text could mean, by two grammars that know nothing of the code under test. */
  function readings(digits: string, factor: number): Set<number> {
    const norwegian = /^(?:\d+|[1-9]\d{0,2}(?:[. ]\d{3})+)(?:,\d+)?$/;
    const english = /^(?:\d+|[1-9]\d{0,2}(?:[, ]\d{3})+)(?:\.\d+)?$/;
    const grammars = [
      [norwegian, /[. ]/g],
      [english, /[, ]/g],
    ] as const;
    const values = grammars
      // Nobody writes kroner with three decimals: `1.000` is a thousand.
      .filter(
        ([grammar]) => grammar.test(digits) && !(factor === 1 && /^\d+\.\d{3}$/.test(digits) && grammar === english),
      )
      .map(([, sign]) => Number(digits.replace(sign, '').replace(',', '.')) * factor);
    // Four decimals at most: what is not whole is further off than this, and floating point errors are less.
    const near = factor === 1 ? 1e-5 : 1e-2;
    return new Set(values.filter((value) => Math.abs(value - Math.round(value)) < near).map(Math.round));
  }
  const digits = fc.stringMatching(/^[1-9]\d{0,3}(?:[., ]\d{1,4}){0,3}$/);
  let accepted = 0;
  fc.assert(
    fc.property(digits, fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])), (text, unit) => {
      const read = readAmount(text + unit);
      if (!('kroner' in read)) return;
      accepted += 1;
      expect([...readings(text, units[unit])]).toEqual([read.kroner]);
    }),
    { numRuns: 4000 },
  );
  expect(accepted).toBeGreaterThan(300);
});

test('answers every text, and never with a fraction', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,\-kmilrdtusenNOK]{0,20}$/)), (text) => {
      const read = readAmount(text);
      if ('kroner' in read) {
        expect(Number.isSafeInteger(read.kroner)).toBe(true);
        expect(read.kroner).toBeGreaterThanOrEqual(0);
        expect(read.kroner).toBeLessThanOrEqual(largestAmount);
      } else expect('blank' in read || read.problem in amountTexts).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('shows amounts', () => {
  test.each([
    [187_900_000, 'nb', 'exact', '187 900 000 kr'],
    [187_900_000, 'nn', 'words', '187,9 mill. kroner'],
    [187_900_000, 'en', 'exact', 'NOK 187,900,000'],
    [187_900_000, 'en', 'words', 'NOK 187.9 million'],
    [1_300_000_000, 'nb', 'words', '1,3 mrd. kroner'],
    [999_960_000, 'nb', 'words', '1 mrd. kroner'],
    [999_940_000, 'nb', 'words', '999,9 mill. kroner'],
    [999_999, 'nb', 'words', '999 999 kroner'],
    [0, 'nb', 'exact', '0 kr'],
  ] as const)('%i %s %s', (amount, language, style, text) =>
    expect(plainSpaces(showAmount(amount, language, style))).toBe(text),
  );

  test('says back how a text was read', () => {
    expect(plainSpaces(echoAmount(' 187,9 mill. kroner ', 187_900_000, 'nb'))).toBe(
      '187,9 mill. kroner = 187 900 000 kr',
    );
  });

  test('in every language', () => {
    for (const language of languages) expect(showAmount(5, language, 'exact')).toContain('5');
  });
});
