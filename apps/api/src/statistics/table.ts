import { type Filters, type Table, type TableQuery, tableOf, variablesIn } from '@samblikk/statistics';
import { demandVariables, type LoadedRelease } from '../releases/index.ts';

/** What the address of a table says, apart from its format. */
export interface TableRequest {
  readonly rows: string;
  readonly columns?: string | undefined;
  readonly measure?: 'count' | 'share' | 'sum' | 'median' | undefined;
  readonly of?: string | undefined;
  readonly base?: 'asked' | 'answered' | undefined;
  readonly share?: 'table' | 'rows' | 'columns' | undefined;
  readonly filters: Filters;
}

/** The table that was asked for. @throws ApiError unknownVariable, naming what is known */
export function requestedTable(release: LoadedRelease, request: TableRequest): Table {
  const { rows, columns, of, base, share, filters } = request;
  const measure = request.measure ?? (share === undefined ? undefined : 'share');
  const query: TableQuery = {
    rows,
    filters,
    ...(columns !== undefined && { columns }),
    ...(measure !== undefined && { measure }),
    ...(of !== undefined && { of }),
    ...(base !== undefined && { base }),
    ...(share !== undefined && { shareOf: share }),
  };
  const counted = release.countedBy(variablesIn(query));
  return demandVariables([counted], () => tableOf(counted, query));
}
