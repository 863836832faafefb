import { locales, type Text } from '@samblikk/questionnaire';
import { Fragment, type ReactNode } from 'react';
import { createIntl, FormattedMessage, type IntlShape, RawIntlProvider, useIntl } from 'react-intl';
import { useLocation } from 'react-router';
import { inLanguage, type Language, languageOfPath } from './language.ts';
import { type MessageKey, messagesOf, type PublicMessageKey } from './messages.ts';

type Value = string | number | boolean | Date | null | undefined;

/** The language of the page, from its address. */
export function useLanguage(): Language {
  return languageOfPath(useLocation().pathname);
}

/** Gives everything below it the messages of the page's language. */
export function Messages({ children }: { children: ReactNode }) {
  return <RawIntlProvider value={intlOf(useLanguage())}>{children}</RawIntlProvider>;
}

const intls = new Map<Language, IntlShape>();

/** The messages of a language as they are filled in: kept, since each is read the first time it is used. */
function intlOf(language: Language): IntlShape {
  const made =
    intls.get(language) ??
    createIntl({ locale: locales[language], messages: messagesOf(language), defaultLocale: 'nb-NO' });
  intls.set(language, made);
  return made;
}

/** `const t = useText(); t('nav.register')`: a message in the page's language. */
export const useText: () => (key: MessageKey, values?: Record<string, Value>) => string = usePublicText;

/** As `useText`, on public pages, which alone have the words of these. */
export function usePublicText(): (key: PublicMessageKey, values?: Record<string, Value>) => string {
  const intl = useIntl();
  return (key, values) => intl.formatMessage({ id: key }, values);
}

/** A message with elements in it: `<Message id="x" values={{ a: (text) => <a href="/">{text}</a> }} />`. */
export const Message: (props: MessageProps<MessageKey>) => ReactNode = PublicMessage;

interface MessageProps<Key> {
  id: Key;
  values?: Record<string, Value | ReactNode | ((text: ReactNode) => ReactNode)>;
}

/** As `Message`, on public pages. */
export function PublicMessage(props: MessageProps<PublicMessageKey>) {
  const { id, values = {} } = props;
  const own = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (parts: ReactNode[]) => value(together(parts)) : value,
  ]);
  return (
    <FormattedMessage id={id} values={Object.fromEntries(own)}>
      {(parts) => parts.map(inOwnElement)}
    </FormattedMessage>
  );
}

/** What stands in an element of a message: as one text, where it is only text. */
const together = (parts: ReactNode[]): ReactNode =>
  parts.every((part) => typeof part === 'string') ? parts.join('') : parts.map(inOwnElement);

/** A text beside elements gets one of its own: see apps/web/e2e/translated.test.ts. */
function inOwnElement(part: ReactNode, at: number): ReactNode {
  return <Fragment key={at}>{typeof part === 'string' && part.trim() !== '' ? <span>{part}</span> : part}</Fragment>;
}

/** What an agency has written, in bokmål or nynorsk: on English pages it is marked as Norwegian, so that it is read out as such. */
export function Norwegian({ children }: { children: ReactNode }) {
  return <span lang={useLanguage() === 'en' ? 'no' : undefined}>{children}</span>;
}

/** Picks the page's language of a text that has all three. */
export function usePick(): (text: Text) => string {
  const language = useLanguage();
  return (text) => text[language];
}

/** `const to = useHref(); to('/tall')`: an address of ours in the page's language. */
export function useHref(): (path: string) => string {
  const language = useLanguage();
  return (path) => inLanguage(path, language);
}
