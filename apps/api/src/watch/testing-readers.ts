import type { FastifyInstance } from 'fastify';
import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { testDelivery } from '../platform/mail/testing-delivery.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { sendAlerts } from './alert-job.ts';

/** Where a link of a letter leads in the API: to say yes, or to stop. */
export const asCall = (link = '', what: 'confirm' | 'stop') => {
  const { searchParams } = new URL(link);
  return `/api/v1/alerts/${searchParams.get('alert')}/${what}?key=${searchParams.get('key')}`;
};

/** For tests: people who watch searches, and the letters that reach them. */
export async function alertReaders(app: FastifyInstance, db: Database, config: Config, clock: () => Date) {
  const context = await mailContextOf({ config, wake: async () => undefined })();
  const delivery = await testDelivery(db, await secretsOf(config)());
  const post = (url: string, payload?: object | string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url, headers, ...(payload !== undefined && { payload }) });
  const askFor = (email: string, search: string, language = 'nb') =>
    post('/api/v1/alerts', { email, search, language });
  const arrived = () => delivery.arrived(clock());
  return {
    post,
    askFor,
    arrived,
    /** Writes what is due. @returns how many letters */
    send: () => sendAlerts(db, db, context, clock()),
    /** Somebody asks for letters about a search, and says yes. @throws Error when they cannot */
    async watching(email: string, search: string, language = 'nb') {
      const asked = await askFor(email, search, language);
      const [letter] = await arrived();
      const confirmed = await post(asCall(letter?.links[0], 'confirm'));
      if (asked.statusCode !== 204 || confirmed.statusCode !== 200)
        throw new Error(`${asked.statusCode} ${confirmed.statusCode} ${confirmed.body}`);
      return { letter, search: confirmed.json().search as string };
    },
    close: () => delivery.close(),
  };
}
