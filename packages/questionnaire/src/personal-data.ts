/** What in a text names or reaches a person. */
export type PersonalDataCode = 'emailInText' | 'nationalIdInText' | 'phoneInText';

export interface PersonalData {
  readonly code: PersonalDataCode;
  /** As it stands in the text. */
  readonly found: string;
}

const email = /[\p{L}\p{M}\d._%+-]+@[\p{L}\p{M}\d-]+(?:\.[\p{L}\p{M}\d-]+)+/gu;
/** Eleven digits by themselves, with or without a space after the date. */
const elevenDigits = /(?<![\d.,])\d{6}[ \u00a0]?\d{5}(?![\d.,]*\d)/g;
/** With a word or a prefix in front, any eight digits; without, only as telephone numbers are grouped, or a mobile number. */
const announcedPhone =
  /(?:\b(?:tlf|telefon|mobil|mob|phone|ring)\w*\.?:?\s*|\+47\s?|\b0047\s?)([2-9](?:[ \u00a0]?\d){7})(?!\d)/giu;
const groupedPhone =
  /(?<![\d.,+])(?:[2-9]\d [ \u00a0]?\d{2} \d{2} \d{2}|[49]\d{2} \d{2} \d{3}|[49]\d{7})(?![ \u00a0]?\d)(?!\s*(?:kr|kroner|nok|,-))/giu;

/**
 * Finds e-mail addresses, national identity numbers (fødselsnummer and D-nummer, by their control digits) and Norwegian
 * telephone numbers. Sums of money, organisation numbers and dates are none of them.
 */
export function personalDataIn(text: string): PersonalData[] {
  const numbers = hasDigits(text, 8);
  if (!numbers && !text.includes('@')) return [];
  const plain = text.replace(/[\u00a0\u202f]/g, ' ');
  const found: PersonalData[] = [];
  const collect = (code: PersonalDataCode, matches: Iterable<RegExpMatchArray>) => {
    for (const match of matches) {
      const value = match[1] ?? match[0];
      const same = (one: PersonalData) => one.found.replaceAll(' ', '').includes(value.replaceAll(' ', ''));
      if (!found.some(same)) found.push({ code, found: value.trim() });
    }
  };
  collect('emailInText', plain.matchAll(email));
  if (!numbers) return found;
  collect('nationalIdInText', nationalIdsIn(plain));
  collect('phoneInText', plain.matchAll(announcedPhone));
  collect('phoneInText', plain.matchAll(groupedPhone));
  return found;
}

/** Whether a text has at least so many digits: most have not, and need no closer look. */
function hasDigits(text: string, least: number): boolean {
  let digits = 0;
  for (let i = 0; i < text.length && digits < least; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits === least;
}

/** Whether a text has a national identity number: certain enough, by date and control digits, to be refused. */
export function hasNationalId(text: string): boolean {
  return hasDigits(text, 11) && nationalIdsIn(text.replace(/[\u00a0\u202f]/g, ' ')).length > 0;
}

function nationalIdsIn(plain: string): RegExpMatchArray[] {
  return [...plain.matchAll(elevenDigits)].filter(([value]) => isNationalId(value));
}

const firstWeights = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const secondWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** A possible date (D-numbers add 40 to the day) and two control digits, modulus 11. Synthetic numbers add 40 or 80 to the month. */
function isNationalId(value: string): boolean {
  const digits = [...value.replaceAll(' ', '')].map(Number);
  const sum = (weights: readonly number[]) =>
    weights.reduce((total, weight, i) => total + weight * (digits[i] ?? 0), 0);
  const day = ((digits[0] ?? 0) % 4) * 10 + (digits[1] ?? 0);
  const month = (((digits[2] ?? 0) * 10 + (digits[3] ?? 0)) % 40 || 40) as number;
  return day >= 1 && day <= 31 && month <= 12 && sum(firstWeights) % 11 === 0 && sum(secondWeights) % 11 === 0;
}
