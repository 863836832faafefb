import type { Language } from '@samblikk/questionnaire';
import type { FastifyRequest } from 'fastify';
import { readMeasureNumber } from '../measures/index.ts';
import { codesIn, filtersOf, languageOf } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { RegisterRequest } from './search.ts';

/** The same search in one release, published or not, whatever round and release the address itself names. */
export function previewOf({ year, number }: { year: number; number: number }, asked: RegisterRequest): RegisterRequest {
  return { ...asked, rounds: [], release: undefined, preview: { year, number } };
}

interface Parameters extends Record<string, unknown> {
  readonly q?: string | undefined;
  readonly round?: unknown;
  readonly release?: number | undefined;
  readonly lang?: unknown;
  readonly sort?: string | undefined;
  readonly number?: unknown;
}

/** What an address asks of the register; what is not named here is a filter. */
export function requestOf(parameters: Parameters, request: FastifyRequest): RegisterRequest {
  return requestIn(parameters, languageOf(request));
}

/** As `requestOf`, in a language that is known. @throws ApiError invalidRequest */
export function requestIn(
  { q = '', round, release, lang: _, sort = '', number, ...rest }: Parameters,
  language: Language,
): RegisterRequest {
  const rounds = codesIn(round).map(Number);
  if (rounds.some((year) => !Number.isInteger(year))) throw new ApiError('invalidRequest', { detail: 'roundIsYears' });
  const numbers = codesIn(number).map((one) => readMeasureNumber(one) ?? one);
  return { q, rounds, release, filters: filtersOf(rest), numbers, sort, language };
}
