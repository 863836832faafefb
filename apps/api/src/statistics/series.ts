import type { Text } from '@samblikk/questionnaire';
import {
  computeFigure,
  declaredLink,
  figuresOf,
  publishedLike,
  publishedYears,
  type Series,
  StatisticsError,
  seriesOf,
  type Table,
  variablesIn,
  yearOfTable,
} from '@samblikk/statistics';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, unknown } from '../releases/index.ts';
import { requestedTable, type TableRequest } from './table.ts';

/** A figure of the yearly report, or a table, over the years. */
export type SeriesRequest = { readonly figure: string } | (TableRequest & { readonly figure?: undefined });

/**
 * The series that was asked for: a release of each round, and what is only published of the years before.
 * @param parts a release of each round
 * @throws ApiError notFound for a figure that no round has; unknownVariable, naming what is known
 */
export function requestedSeries(
  parts: readonly LoadedRelease[],
  request: SeriesRequest,
): { series: Series; title: Text } {
  const { tables, variables } =
    request.figure === undefined ? tablesOf(parts, request) : figuresBy(parts, request.figure);
  const newest = tables.reduce((best, table) => (table.edition.year > best.edition.year ? table : best));
  const years = [
    ...publishedYears.flatMap((published) => {
      const isThere = tables.some(({ release }) => release?.year === published.year);
      return isThere ? [] : (publishedLike(newest, published) ?? []);
    }),
    ...tables.map(yearOfTable),
  ];
  const series = seriesOf(years, declaredLink(variables));
  return { series, title: over(newest.title, series) };
}

/** A title with the years: `Kostnadsramme (2018–2019)`; where it names the newest, they stand there. */
function over({ nb, nn, en }: Text, { years }: Series): Text {
  const [first, last] = [years[0]?.edition.year, years.at(-1)?.edition.year];
  const span = first === last ? String(first) : `${first}–${last}`;
  const year = new RegExp(`, ${last}(?= –|$)`);
  const spanned = (title: string) => (year.test(title) ? title.replace(year, `, ${span}`) : `${title} (${span})`);
  return { nb: spanned(nb), nn: spanned(nn), en: spanned(en) };
}

interface Tables {
  readonly tables: readonly Table[];
  readonly variables: readonly string[];
}

function figuresBy(parts: readonly LoadedRelease[], id: string): Tables {
  const found = parts.flatMap((part) => {
    const figure = figuresOf(part.sealed).find((one) => one.id === id);
    return figure ? [{ part, figure }] : [];
  });
  const newest = found.at(-1);
  if (!newest)
    throw new ApiError('notFound', { detail: ['noFigure', { year: parts.at(-1)?.release.year ?? 0, figure: id }] });
  const tables = found.map(({ part, figure }) => computeFigure(figure, part.countedBy(variablesIn(figure))));
  return { tables, variables: variablesIn(newest.figure) };
}

/** The same table of every round that has its variables and codes. */
function tablesOf(parts: readonly LoadedRelease[], request: TableRequest): Tables {
  let fault: unknown;
  const tables = parts.flatMap((part) => {
    try {
      return [requestedTable(part, request)];
    } catch (error) {
      // A round that did not ask is no year of the series; that no round did is the fault of the request.
      if (!(error instanceof ApiError) || error.code !== 'unknownVariable') throw error;
      fault = error;
      return [];
    }
  });
  if (tables.length === 0)
    throw (
      fault ??
      unknown(
        parts.map(({ sealed }) => sealed),
        new StatisticsError('unknownVariable', request.rows),
      )
    );
  const { rows, columns, of, filters } = request;
  const named = { rows, filters, ...(columns !== undefined && { columns }), ...(of !== undefined && { of }) };
  return { tables, variables: variablesIn(named) };
}
