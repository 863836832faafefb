import { readTable } from '@samblikk/contract';
import type { Table } from '@samblikk/statistics';
import { filtersOf } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, refuseUnknown, variablesAmong } from '../releases/index.ts';
import { requestedTable } from '../statistics/index.ts';

/**
 * The table at an address of one's own: that of the page, of the data, or what stands after its `?`.
 * @throws ApiError invalidRequest, unknownVariable
 */
export function ownTable(from: LoadedRelease, address: string): Table {
  const search = new URLSearchParams(address.slice(address.indexOf('?') + 1));
  const asked = readTable.query.safeParse(Object.fromEntries([...search].filter(([, value]) => value !== '')));
  if (!asked.success) throw new ApiError('invalidRequest', { detail: ['noTableAddress', { address }] });
  const { rows, columns, release: _, format: __, lang: ___, measure: statistic, of, base, share, ...rest } = asked.data;
  const { round: ____, ...filtering } = rest;
  const known = variablesAmong([from.sealed], filtersOf(filtering));
  refuseUnknown([from.sealed], known.ignored);
  return requestedTable(from, { rows, columns, statistic, of, base, share, filters: known.filters });
}
