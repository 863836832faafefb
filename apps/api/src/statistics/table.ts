import {
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

/** The table that was asked for. @throws ApiError unknownVariable, naming what is known */
export function requestedTable(release: LoadedRelease, request: TableRequest): Table {
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
  return requireVariables([counted], () => withProvenance(tableOf(counted, query), counted));
}
