import { Readable } from 'node:stream';
import {
  registerCsv as csvFile,
  registerJson as jsonFile,
  listProfiles,
  measureJsonLd,
  previewCsv,
  previewJson,
  previewMeasure,
  previewRegister,
  readMeasure,
  readProfile,
  searchRegister as search,
  similarMeasures as similar,
  similarToMeasure as similarTo,
  suggestFilters,
} from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheable, type Deps, languageOf, serve, tagOf } from '../platform/http/index.ts';
import { registerCsv, registerJson } from './files.ts';
import { measureJsonLdOf } from './json-ld.ts';
import { measurePage } from './measure-page.ts';
import { profileList, profilePage } from './profiles.ts';
import { previewOf, requestOf } from './request.ts';
import { similarToMeasure } from './resemblance.ts';
import { type Found, type RegisterRequest, registerPage, searchRegister, suggestFor } from './search.ts';
import { similarMeasures } from './similar.ts';

export function registerRoutes(app: FastifyInstance, { readDb, clock, config }: Deps): void {
  const sendCsv = async (
    asked: RegisterRequest,
    excel: boolean | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    const found = await searchRegister(readDb, clock(), asked);
    const type = 'text/csv; charset=utf-8; header=present';
    return sendFile(request, reply, found, { type, name: 'samblikk-tiltak.csv' }, () =>
      registerCsv(readDb, found, languageOf(request), excel ?? false),
    );
  };
  const sendJson = async (asked: RegisterRequest, request: FastifyRequest, reply: FastifyReply) => {
    const found = await searchRegister(readDb, clock(), asked);
    const type = 'application/json; charset=utf-8';
    return sendFile(request, reply, found, { type, name: 'samblikk-tiltak.json' }, () =>
      registerJson(readDb, found, languageOf(request)),
    );
  };

  serve(app, search, async ({ query, request, reply }) => {
    const { page, size, cursor, ...rest } = query;
    const list = await registerPage(readDb, clock(), requestOf(rest, request), { page, size, cursor });
    const frozen = list.releases.map(({ frozenAt }) => new Date(frozenAt));
    cacheable(reply, { lastModified: frozen, pinned: query.release !== undefined || cursor !== undefined });
    if (list.next !== null) reply.header('link', `<${addressWith(request.url, list.next)}>; rel="next"`);
    return list;
  });

  serve(app, similar, async ({ query: { title = '', text = '', except, agency }, request }) =>
    similarMeasures(readDb, clock(), { title, text }, { except, agency, language: languageOf(request) }),
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

  serve(app, measureJsonLd, async ({ params, query, request, reply }) => {
    const language = languageOf(request);
    const page = await measurePage(
      readDb,
      clock(),
      { ...params, round: query.round, release: query.release },
      language,
    );
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)], pinned: query.release !== undefined });
    const said = JSON.stringify(measureJsonLdOf(page, config.publicUrl, language));
    return reply.header('content-type', 'application/ld+json; charset=utf-8').send(said);
  });

  serve(app, similarTo, async ({ params, request, reply }) => {
    const found = await similarToMeasure(readDb, clock(), params.id, languageOf(request));
    cacheable(reply, { lastModified: [] });
    return found;
  });

  serve(app, listProfiles, async ({ params, query, request, reply }) => {
    const list = await profileList(readDb, clock(), { ...params, round: query.round, language: languageOf(request) });
    cacheable(reply, { lastModified: [new Date(list.release.frozenAt)] });
    return list;
  });

  serve(app, readProfile, async ({ params, query, request, reply }) => {
    const asked = { ...params, round: query.round, language: languageOf(request) };
    const page = await profilePage(readDb, clock(), asked);
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)] });
    return page;
  });

  serve(app, csvFile, async ({ query, request, reply }) => {
    const { excel, page: _, size: __, ...rest } = query;
    return sendCsv(requestOf(rest, request), excel, request, reply);
  });

  serve(app, jsonFile, async ({ query, request, reply }) => {
    const { excel: _, page: __, size: ___, ...rest } = query;
    return sendJson(requestOf(rest, request), request, reply);
  });

  // For staff, of one release that the public may not see yet.
  serve(app, previewRegister, async ({ params, query, request }) => {
    const { page, size, cursor, ...rest } = query;
    return registerPage(readDb, clock(), previewOf(params, requestOf(rest, request)), { page, size, cursor });
  });

  serve(app, previewMeasure, async ({ params: { id, year, number }, request }) =>
    measurePage(readDb, clock(), { id, round: year, release: number, unpublished: true }, languageOf(request)),
  );

  serve(app, previewCsv, async ({ params, query, request, reply }) => {
    const { excel, page: _, size: __, ...rest } = query;
    return sendCsv(previewOf(params, requestOf(rest, request)), excel, request, reply);
  });

  serve(app, previewJson, async ({ params, query, request, reply }) => {
    const { excel: _, page: __, size: ___, ...rest } = query;
    return sendJson(previewOf(params, requestOf(rest, request)), request, reply);
  });
}

/** The address of the page that a cursor leads to, of the same search. */
function addressWith(url: string, cursor: string): string {
  const [path = '', query] = url.split('?');
  const next = new URLSearchParams(query);
  next.delete('page');
  next.set('cursor', cursor);
  return `${path}?${next}`;
}

/** Streams a file of what was found. Its tag comes from releases and address, since the content is not known beforehand. */
function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  { selection }: Found,
  file: { type: string; name: string },
  lines: () => AsyncIterable<string>,
): FastifyReply {
  const releases = selection.corpus.parts.map(({ release }) => release);
  const content = [
    request.url,
    languageOf(request),
    ...releases.map(({ id, contentHash }) => `${id} ${contentHash}`),
  ].join('\n');
  cacheable(reply, { lastModified: releases.map(({ frozenAt }) => frozenAt) });
  return reply
    .header('etag', tagOf(content))
    .header('content-type', file.type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .send(Readable.from(lines()));
}
