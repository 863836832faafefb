import {
  type Comparison,
  type Dataset,
  type Filters,
  type ShareOf,
  type Statistic,
  type Table,
  type TableQuery,
  tableOf,
  variablesIn,
  withProvenance,
} from '@samblikk/statistics';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, requireVariables } from '../releases/index.ts';

/** What the address of a table says, apart from its format. */
export interface TableRequest {
  readonly rows: string;
  readonly columns?: string | undefined;
  readonly layers?: string | undefined;
  readonly comparison?: Comparison | undefined;
  readonly statistic?: Statistic | undefined;
  readonly of?: string | undefined;
  readonly p?: number | undefined;
  readonly base?: 'asked' | 'answered' | undefined;
  readonly share?: ShareOf | undefined;
  readonly filters: Filters;
}

/** More numbers than this, each with its query, is more than anyone reads, and megabytes to send. */
const mostCells = 100_000;

/** The table that was asked for, with the origin of its numbers. @throws ApiError unknownVariable, naming what is known; impossibleTable */
export function requestedTable(release: LoadedRelease, request: TableRequest): Table {
  const { query, counted } = read(release, request);
  refuseSides(counted, query);
  return withProvenance(
    requireVariables([counted], () => tableOf(counted, query)),
    counted,
  );
}

/** The same numbers, without where each is from: for those who ask for many tables at once. @throws ApiError unknownVariable */
export function countedTable(release: LoadedRelease, request: TableRequest): Table {
  const { query, counted } = read(release, request);
  return requireVariables([counted], () => tableOf(counted, query));
}

/** What is asked, and of which counts: those that may tell of all its variables together. */
function read(release: LoadedRelease, request: TableRequest): { query: TableQuery; counted: Dataset } {
  const { of, p, base, share, filters } = request;
  const statistic = request.statistic ?? (share === undefined ? undefined : 'share');
  const query: TableQuery = {
    ...sidesOf(request),
    filters,
    ...(statistic !== undefined && { statistic }),
    ...(of !== undefined && { of }),
    ...(p !== undefined && { p }),
    ...(base !== undefined && { base }),
    ...(share !== undefined && { shareOf: share }),
  };
  return { query, counted: release.countedBy(variablesIn(query)) };
}

/** Rows, columns and layers; a comparison stands where there is room. */
function sidesOf({ rows, columns, layers, comparison }: TableRequest): Pick<TableQuery, 'rows' | 'columns' | 'layers'> {
  const across = [columns, layers, comparison].filter((side) => side !== undefined);
  if (across.length > 2) throw new ApiError('impossibleTable', { detail: 'tooManySides' });
  const [second, third] = across;
  return { rows, ...(second !== undefined && { columns: second }), ...(third !== undefined && { layers: third }) };
}

/**
 * Rows and columns may be any two variables, also the same one: others rely on that. Of three sides none may say the same twice.
 * @throws ApiError impossibleTable for that, and for too many cells
 */
function refuseSides({ columns: known }: Dataset, { rows, columns, layers }: TableQuery): void {
  const sides = [rows, columns, layers].flatMap((side) =>
    typeof side === 'string' ? [side] : side && 'variable' in side ? [side.variable] : [],
  );
  const twice =
    layers !== undefined && sides.find((side, at) => sides.indexOf(side) !== at && !known.get(side)?.variable.several);
  if (twice) throw new ApiError('impossibleTable', { detail: ['sameVariable', { variable: twice }] });
  const cells = sides.reduce((product, side) => product * Math.max(known.get(side)?.categories.length ?? 1, 1), 1);
  if (cells > mostCells)
    throw new ApiError('impossibleTable', { detail: ['tooManyCells', { cells, most: mostCells }] });
}
