import {
  csvwType,
  figureCsvw,
  listFigures,
  listVariables,
  previewFigure,
  previewFigures,
  previewTable,
  previewVariables,
  readFigure,
  readTable,
  tableCsvw,
} from '@samblikk/contract';
import { figuresOf, type Table } from '@samblikk/statistics';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cacheable, type Deps, filtersOf, languageOf, negotiateFormat, serve } from '../platform/http/index.ts';
import {
  type LoadedRelease,
  loaded,
  refuseUnknown,
  releaseOf,
  variablesAmong,
  withAgencyNumbers,
} from '../releases/index.ts';
import { csvwOf } from './csvw.ts';
import { figureIn } from './figure.ts';
import { fileNameOf } from './file-name.ts';
import { sendTable } from './send-table.ts';
import { requestedTable, type TableRequest } from './table.ts';
import { aboutRelease, describeVariables } from './variables.ts';
import { describedBy, type Found, foundAt } from './where.ts';

/** What a reply is made from: a release, and where the register lists what its numbers count. */
interface Source {
  readonly from: LoadedRelease;
  readonly register: { readonly href: string; readonly parameters: Readonly<Record<string, string>> };
  /** Whether its CSV is described: what is public is. */
  readonly described?: true;
}

export function statisticsRoutes(app: FastifyInstance, { readDb, clock, config: { publicUrl } }: Deps): void {
  /** The public release of the year, with the cache headers that go with it. */
  const open = async (year: number, number: number | undefined, reply: FastifyReply): Promise<Source> => {
    const release = await releaseOf(readDb, clock(), year, number);
    cacheable(reply, { lastModified: [release.frozenAt], pinned: number !== undefined });
    const parameters = { round: String(year), ...(number !== undefined && { release: String(number) }) };
    return { from: await loaded(readDb, release), register: { href: '/api/v1/register', parameters }, described: true };
  };

  /** Any release of the year, for staff. */
  const preview = async ({ year, number }: { year: number; number: number }): Promise<Source> => {
    const release = await releaseOf(readDb, clock(), year, number, { unpublished: true });
    const href = `/api/v1/rounds/${year}/releases/${number}/register`;
    return { from: await loaded(readDb, release), register: { href, parameters: {} } };
  };

  /** What `compare=ministry:KMD` says, with agencies by number. */
  async function comparisonIn(from: LoadedRelease, { compare, against = 'rest' }: TableParameters) {
    if (compare === undefined || compare === '') return undefined;
    const [variable = '', ...rest] = compare.split(':');
    const codes = rest.join(':').split(',').filter(Boolean);
    const numbered = await withAgencyNumbers(readDb, [from], { [variable]: codes });
    return { variable, codes: numbered[variable] ?? codes, against };
  }

  async function tableAsked(from: LoadedRelease, query: TableParameters) {
    const { rows, columns, layers, measure: statistic, of, p, base, share, ...others } = query;
    const { release: _, format: __, lang: ___, compare: ____, against: _____, ...rest } = others;
    const known = variablesAmong([from.sealed], filtersOf(rest));
    const filters = await withAgencyNumbers(readDb, [from], known.filters);
    const comparison = await comparisonIn(from, query);
    const sides = { rows, columns, layers, comparison };
    const table = requestedTable(from, { ...sides, statistic, of, p, base, share, filters });
    return { table, ignored: known.ignored };
  }

  async function sendRequested(source: Source, query: TableParameters, request: FastifyRequest, reply: FastifyReply) {
    const { table, ignored } = await tableAsked(source.from, query);
    const how = howOf(source, query, request);
    if (how.format !== 'json-stat') refuseUnknown([source.from.sealed], ignored);
    const found = foundOf(source, request, { ignored });
    return sendTable(reply, table, { ...how, found, name: fileNameOf(table), ignored });
  }

  /** What describes the CSV of a table. */
  function describe(table: Table, source: Source, { format }: Formatted, request: FastifyRequest, reply: FastifyReply) {
    const url = publicUrl + fileAt(request.url, format === 'csv-excel' ? format : 'csv');
    const { where } = foundOf(source, request);
    const how = { language: languageOf(request), site: publicUrl, url, excel: format === 'csv-excel', where };
    return reply.type(csvwType).send(JSON.stringify(csvwOf(table, source.from, how), null, 1));
  }

  /** Where a reply is found for good. */
  const foundOf = (
    { from, described }: Source,
    request: FastifyRequest,
    more: { figure?: string; ignored?: readonly string[] } = {},
  ): Found =>
    foundAt(request.url, from, {
      ...{ site: publicUrl, language: languageOf(request), open: described === true },
      ...more,
    });

  function sendFigure(source: Source, id: string, query: Formatted, request: FastifyRequest, reply: FastifyReply) {
    const { table, finding } = figureIn(source.from, id, languageOf(request));
    const name = `samblikk-${source.from.release.year}-${id}`;
    const found = foundOf(source, request, { figure: id });
    return sendTable(reply, table, { ...howOf(source, query, request), found, name, finding });
  }

  serve(app, readTable, async ({ params, query, request, reply }) =>
    sendRequested(await open(params.year, query.release, reply), query, request, reply),
  );
  serve(app, tableCsvw, async ({ params, query, request, reply }) => {
    const source = await open(params.year, query.release, reply);
    const { table, ignored } = await tableAsked(source.from, query);
    refuseUnknown([source.from.sealed], ignored);
    return describe(table, source, query, request, reply);
  });
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
  serve(app, figureCsvw, async ({ params, query, request, reply }) => {
    const source = await open(params.year, query.release, reply);
    const { table } = figureIn(source.from, params.id, languageOf(request));
    return describe(table, source, query, request, reply);
  });
  serve(app, previewFigure, async ({ params, query, request, reply }) =>
    sendFigure(await preview(params), params.id, query, request, reply),
  );
}

type TableParameters = Omit<TableRequest, 'filters' | 'statistic' | 'comparison'> & {
  readonly compare?: string | undefined;
  readonly against?: 'rest' | 'all' | undefined;
  readonly measure?: TableRequest['statistic'];
  readonly format?: string | undefined;
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

type Formatted = Pick<TableParameters, 'format'>;

/** In which format and language a table is sent, and where its CSV is described. */
function howOf({ register, described }: Source, { format: named }: Formatted, request: FastifyRequest) {
  const format = negotiateFormat('table', named, request);
  const description =
    described && (format === 'csv' || format === 'csv-excel')
      ? { describedBy: { address: descriptionAt(request.url, format), type: csvwType } }
      : {};
  return { format, language: languageOf(request), register, ...description };
}

/** Where the CSV of a table, at its address, is described; and the other way. The format stands in both, also where it was asked for by Accept. */
const descriptionAt = (url: string, format: string): string => withFormat(url, format, (path) => path + describedBy);
const fileAt = (url: string, format: string): string =>
  withFormat(url, format, (path) => path.slice(0, -describedBy.length));

function withFormat(url: string, format: string, place: (path: string) => string): string {
  const [path = '', ...query] = url.split('?');
  const asked = query.join('?');
  const said = /(^|&)format=[^&]*/;
  const named = said.test(asked)
    ? asked.replace(said, `$1format=${format}`)
    : [asked, `format=${format}`].filter(Boolean).join('&');
  return `${place(path)}?${named}`;
}
