import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import type { Letter } from './letters.ts';

/** What went wrong with a letter, for what is done next. */
export interface Fault {
  /** The server will not take it for this receiver, however often it is tried. */
  readonly refused: boolean;
  /** The server is not there, or does not answer: no use to try the next. */
  readonly unreachable: boolean;
  /** A reply code such as `550`, or that of the error; never the server's words, which often repeat the address. */
  readonly code: string;
}

/** Reads the error of a try. A 5xx reply to the receiver or to the letter itself is a refusal; all else is tried again. */
export function faultOf(error: unknown): Fault {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const aboutLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  // A sender that is refused is our own setting, and no fault of the receiver's.
  const refused = aboutLetter && (responseCode ?? 0) >= 500 && command !== 'MAIL FROM';
  const unreachable = ['ECONNECTION', 'ECONNREFUSED', 'ESOCKET', 'ETIMEDOUT', 'EDNS', 'EAUTH', 'ETLS'].includes(
    code ?? '',
  );
  return { refused, unreachable, code: String(responseCode ?? code ?? 'unknown') };
}

/** Shorter in all than the shortest pause between tries (a minute), so that nobody takes a letter that is still under way. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, whole: 45_000 };

/**
 * Sends one letter over SMTP; throws when the server does not take it. The package is loaded when first needed.
 * @param patient how long it waits for what, in milliseconds
 */
export function mailServer(
  { smtpUrl, from }: NonNullable<Config['mail']>,
  patient: typeof patience = patience,
): (letter: Letter, id: string) => Promise<void> {
  const { whole, ...timeouts } = patient;
  const domain = from.split('@').at(-1);
  return async ({ to, subject, text, language, stop }, id) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(smtpUrl, timeouts as object);
    const done = new AbortController();
    const tooLong = async (): Promise<never> => {
      await pause(whole, undefined, { signal: done.signal, ref: false });
      throw Object.assign(new Error('the mail server takes too long'), { code: 'ETIMEDOUT' });
    };
    // The same letter has the same id at every try: a reader that gets it twice can tell.
    const messageId = `<${id}@${domain}>`;
    try {
      // As an object, so that no address is read as a list of several.
      const sending = transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId,
        headers: {
          'Content-Language': language,
          ...(stop && { 'List-Unsubscribe': `<${stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
        },
      });
      const late = tooLong();
      late.catch(() => undefined);
      await Promise.race([sending, late]);
    } finally {
      done.abort();
      transport.close();
    }
  };
}
