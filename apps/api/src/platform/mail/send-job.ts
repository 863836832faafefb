import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/index.ts';
import type { Database } from '../db/index.ts';
import type { Job } from '../jobs/index.ts';
import { secretsOf } from '../secrets/index.ts';
import { mailJobName, waiting } from './outbox.ts';
import { sendWaiting } from './send-waiting.ts';
import { faultOf, mailServer } from './smtp.ts';

/**
 * Sends letters from the outbox. Without a mail server they stay there, and the log says how many when that changes.
 * @param log told of a letter that was not sent, never of what is in it
 */
export function mailJob(config: Config, db: Database, log: FastifyBaseLogger): Job {
  const secrets = secretsOf(config);
  const send = config.mail && mailServer(config.mail);
  let said = 0;

  const tellWaiting = async (): Promise<undefined> => {
    const count = await waiting(db);
    if (count !== said) log.warn({ waiting: count }, 'no mail server is configured (SMTP_URL): letters wait');
    said = count;
  };

  return {
    name: mailJobName,
    schedule: '* * * * *',
    async work() {
      if (!send) return tellWaiting();
      const done = await sendWaiting(db, await secrets(), send, new Date(), (id, error) =>
        // The words of a mail server often repeat the address.
        log.warn({ letter: id, code: faultOf(error).code }, 'a letter was not sent'),
      );
      return done.sent > 0 ? done : undefined;
    },
  };
}
