import { type Language, languages, type Text } from './language.ts';

/** The same data where every text in three languages has become what `give` makes of it. */
export function mapTexts(value: unknown, give: (text: Text) => unknown): unknown {
  if (Array.isArray(value)) return value.map((part) => mapTexts(part, give));
  if (value === null || typeof value !== 'object') return value;
  if (languages.every((key) => key in value)) return give(value as Text);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner, give)]));
}

/** The same data with its texts in this language only, each still under its language: what a page in that language needs. */
export function onlyIn(value: object, language: Language): object {
  return mapTexts(value, (text) => ({ [language]: text[language] })) as object;
}

/** A text in all languages, from what says it in one. */
export const inAll = (say: (language: Language) => string): Text =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as unknown as Text;
