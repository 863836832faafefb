import {
  listFigures,
  listVariables,
  previewFigure,
  previewFigures,
  previewTable,
  previewVariables,
  readFigure,
  readTable,
} from '@samblikk/contract';
import { figuresOf } from '@samblikk/statistics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheable, type Deps, filtersOf, languageOf, serve } from '../platform/http/index.ts';
import { type LoadedRelease, loaded, releaseOf, variablesAmong, withAgencyNumbers } from '../releases/index.ts';
import { figureIn } from './figure.ts';
import { fileNameOf } from './file-name.ts';
import { formatOf, sendTable } from './send-table.ts';
import { requestedTable, type TableRequest } from './table.ts';
import { aboutRelease, describeVariables } from './variables.ts';

/** What a reply is made from: a release, and where the register lists what its numbers count. */
interface Source {
  readonly from: LoadedRelease;
  readonly register: { readonly href: string; readonly parameters: Readonly<Record<string, string>> };
}

export function statisticsRoutes(app: FastifyInstance, { readDb, clock }: Deps): void {
  /** The public release of the year, with the cache headers that go with it. */
  const open = async (year: number, number: number | undefined, reply: FastifyReply): Promise<Source> => {
    const release = await releaseOf(readDb, clock(), year, number);
    cacheable(reply, { lastModified: [release.frozenAt], pinned: number !== undefined });
    const parameters = { round: String(year), ...(number !== undefined && { release: String(number) }) };
    return { from: await loaded(readDb, release), register: { href: '/api/v1/register', parameters } };
  };

  /** Any release of the year, for staff. */
  const preview = async ({ year, number }: { year: number; number: number }): Promise<Source> => {
    const release = await releaseOf(readDb, clock(), year, number, { unpublished: true });
    const href = `/api/v1/rounds/${year}/releases/${number}/register`;
    return { from: await loaded(readDb, release), register: { href, parameters: {} } };
  };

  async function sendRequested(
    { from, register }: Source,
    query: TableParameters,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    const { rows, columns, release: _, format, lang: __, measure: statistic, of, base, share, ...rest } = query;
    const known = variablesAmong([from.sealed], filtersOf(rest));
    const { ignored } = known;
    const filters = await withAgencyNumbers(readDb, [from], known.filters);
    const table = requestedTable(from, { rows, columns, statistic, of, base, share, filters });
    const how = { format: formatOf(format, request), language: languageOf(request), name: fileNameOf(table) };
    return sendTable(reply, table, { ...how, register, ignored });
  }

  serve(app, readTable, async ({ params, query, request, reply }) =>
    sendRequested(await open(params.year, query.release, reply), query, request, reply),
  );
  serve(app, previewTable, async ({ params, query, request, reply }) =>
    sendRequested(await preview(params), query, request, reply),
  );

  serve(app, listVariables, async ({ params, query, request, reply }) =>
    variablesOf(await open(params.year, query.release, reply), request),
  );
  serve(app, previewVariables, async ({ params, request }) => variablesOf(await preview(params), request));

  serve(app, listFigures, async ({ params, query, request, reply }) => {
    const href = (id: string) => `/api/v1/statistics/${params.year}/figures/${id}`;
    return figureList(await open(params.year, query.release, reply), href, request);
  });
  serve(app, previewFigures, async ({ params, request }) => {
    const href = (id: string) => `/api/v1/rounds/${params.year}/releases/${params.number}/figures/${id}`;
    return figureList(await preview(params), href, request);
  });

  serve(app, readFigure, async ({ params, query, request, reply }) =>
    sendFigure(await open(params.year, query.release, reply), params.id, query, request, reply),
  );
  serve(app, previewFigure, async ({ params, query, request, reply }) =>
    sendFigure(await preview(params), params.id, query, request, reply),
  );
}

type TableParameters = Omit<TableRequest, 'filters' | 'statistic'> & {
  readonly measure?: TableRequest['statistic'];
  readonly format?: Parameters<typeof formatOf>[0];
  readonly lang?: unknown;
  readonly release?: number | undefined;
};

function variablesOf({ from }: Source, request: FastifyRequest) {
  const language = languageOf(request);
  return { release: aboutRelease(from, language), variables: describeVariables(from, language) };
}

function figureList({ from }: Source, href: (id: string) => string, request: FastifyRequest) {
  const language = languageOf(request);
  const figures = figuresOf(from.sealed).map(({ id, number, title }) => ({
    id,
    number,
    title: title[language],
    href: href(id),
  }));
  return { release: aboutRelease(from, language), figures };
}

function sendFigure(
  { from, register }: Source,
  id: string,
  { format }: Pick<TableParameters, 'format'>,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const language = languageOf(request);
  const { table, finding } = figureIn(from, id, language);
  const name = `samblikk-${from.release.year}-${id}`;
  return sendTable(reply, table, { format: formatOf(format, request), language, name, register, finding });
}
