import type { FastifyRequest } from 'fastify';
import { codesIn, filtersOf, languageOf } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { RegisterRequest } from './search.ts';

/** The same search in one release, published or not, whatever round and release the address itself names. */
export function previewOf({ year, number }: { year: number; number: number }, asked: RegisterRequest): RegisterRequest {
  return { ...asked, rounds: [], release: undefined, preview: { year, number } };
}

/** What an address asks of the register; what is not named here is a filter. */
export function requestOf(
  {
    q = '',
    round,
    release,
    lang: _,
    sort = '',
    ...rest
  }: {
    q?: string | undefined;
    round?: unknown;
    release?: number | undefined;
    lang?: unknown;
    sort?: string | undefined;
  } & Record<string, unknown>,
  request: FastifyRequest,
): RegisterRequest {
  const rounds = codesIn(round).map(Number);
  if (rounds.some((year) => !Number.isInteger(year))) throw new ApiError('invalidRequest', { detail: 'roundIsYears' });
  return { q, rounds, release, filters: filtersOf(rest), sort, language: languageOf(request) };
}
