import { roundName } from '@samblikk/contract/client';
import { locales, type Text } from '@samblikk/questionnaire';
import { createIntl, type IntlShape } from 'react-intl';
import { type Language, useLanguage } from '../i18n/index.ts';

type Values = Record<string, string | number>;

/** A round is told of by its `year`; the number of a pilot says nothing to a reader. */
const withRoundNamed = (values: Values | undefined, language: Language): Values | undefined =>
  values?.year === undefined ? values : { ...values, year: roundName(Number(values.year))[language] };

/**
 * The words of some of Digdir's pages, written beside them: a page of the form is not to load them.
 * @returns a hook as `useText`, of these words alone
 */
export function staffText<Key extends string>(texts: Readonly<Record<Key, Text>>) {
  const made = new Map<Language, IntlShape>();
  const wordsIn = (language: Language): IntlShape => {
    const known = made.get(language);
    if (known) return known;
    const all = Object.entries<Text>(texts).map(([key, text]) => [key, text[language]]);
    const intl = createIntl({ locale: locales[language], messages: Object.fromEntries(all) });
    made.set(language, intl);
    return intl;
  };
  return (): ((key: Key, values?: Values) => string) => {
    const language = useLanguage();
    const intl = wordsIn(language);
    return (key, values) => intl.formatMessage({ id: key }, withRoundNamed(values, language));
  };
}
