import * as z from 'zod/mini';
import { codeCell, open, texts } from './common.ts';
import type { Kind } from './kind.ts';

/** The longest address that can be delivered (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
const longest = 254;

/** Whether a text is an e-mail address. Its domain may have letters such as æ, ø and å (RFC 5890). */
export function isEmailAddress(text: string): boolean {
  const [, name = '', domain = ''] = /^([^@\s]+)@([\p{L}\p{M}\p{N}.-]+)$/u.exec(text) ?? [];
  if (domain === '') return false;
  try {
    // The domain as it is sent, in letters that every mail server knows: `xn--…`.
    return z.regexes.email.test(`${name}@${new URL(`http://${domain}`).hostname}`);
  } catch {
    return false;
  }
}

/** An e-mail address. */
export const email: Kind<'email', string> = {
  ...codeCell,
  ...open,
  name: 'email',
  contact: true,
  answer: () =>
    z
      .string({ error: 'notAnEmail' })
      .check(z.refine(isEmailAddress, { error: 'notAnEmail' }), z.maxLength(longest, { error: 'tooLong' })),
  codes: () => [],
  show: (_question, answer) => answer,
  texts: {
    notAnEmail: {
      nb: 'Skriv en e-postadresse, for eksempel fornavn.etternavn@virksomhet.no.',
      nn: 'Skriv ei e-postadresse, til dømes fornamn.etternamn@verksemd.no.',
      en: 'Write an e-mail address, for example first.last@agency.no.',
    },
    tooLong: texts.tooLong,
  },
};
