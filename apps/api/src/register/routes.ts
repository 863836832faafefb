import {
  judgeDoubles,
  listDoublesToJudge,
  listLikelyDoubles,
  listProfiles,
  listSolutions,
  may,
  previewMeasure,
  previewRegister,
  readLately,
  readMeasure,
  readMissing,
  readProfile,
  readSolution,
  searchRegister as search,
  similarMeasures as similar,
  similarToMeasure as similarTo,
  suggestFilters,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, languageOf, serve, serveOver } from '../platform/http/index.ts';
import { actorOf } from '../platform/signed/index.ts';
import { doublesToJudge, judgePair, likelyDoubles } from './doubles/index.ts';
import { fileRoutes } from './file-routes.ts';
import { lately } from './lately.ts';
import { measurePage } from './measure-page.ts';
import { missing } from './missing.ts';
import { profileList, profilePage } from './profiles.ts';
import { previewOf, requestOf } from './request.ts';
import { similarToMeasure } from './resemblance.ts';
import { registerPage, suggestFor } from './search.ts';
import { similarMeasures } from './similar.ts';
import { solutionList, solutionPage } from './solutions/index.ts';

export function registerRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, readDb, clock, config } = deps;
  serve(app, search, async ({ query, request, reply }) => {
    const { page, size, cursor, ...rest } = query;
    const list = await registerPage(readDb, clock(), requestOf(rest, request), { page, size, cursor });
    const frozen = list.releases.map(({ frozenAt }) => new Date(frozenAt));
    cacheable(reply, { lastModified: frozen, pinned: query.release !== undefined || cursor !== undefined });
    // Whole: not every program makes one of the address it asked at (httr2 of R does not).
    if (list.next !== null)
      reply.header('link', `<${config.publicUrl}${addressWith(request.url, list.next)}>; rel="next"`);
    return list;
  });

  serve(app, similar, async ({ body: { title, text, except, agency }, request }) =>
    similarMeasures(
      readDb,
      clock(),
      { title, text },
      { except: [except ?? ''], agency, language: languageOf(request) },
    ),
  );

  serve(app, suggestFilters, async ({ query: { q, round }, request }) =>
    suggestFor(readDb, clock(), requestOf({ q, round }, request)),
  );

  serve(app, readMeasure, async ({ params, query, request, reply }) => {
    const page = await measurePage(
      readDb,
      clock(),
      { id: params.id, round: query.round, release: query.release },
      languageOf(request),
    );
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)] });
    return page;
  });

  serve(app, similarTo, async ({ params, request, reply }) => {
    const found = await similarToMeasure(readDb, clock(), params.id, languageOf(request));
    cacheable(reply, { lastModified: [] });
    return found;
  });

  serve(app, listLikelyDoubles, async ({ query: { lang: _, ...asked }, request, reply }) => {
    const said = await likelyDoubles(readDb, clock(), asked, languageOf(request));
    // What coordinators say changes without a new release: it has no date.
    cacheable(reply, { lastModified: [] });
    return said;
  });

  const ofMinistry = async ({ params: { ministry } }: { params: { ministry: string } }) => ({
    target: { agency: '', ministry },
  });
  serveOver(app, listDoublesToJudge, ofMinistry, async ({ params, query: { lang: _, ...asked }, request }) =>
    doublesToJudge({ db, readDb }, clock(), { ...params, ...asked }, languageOf(request)),
  );
  serveOver(app, judgeDoubles, ofMinistry, async ({ params, body, user }) => {
    const ofAny = may(user?.roles, 'double.judge');
    return judgePair({ db, readDb }, ofAny ? undefined : params.ministry, body, actorOf(user), clock());
  });

  serve(app, readLately, async ({ query, request, reply }) => {
    const said = await lately(readDb, clock(), query.round, languageOf(request));
    cacheable(reply, { lastModified: said.releases.map(({ frozenAt }) => new Date(frozenAt)) });
    return said;
  });

  // Who has answered changes without a new release: it has no date.
  serve(app, readMissing, async ({ query, request, reply }) => {
    const said = await missing(readDb, clock(), query.round, languageOf(request));
    cacheable(reply, { lastModified: [] });
    return said;
  });

  serve(app, listProfiles, async ({ params, query, request, reply }) => {
    const { round, lang: _, ...page } = query;
    const list = await profileList(readDb, clock(), { ...params, round, language: languageOf(request) }, page);
    cacheable(reply, { lastModified: [new Date(list.release.frozenAt)] });
    return list;
  });

  serve(app, readProfile, async ({ params, query, request, reply }) => {
    const asked = { ...params, round: query.round, language: languageOf(request) };
    const page = await profilePage(readDb, clock(), asked);
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)] });
    return page;
  });

  serve(app, listSolutions, async ({ query: { round }, request, reply }) => {
    const list = await solutionList(readDb, clock(), { round, language: languageOf(request) });
    cacheable(reply, { lastModified: [new Date(list.release.frozenAt)] });
    return list;
  });

  serve(app, readSolution, async ({ params: { solution }, query: { round }, request, reply }) => {
    const page = await solutionPage(readDb, clock(), solution, { round, language: languageOf(request) });
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)] });
    return page;
  });

  // For staff, of one release that the public may not see yet.
  serve(app, previewRegister, async ({ params, query, request }) => {
    const { page, size, cursor, ...rest } = query;
    return registerPage(readDb, clock(), previewOf(params, requestOf(rest, request)), { page, size, cursor });
  });

  serve(app, previewMeasure, async ({ params: { id, year, number }, request }) =>
    measurePage(readDb, clock(), { id, round: year, release: number, unpublished: true }, languageOf(request)),
  );

  fileRoutes(app, deps);
}

/** The address of the page that a cursor leads to, of the same search. */
function addressWith(url: string, cursor: string): string {
  const [path = '', query] = url.split('?');
  const next = new URLSearchParams(query);
  next.delete('page');
  next.set('cursor', cursor);
  return `${path}?${next}`;
}
