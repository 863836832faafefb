import {
  isTracking,
  listPortfolios,
  removePortfolio,
  renamePortfolio,
  savePortfolio,
  tidyQuery,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { newestMinistries } from '../../directory/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { cacheable, type Deps, languageOf, serve, serveOver } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { actorOf } from '../../platform/signed/index.ts';
import { publicTitles, requestIn, searchInWords } from '../../register/index.ts';
import { type KeptRow, keep, keptAt, keptPortfolios, remove, rename, toSaved } from './store.ts';

/** What is not of a selection. */
const besides = ['lang', 'format', 'page', 'size', 'cursor', 'sort'];

/** A kept portfolio is read by everyone, so it names no measure that is not public. @throws ApiError invalidRequest */
async function requirePublic(db: Database, numbers: readonly string[], now: Date): Promise<void> {
  const known = await publicTitles(db, now, numbers);
  const unknown = numbers.filter((number) => !known.has(number));
  if (unknown.length > 0)
    throw new ApiError('invalidRequest', {
      detail: ['numbersNotPublic', { numbers: unknown.slice(0, 20).join(', ') }],
    });
}

/** Portfolios that ministries and Digdir keep. */
export function keptPortfolioRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): void {
  /** Whose it is: a coordinator's of the same ministry, Digdir's always. One that is not there is nobody's. */
  const ofKeeper = async ({ params }: { params: { slug: string } }) => {
    const row = await keptAt(db, params.slug);
    if (!row) return undefined;
    const ministry =
      row.ministryId === null ? undefined : (await newestMinistries(db, [row.ministryId])).get(row.ministryId);
    return { target: { agency: '', ministry: ministry?.code ?? '' } };
  };
  const asSaved = async (row: KeptRow, request: Parameters<typeof languageOf>[0]) =>
    (await toSaved(db, [row], languageOf(request)))[0] as Awaited<ReturnType<typeof toSaved>>[number];

  serve(app, listPortfolios, async ({ request, reply }) => {
    cacheable(reply, { lastModified: [] });
    return toSaved(readDb, await keptPortfolios(readDb), languageOf(request));
  });

  serveOver(
    app,
    savePortfolio,
    async ({ body: { ministry } }) => ({ target: { agency: '', ministry: ministry ?? '' } }),
    async ({ body: { name, query: given, ministry }, user, request }) => {
      const query = tidyQuery(new URLSearchParams(given));
      for (const one of [...query.keys()]) if (besides.includes(one) || isTracking(one)) query.delete(one);
      // What finds nothing because a variable or code is spelt wrong is refused now, and not found out by those who open it.
      const asked = { ...requestIn(Object.fromEntries(query), languageOf(request)), strict: true };
      await searchInWords(readDb, clock(), asked);
      await requirePublic(readDb, asked.numbers ?? [], clock());
      const row = await db.transaction((tx) =>
        keep(tx, { name, query: query.toString(), ministry }, actorOf(user), clock()),
      );
      return asSaved(row, request);
    },
  );

  serveOver(app, renamePortfolio, ofKeeper, async ({ params, body, user, request }) =>
    asSaved(await db.transaction((tx) => rename(tx, params.slug, body.name, actorOf(user), clock())), request),
  );

  serveOver(app, removePortfolio, ofKeeper, async ({ params, user }) => {
    await db.transaction((tx) => remove(tx, params.slug, actorOf(user), clock()));
    return null;
  });
}
