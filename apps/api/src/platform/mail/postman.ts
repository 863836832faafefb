import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/index.ts';
import type { Database } from '../db/index.ts';
import { secretsOf } from '../secrets/index.ts';
import type { Letter } from './letters.ts';
import { sendWaiting, waiting } from './outbox.ts';

/** How often the outbox is looked into, milliseconds. */
const round = 10_000;

/**
 * Sends letters from the outbox while the program runs. Without a mail server they stay there, and the log says how many.
 * @returns how to stop; waits for the letter that is on its way
 */
export function startPostman(config: Config, db: Database, log: FastifyBaseLogger): () => Promise<void> {
  const secrets = secretsOf(config);
  const send = config.mail && mailServer(config.mail);
  let said = 0;

  const sweep = async () => {
    if (!send) {
      const count = await waiting(db);
      if (count !== said) log.warn({ waiting: count }, 'no mail server is configured (SMTP_URL): letters wait');
      said = count;
      return;
    }
    const done = await sendWaiting(db, await secrets(), send, new Date(), (id, error) =>
      // The words of a mail server often repeat the address.
      log.warn({ letter: id, code: (error as { code?: unknown }).code ?? 'unknown' }, 'a letter was not sent'),
    );
    if (done.sent > 0) log.info(done, 'letters sent');
  };

  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(sweep).catch((error: unknown) => log.error({ err: error }, 'the outbox was not swept'));
  }, round);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Sends one letter over SMTP; throws when the server does not take it. The package is loaded when first needed. */
export function mailServer({ smtpUrl, from }: NonNullable<Config['mail']>): (letter: Letter) => Promise<void> {
  // Shorter than the shortest pause between tries.
  const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
  return async ({ to, subject, text, language }) => {
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(smtpUrl, timeouts as object);
    try {
      await transport.sendMail({ from, to, subject, text, headers: { 'Content-Language': language } });
    } finally {
      transport.close();
    }
  };
}
