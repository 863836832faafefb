import type { Language } from '@samblikk/questionnaire';
import type { Transaction } from '../db/index.ts';
import type { Deps } from '../http/index.ts';
import { type Secrets, secretsOf } from '../secrets/index.ts';
import { compose, type LetterName } from './letters.ts';
import { type About, type Outbox, postAll } from './outbox.ts';

/** What writing letters takes. */
export interface MailContext extends Outbox {
  readonly secrets: Secrets;
  /** Where people reach the program, without a slash at the end. */
  readonly publicUrl: string;
}

/** The means that the settings give; the secret is asked for when the first letter is written. */
export function mailContextOf({ config, wake }: Pick<Deps, 'config' | 'wake'>): () => Promise<MailContext> {
  const secrets = secretsOf(config);
  return async () => ({ secrets: await secrets(), publicUrl: config.publicUrl, wake });
}

/** A mailbox, and the language it is written to in. */
export interface Receiver {
  readonly email: string;
  readonly language: Language;
}

/** The mailbox of an agency, when it has told of one. */
export const mailboxOf = ({ contactEmail }: { contactEmail: string | null }, language: Language): Receiver[] =>
  contactEmail === null ? [] : [{ email: contactEmail, language }];

/** The address of a page (without language) in a language. */
export const linkTo = ({ publicUrl }: Pick<MailContext, 'publicUrl'>, language: Language, page: string): string =>
  `${publicUrl}${language === 'nb' ? '' : `/${language}`}${page}`;

/** One letter to each, in the language of each, with a link to a page; the same box twice is one box. */
export async function mailEach(
  tx: Transaction,
  mailContext: MailContext,
  letter: About & {
    name: LetterName;
    to: readonly Receiver[];
    /** Subject and text, where staff have written others than the program’s. */
    words?: (language: Language) => { readonly subject: string; readonly text: string };
    /** The page, without language. */
    page: string;
    values: (language: Language) => Readonly<Record<string, string | number | Date>>;
  },
  now: Date,
): Promise<void> {
  // Later ones give way: a person comes before the agency's mailbox, and keeps their own language.
  const boxes = new Map(letter.to.toReversed().map((one) => [one.email.toLowerCase(), one]));
  const { subject, year, agencies } = letter;
  const about = { subject, ...(year !== undefined && { year }), ...(agencies && { agencies }) };
  const letters = [...boxes.values()].map(({ email, language }) => {
    const link = linkTo(mailContext, language, letter.page);
    return {
      about,
      letter: compose(letter.name, email, language, { ...letter.values(language), link }, letter.words?.(language)),
    };
  });
  await postAll(tx, mailContext, letters, now);
}
