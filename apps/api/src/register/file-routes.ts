import {
  csvwType,
  measureCsv,
  measureJson,
  measureJsonLd,
  measureXlsx,
  previewCsv,
  previewJson,
  previewNdjson,
  previewParquet,
  previewXlsx,
  type RegisterFormat,
  registerCsv,
  registerCsvw,
  registerJson,
  registerNdjson,
  registerParquet,
  registerXlsx,
} from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheable, type Deps, languageOf, sendFile, serve } from '../platform/http/index.ts';
import { csvwOf, type Listing, listingOf, measureListing, registerFile } from './files/index.ts';
import { measureJsonLdOf } from './json-ld.ts';
import { measurePage } from './measure-page.ts';
import { previewOf, requestOf } from './request.ts';
import { type RegisterRequest, searchRegister } from './search.ts';

/** The endings of the register’s addresses, each with its address for everyone and for staff. */
const searches = {
  xlsx: [registerXlsx, previewXlsx],
  csv: [registerCsv, previewCsv],
  json: [registerJson, previewJson],
  ndjson: [registerNdjson, previewNdjson],
  parquet: [registerParquet, previewParquet],
} as const;
const measures = { xlsx: measureXlsx, csv: measureCsv, json: measureJson } as const;

/** The files of the register: of a search, of a release before it is public, of one measure. */
export function fileRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  const sendSearch = async (asked: RegisterRequest, format: RegisterFormat, call: Asked) => {
    const found = await searchRegister(readDb, clock(), asked);
    return send(listingOf(found, asked, publicUrl), format, 'samblikk-tiltak', call);
  };
  /** What describes a CSV that is asked for at this address: the same search. */
  const descriptionOf = (format: RegisterFormat, { url }: FastifyRequest) =>
    format.startsWith('csv') && url.startsWith(registerCsv.path)
      ? { address: registerCsvw.path + inLink(url.slice(registerCsv.path.length)), type: csvwType }
      : undefined;

  const send = (
    listing: Listing,
    format: RegisterFormat,
    name: string,
    { request, reply, pinned }: Asked,
  ): FastifyReply => {
    const releases = listing.corpus.parts.map(({ release }) => release);
    cacheable(reply, { lastModified: releases.map(({ frozenAt }) => frozenAt), pinned: pinned ?? false });
    const madeOf = [request.url, languageOf(request), ...releases.map(({ id, contentHash }) => `${id} ${contentHash}`)];
    const describedBy = descriptionOf(format, request);
    return sendFile(reply, { format, name, describedBy, madeOf, content: registerFile(readDb, format, listing) });
  };

  for (const [ending, [open, preview]] of entriesOf(searches)) {
    serve(app, open, async ({ query: { excel, page: _, size: __, cursor: ___, ...rest }, request, reply }) => {
      const asked = requestOf(rest, request);
      return sendSearch(asked, formatOf(ending, excel), { request, reply, pinned: rest.release !== undefined });
    });
    serve(
      app,
      preview,
      async ({ params, query: { excel, page: _, size: __, cursor: ___, ...rest }, request, reply }) => {
        const asked = previewOf(params, requestOf(rest, request));
        return sendSearch(asked, formatOf(ending, excel), { request, reply });
      },
    );
  }

  serve(app, registerCsvw, async ({ query: { excel, page: _, size: __, cursor: ___, ...rest }, request, reply }) => {
    const asked = requestOf(rest, request);
    const found = await searchRegister(readDb, clock(), asked);
    const releases = found.selection.corpus.parts.map(({ release }) => release);
    cacheable(reply, { lastModified: releases.map(({ frozenAt }) => frozenAt), pinned: rest.release !== undefined });
    const url = publicUrl + registerCsv.path + request.url.slice(registerCsvw.path.length);
    const said = csvwOf(listingOf(found, asked, publicUrl), { site: publicUrl, url, excel: excel === true });
    return reply.type(csvwType).send(JSON.stringify(said, null, 1));
  });

  for (const [ending, endpoint] of entriesOf(measures))
    serve(app, endpoint, async ({ params: { id }, query: { excel }, request, reply }) => {
      const listing = await measureListing(readDb, clock(), { id, language: languageOf(request), site: publicUrl });
      return send(listing, formatOf(ending, excel), `samblikk-${id}`, { request, reply });
    });

  serve(app, measureJsonLd, async ({ params, query: { round, release }, request, reply }) => {
    const language = languageOf(request);
    const page = await measurePage(readDb, clock(), { ...params, round, release }, language);
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)], pinned: release !== undefined });
    const content = JSON.stringify(measureJsonLdOf(page, publicUrl, language));
    return sendFile(reply, { format: 'json-ld', name: `samblikk-${page.number}`, content });
  });
}

/** A part of an address as a header may hold it. */
const inLink = (text: string) => text.toWellFormed().replace(/[^!#$%&'()*+,\-./\w:;=?@~]/gu, encodeURIComponent);

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly pinned?: boolean;
}

const formatOf = (ending: keyof typeof searches, excel: boolean | undefined): RegisterFormat =>
  ending === 'csv' && excel ? 'csv-excel' : ending;

const entriesOf = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];
