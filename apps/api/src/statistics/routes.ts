import { listFigures, listVariables, readFigure, readTable } from '@samblikk/contract';
import { computeFigure, figuresOf, variablesIn, withProvenance } from '@samblikk/statistics';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheable, type Deps, filtersOf, languageOf, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, loaded, releaseOf, variablesAmong, withAgencyNumbers } from '../releases/index.ts';
import { fileNameOf } from './file-name.ts';
import { formatOf, sendTable } from './send-table.ts';
import { requestedTable } from './table.ts';
import { aboutRelease, describeVariables } from './variables.ts';

export function statisticsRoutes(app: FastifyInstance, { readDb, clock }: Deps): void {
  /** The release of the year, and the cache headers that go with it. */
  const open = async (year: number, number: number | undefined, reply: FastifyReply): Promise<LoadedRelease> => {
    const release = await releaseOf(readDb, clock(), year, number);
    cacheable(reply, { lastModified: [release.frozenAt], immutable: number !== undefined });
    return loaded(readDb, release);
  };

  /** Where the register lists what a table counts; `extension.measures` has the rest of each query. */
  const registerOf = (year: number, release: number | undefined) => ({
    href: '/api/v1/register',
    parameters: { round: String(year), ...(release !== undefined && { release: String(release) }) },
  });

  serve(app, readTable, async ({ params, query, request, reply }) => {
    const { rows, columns, release, format, lang: _, measure: statistic, of, base, share, ...rest } = query;
    const from = await open(params.year, release, reply);
    const known = variablesAmong([from.sealed], filtersOf(rest));
    const { ignored } = known;
    const filters = await withAgencyNumbers(readDb, [from], known.filters);
    const table = requestedTable(from, { rows, columns, statistic, of, base, share, filters });
    const how = {
      format: formatOf(format, request),
      language: languageOf(request),
      name: fileNameOf(table),
      register: registerOf(params.year, release),
      ignored,
    };
    return sendTable(reply, table, how);
  });

  serve(app, listVariables, async ({ params, query, request, reply }) => {
    const from = await open(params.year, query.release, reply);
    return {
      release: aboutRelease(from, languageOf(request)),
      variables: describeVariables(from, languageOf(request)),
    };
  });

  serve(app, listFigures, async ({ params, query, request, reply }) => {
    const from = await open(params.year, query.release, reply);
    const language = languageOf(request);
    return {
      release: aboutRelease(from, language),
      figures: figuresOf(from.sealed).map(({ id, number, title }) => ({
        id,
        number,
        title: title[language],
        href: `/api/v1/statistics/${params.year}/figures/${id}`,
      })),
    };
  });

  serve(app, readFigure, async ({ params, query, request, reply }) => {
    const from = await open(params.year, query.release, reply);
    const figure = figuresOf(from.sealed).find(({ id }) => id === params.id);
    if (!figure) throw new ApiError('notFound', { detail: ['noFigure', { year: params.year, figure: params.id }] });
    const how = {
      format: formatOf(query.format, request),
      language: languageOf(request),
      name: `samblikk-${params.year}-${figure.id}`,
      register: registerOf(params.year, query.release),
    };
    const counted = from.countedBy(variablesIn(figure));
    return sendTable(reply, withProvenance(computeFigure(figure, counted), counted), how);
  });
}
