import {
  csvwType,
  measureCsv,
  measureCsvw,
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
import { cacheable, type Deps, type FileToSend, languageOf, sendFile, serve } from '../platform/http/index.ts';
import { csvwOf, type Listing, listingName, listingOf, measureListing, registerFile } from './files/index.ts';
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
    const found = await searchRegister(readDb, clock(), { ...asked, strict: true });
    return send(listingOf(found, asked, publicUrl), format, listingName(found, asked), call);
  };
  const send = (listing: Listing, format: RegisterFormat, name: string, call: Asked): FastifyReply => {
    const { request, reply } = call;
    const releases = dateBy(listing, call);
    const madeOf = [request.url, languageOf(request), ...releases.map(({ id, contentHash }) => `${id} ${contentHash}`)];
    const describedBy = format.startsWith('csv') ? call.describedBy : undefined;
    return sendFile(reply, { format, name, describedBy, madeOf, content: registerFile(readDb, format, listing) });
  };

  /** What describes the CSV of a listing, at the address of the CSV with `-metadata.json` after it. */
  const describe = (listing: Listing, excel: boolean | undefined, call: Asked): FastifyReply => {
    dateBy(listing, call);
    const url = publicUrl + call.request.url.replace('.csv-metadata.json', '.csv');
    const said = csvwOf(listing, { site: publicUrl, url, excel: excel === true });
    return call.reply.type(csvwType).send(JSON.stringify(said, null, 1));
  };

  for (const [ending, [open, preview]] of entriesOf(searches)) {
    serve(app, open, async ({ query: { excel, page: _, size: __, cursor: ___, ...rest }, request, reply }) => {
      const asked = requestOf(rest, request);
      const describedBy = descriptionOf(request);
      const pinned = rest.release !== undefined;
      return sendSearch(asked, formatOf(ending, excel), { request, reply, pinned, describedBy });
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
    const listing = listingOf(await searchRegister(readDb, clock(), { ...asked, strict: true }), asked, publicUrl);
    return describe(listing, excel, { request, reply, pinned: rest.release !== undefined });
  });

  const ofMeasure = (id: string, request: FastifyRequest) =>
    measureListing(readDb, clock(), { id, language: languageOf(request), site: publicUrl });
  for (const [ending, endpoint] of entriesOf(measures))
    serve(app, endpoint, async ({ params: { id }, query: { excel }, request, reply }) => {
      const describedBy = descriptionOf(request);
      const listing = await ofMeasure(id, request);
      return send(listing, formatOf(ending, excel), `samblikk-${id}`, { request, reply, describedBy });
    });

  serve(app, measureCsvw, async ({ params: { id }, query: { excel }, request, reply }) =>
    describe(await ofMeasure(id, request), excel, { request, reply }),
  );

  serve(app, measureJsonLd, async ({ params, query: { round, release }, request, reply }) => {
    const language = languageOf(request);
    const page = await measurePage(readDb, clock(), { ...params, round, release }, language);
    cacheable(reply, { lastModified: [new Date(page.release.frozenAt)], pinned: release !== undefined });
    const content = JSON.stringify(measureJsonLdOf(page, publicUrl, language));
    return sendFile(reply, { format: 'json-ld', name: `samblikk-${page.number}`, content });
  });
}

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly pinned?: boolean;
  /** What describes it, where it is a CSV. */
  readonly describedBy?: FileToSend['describedBy'];
}

/** Where the CSV at an address is described. */
const descriptionOf = ({ url }: FastifyRequest) => ({
  address: url.replace(/\.csv(?=\?|$)/, '.csv-metadata.json'),
  type: csvwType,
});

/** Dates a reply by the releases it is from. */
function dateBy({ corpus }: Listing, { reply, pinned = false }: Asked) {
  const releases = corpus.parts.map(({ release }) => release);
  cacheable(reply, { lastModified: releases.map(({ frozenAt }) => frozenAt), pinned });
  return releases;
}

const formatOf = (ending: keyof typeof searches, excel: boolean | undefined): RegisterFormat =>
  ending === 'csv' && excel ? 'csv-excel' : ending;

const entriesOf = <T extends object>(table: T) => Object.entries(table) as [keyof T, T[keyof T]][];
