import {
  askAlert,
  confirmAlert,
  queryText,
  registerLimits,
  registerQuery,
  searchedFor,
  stopAlert,
  tidyQuery,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { type Deps, serve } from '../platform/http/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { requestIn, searchInWords } from '../register/index.ts';
import { alertPage, ask, confirm, stop } from './alerts.ts';
import { words } from './texts.ts';

/** Letters about what is new in a search: asked for, said yes to, stopped. */
export async function alertRoutes(app: FastifyInstance, { config, db, readDb, clock, wake }: Deps): Promise<void> {
  const mailContext = mailContextOf({ config, wake });

  serve(app, askAlert, async ({ body: { email, search, language } }) => {
    const query = new URLSearchParams(search);
    const parameters = registerQuery.safeParse(Object.fromEntries(tidyQuery(query)));
    const watched = searchedFor(query);
    const address = queryText(watched);
    if (!parameters.success || address.length > registerLimits.watched)
      throw new ApiError('invalidRequest', { detail: 'invalidQuery' });
    const asked = { ...requestIn(Object.fromEntries(watched), language), strict: true };
    const { parts } = await searchInWords(readDb, clock(), asked);
    const inWords = parts.join(' · ') || words.all[language];
    await ask(db, await mailContext(), { email, language, search: address, inWords }, clock());
    return null;
  });

  serve(app, confirmAlert, async ({ params: { alert: id }, query: { key } }) => {
    const search = await confirm(db, (await mailContext()).secrets, { id, key }, clock());
    return { search: search ?? null };
  });

  // Mail programs send it as a form of either kind, some with nothing in it; and open it where a reader follows the header.
  await app.register(async (any) => {
    any.removeAllContentTypeParsers();
    any.addContentTypeParser('*', (_request, payload, done) => {
      payload.resume();
      done(null);
    });
    serve(any, stopAlert, async ({ params: { alert: id }, query: { key } }) => {
      await stop(db, (await mailContext()).secrets, { id, key });
      return null;
    });
  });
  app.get('/api/v1/alerts/:alert/stop', { schema: { hide: true } }, (request, reply) => {
    const { alert: id } = request.params as { alert: string };
    const { key = '' } = request.query as { key?: unknown };
    return reply.redirect(alertPage('stopp', id, String(key)), 303);
  });
}
