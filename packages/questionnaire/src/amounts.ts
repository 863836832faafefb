import { type Language, locales } from './definition.ts';

/** 1 000 billion kroner: more than the state spends in a year, far below where numbers lose whole kroner. */
export const largestAmount = 1_000_000_000_000;

/** Why a text was not read as an amount. `amount-texts.ts` has the words. */
export type AmountProblem =
  | 'ambiguous'
  | 'unclearUnit'
  | 'needsUnit'
  | 'severalNumbers'
  | 'otherCurrency'
  | 'notANumber'
  | 'negative'
  | 'notWhole'
  | 'tooLarge';

/** How a text was read: whole kroner, nothing at all, or why not. */
export type ReadAmount =
  | { readonly kroner: number }
  | { readonly blank: true }
  | { readonly problem: AmountProblem; readonly params: Readonly<Record<string, string | number>> };

const units: readonly (readonly [RegExp, bigint])[] = [
  [/(?<![a-zæøå])(?:tusen|thousand|tkr|tnok|knok|kkr|k)\.?$/, 1_000n],
  [/(?<![a-zæøå])(?:millioner|million|mill|mnok|mkr)\.?$/, 1_000_000n],
  [/(?<![a-zæøå])(?:milliarder|milliard|mrd|mia)\.?$/, 1_000_000_000n],
];

/** Words around an amount that say nothing about its size. */
const currencyBefore = /^(?:kr|nok|kroner)\.?\s*/;
const currencyAfter = /(?<![a-zæøå])(?:norske kroner|kroner|kr|nok)\.?$/;
/** `MNOK 5` and `tkr 500`: the unit may stand first. */
const unitBefore = /^(tkr|tnok|knok|kkr|mkr|mnok)\.?\s*(\d.*)$/;
const about = /^(?:ca\.?|cirka|omtrent|om lag|rundt|about|~|≈)\s*/;
const otherCurrency = /[$€£]|\b(?:usd|eur|euro|sek|dkk|gbp|dollar|pund)\b/;

/**
 * Reads an amount as Norwegians type it: `12 500 000`, `12.500.000 kr`, `1 500,-`, `1,5 mill`, `187,9 mill. kroner`,
 * `1,3 mrd`, `500 tusen`, `200k`. Any kind of space may separate thousands; a lone dash, or nothing, is blank.
 *
 * What could mean two things is refused, never guessed:
 * - `1.500` is 1500: dots before groups of three are thousands, and nobody writes kroner with three decimals;
 * - `1,500` is refused (decimals in Norwegian, thousands in English), and so is `1.500 mill`;
 * - `1,5` without a unit is refused: half a krone, or 1.5 million? `1500,00` is 1500;
 * - `m` and `bill` are refused: they mean different numbers to different readers.
 */
export function readAmount(input: string): ReadAmount {
  const text = input
    .replace(/[\s\u00a0\u2000-\u200b\u202f\u205f\u2060\ufeff]+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim()
    .toLowerCase();
  const no = (problem: AmountProblem, params: Readonly<Record<string, string | number>> = {}): ReadAmount => ({
    problem,
    params: { text: input.trim(), ...params },
  });
  if (/^-*$/.test(text)) return { blank: true };
  if (otherCurrency.test(text)) return no('otherCurrency');

  let body = text
    .replace(about, '')
    .replace(unitBefore, '$2 $1')
    .replace(currencyBefore, '')
    .replace(/,\s?-{1,2}\s*$/, '');
  body = body
    .replace(currencyAfter, '')
    .replace(/,\s?-{1,2}\s*$/, '')
    .trim();
  const minus = /^-\s?(?=\d)/.exec(body);
  if (minus) body = body.slice(minus[0].length);

  const unit = units.find(([pattern]) => pattern.test(body));
  const digits = unit ? body.replace(unit[0], '').trim() : body;
  if (/^\d[\d., ]*(?:-|\/|til|to|og|and|eller|or)[ \d]/.test(digits)) return no('severalNumbers');
  if (/^\d[\d., ]*\s?(?:m|bill|billion|billioner|bn)\.?$/.test(digits)) return no('unclearUnit');

  const number = readNumber(digits, unit !== undefined);
  if (typeof number === 'string') return no(number);
  const scale = 10n ** BigInt(number.decimals.length);
  const product = BigInt(number.whole + number.decimals) * (unit?.[1] ?? 1n);
  if (product % scale !== 0n) return no('notWhole');
  const kroner = product / scale;
  if (minus && kroner !== 0n) return no('negative');
  return kroner > BigInt(largestAmount) ? no('tooLarge', { max: largestAmount }) : { kroner: Number(kroner) };
}

/** Reads digits with thousands and decimal signs; a problem where the signs could mean two things. */
function readNumber(text: string, hasUnit: boolean): { whole: string; decimals: string } | AmountProblem {
  if (/^\d+$/.test(text)) return { whole: text, decimals: '' };

  // Thousands grouped by one sign, then perhaps decimals after another.
  for (const [group, decimal] of [
    [' ', '[.,]'],
    ['\\.', ','],
    [',', '\\.'],
  ] as const) {
    const grouped = new RegExp(`^([1-9]\\d{0,2}(?:${group}\\d{3})+)(?:(${decimal})(\\d+))?$`).exec(text);
    if (!grouped) continue;
    const [, thousands = '', sign, decimals = ''] = grouped;
    const groups = thousands.split(/[ .,]/).length;
    const oneGroup = groups === 2 && sign === undefined;
    // `1.500 mill` and `1,500`: the only sign may be a decimal sign as well.
    if (oneGroup && (group === ',' || (group === '\\.' && hasUnit))) return 'ambiguous';
    // `1 500.250`: the sign before three digits may be one more thousands sign.
    if (group === ' ' && decimals.length === 3) return 'ambiguous';
    return { whole: thousands.replace(/[ .,]/g, ''), decimals };
  }

  const plain = /^(\d+)([.,])(\d+)$/.exec(text);
  if (plain) {
    const [, whole = '', , decimals = ''] = plain;
    if (hasUnit) return { whole, decimals };
    // `1500000.0`, as programs write a whole number.
    if (/^0+$/.test(decimals) && whole.length > 3) return { whole, decimals: '' };
    // Øre are two digits. One digit or three, without a unit, was probably meant as millions.
    return decimals.length === 2 ? { whole, decimals } : 'needsUnit';
  }
  return /^\d[\d., ]* \d[\d., ]*$/.test(text) ? 'severalNumbers' : 'notANumber';
}

/** Number formats by language and decimals: costly to make, so made once. */
const formats = { nb: numberFormats(locales.nb), nn: numberFormats(locales.nn), en: numberFormats(locales.en) };

function numberFormats(locale: string) {
  const format = (maximumFractionDigits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits });
  return [format(0), format(1)] as const;
}

const words = {
  nb: { million: 'mill. kroner', billion: 'mrd. kroner', krone: 'kroner' },
  nn: { million: 'mill. kroner', billion: 'mrd. kroner', krone: 'kroner' },
  en: { million: 'million', billion: 'billion', krone: '' },
} as const;

/**
 * An amount as a person reads it: `exact` is `187 900 000 kr`, `words` is `187,9 mill. kroner`, rounded to one decimal
 * and therefore for reading only. English: `NOK 187,900,000`, `NOK 187.9 million`.
 */
export function showAmount(kroner: number, language: Language, style: 'exact' | 'words'): string {
  const number = (value: number, decimals: 0 | 1) => formats[language][decimals].format(value);
  const written = (value: string, unit: string) =>
    language === 'en' ? `NOK\u00a0${value}${unit && `\u00a0${unit}`}` : `${value}\u00a0${unit}`;
  if (style === 'exact') return written(number(kroner, 0), language === 'en' ? '' : 'kr');
  // 999 950 000 would round to 1000,0 million: say 1 billion.
  if (kroner >= 999_950_000) return written(number(kroner / 1e9, 1), words[language].billion);
  if (kroner >= 1e6) return written(number(kroner / 1e6, 1), words[language].million);
  return written(number(kroner, 0), words[language].krone);
}

/** Says back how a text was read: `187,9 mill. kroner = 187 900 000 kr`. */
export function echoAmount(text: string, kroner: number, language: Language): string {
  return `${text.trim()} = ${showAmount(kroner, language, 'exact')}`;
}
