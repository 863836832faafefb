import type { Text } from '@samblikk/text';

const weights = [3, 2, 7, 6, 5, 4, 3, 2];

/** Whether a text is a Norwegian organisation number: 9 digits, first 8 or 9, last the modulus 11 check digit. */
export function isOrganisationNumber(text: string): boolean {
  return organisationNumberFault(text) === undefined;
}

/** What is wrong with an organisation number. */
export type OrganisationNumberFault =
  | { readonly code: 'length' | 'start' | 'neverGiven' }
  /** The last digit does not go with the others: which would, and which is there. */
  | { readonly code: 'checkDigit'; readonly expected: number; readonly found: number };

/** What is wrong with an organisation number; undefined when nothing is. */
export function organisationNumberFault(text: string): OrganisationNumberFault | undefined {
  if (!/^\d{9}$/.test(text)) return { code: 'length' };
  if (!/^[89]/.test(text)) return { code: 'start' };
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  const expected = (11 - (sum % 11)) % 11;
  // A remainder of 1 would need the check digit 10: such numbers are never given out.
  if (expected === 10) return { code: 'neverGiven' };
  const found = Number(text[8]);
  return expected === found ? undefined : { code: 'checkDigit', expected, found };
}

/** What to say about a number at fault; ICU messages with its `number`, and `expected` and `found` where they are known. */
export const organisationNumberTexts: Readonly<Record<OrganisationNumberFault['code'], Text>> = {
  length: {
    nb: 'Et organisasjonsnummer har 9 sifre. «{number}» har ikke det.',
    nn: 'Eit organisasjonsnummer har 9 siffer. «{number}» har ikkje det.',
    en: 'An organisation number has 9 digits. “{number}” does not.',
  },
  start: {
    nb: 'Et organisasjonsnummer begynner med 8 eller 9. Se etter om «{number}» er skrevet feil.',
    nn: 'Eit organisasjonsnummer byrjar med 8 eller 9. Sjå etter om «{number}» er skrive feil.',
    en: 'An organisation number begins with 8 or 9. Check whether “{number}” is mistyped.',
  },
  neverGiven: {
    nb: 'Ingen har et organisasjonsnummer som begynner med de 8 første sifrene i «{number}». Det er skrevet feil.',
    nn: 'Ingen har eit organisasjonsnummer som byrjar med dei 8 første siffera i «{number}». Det er skrive feil.',
    en: 'No organisation number begins with the first 8 digits of “{number}”. It is mistyped.',
  },
  checkDigit: {
    nb: 'Det siste sifferet i «{number}» er {found}, men skulle vært {expected} etter de 8 første. Ett av sifrene er skrevet feil.',
    nn: 'Det siste sifferet i «{number}» er {found}, men skulle vore {expected} etter dei 8 første. Eitt av siffera er skrive feil.',
    en: 'The last digit of “{number}” is {found}, but the first 8 call for {expected}. One of the digits is mistyped.',
  },
};

/** An organisation number as people read it, `991 825 827` with non-breaking spaces; other texts unchanged. */
export function showOrganisationNumber(orgnr: string): string {
  return /^\d{9}$/.test(orgnr) ? orgnr.replace(/(\d{3})(?=\d)/g, '$1\u00a0') : orgnr;
}
