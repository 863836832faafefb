import { IntlMessageFormat } from 'intl-messageformat';
import { type Language, locales, type Text } from './language.ts';

const messages = new Map<string, IntlMessageFormat>();

/** Fills in an ICU message. Messages are few and fixed, so each is parsed once. */
export function format(text: Text, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  const key = `${language} ${text[language]}`;
  let message = messages.get(key);
  if (!message) {
    message = new IntlMessageFormat(text[language], locales[language]);
    messages.set(key, message);
  }
  return String(message.format({ ...params }));
}
