/** The languages every text exists in: bokmål, nynorsk, English. */
export const languages = ['nb', 'nn', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * How numbers and dates are written. Nynorsk is written as bokmål: month names and signs are the same, and browsers have no
 * nynorsk of their own, so that a page would say something else than the server did.
 */
export const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nb-NO', en: 'en-GB' };

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** A text in all three languages; a missing one does not compile. */
export type Text = Readonly<Record<Language, string>>;

/** What an address begins with in each language: bokmål has no prefix, the others are its first part. */
export const prefixes: Readonly<Record<Language, string>> = { nb: '', nn: '/nn', en: '/en' };
