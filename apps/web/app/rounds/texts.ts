import { locales } from '@samblikk/questionnaire';
import { createIntl, type IntlShape } from 'react-intl';
import { type Language, useLanguage } from '../i18n/index.ts';
import { followUpTexts } from './follow-up-texts.ts';
import { planningTexts } from './planning-texts.ts';
import { releaseTexts } from './release-texts.ts';

// The words of Digdir's pages, apart from those that answering needs: a page of the form is not to load them.

const texts = { ...followUpTexts, ...planningTexts, ...releaseTexts };

type Values = Record<string, string | number>;
const made = new Map<Language, IntlShape>();

function wordsIn(language: Language): IntlShape {
  const known = made.get(language);
  if (known) return known;
  const messages = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[language]]));
  const intl = createIntl({ locale: locales[language], messages });
  made.set(language, intl);
  return intl;
}

/** As `useText`, of the words of Digdir’s pages. */
export function useStaffText(): (key: keyof typeof texts, values?: Values) => string {
  const intl = wordsIn(useLanguage());
  return (key, values) => intl.formatMessage({ id: key }, values);
}
