import {
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
import { type LoadedRelease, requireVariables } from '../releases/index.ts';

/** What the address of a table says, apart from its format. */
export interface TableRequest {
  readonly rows: string;
  readonly columns?: string | undefined;
  readonly layers?: string | undefined;
  readonly statistic?: Statistic | undefined;
  readonly of?: string | undefined;
  readonly p?: number | undefined;
  readonly base?: 'asked' | 'answered' | undefined;
  readonly share?: ShareOf | undefined;
  readonly filters: Filters;
}

/** The table that was asked for, with the origin of its numbers. @throws ApiError unknownVariable, naming what is known */
export function requestedTable(release: LoadedRelease, request: TableRequest): Table {
  const { table, counted } = count(release, request);
  return withProvenance(table, counted);
}

/** The same numbers, without where each is from: for those who ask for many tables at once. @throws ApiError unknownVariable */
export function countedTable(release: LoadedRelease, request: TableRequest): Table {
  return count(release, request).table;
}

function count(release: LoadedRelease, request: TableRequest): { table: Table; counted: Dataset } {
  const { rows, columns, layers, of, p, base, share, filters } = request;
  const statistic = request.statistic ?? (share === undefined ? undefined : 'share');
  const query: TableQuery = {
    rows,
    filters,
    ...(columns !== undefined && { columns }),
    ...(layers !== undefined && { layers }),
    ...(statistic !== undefined && { statistic }),
    ...(of !== undefined && { of }),
    ...(p !== undefined && { p }),
    ...(base !== undefined && { base }),
    ...(share !== undefined && { shareOf: share }),
  };
  const counted = release.countedBy(variablesIn(query));
  return { counted, table: requireVariables([counted], () => tableOf(counted, query)) };
}
