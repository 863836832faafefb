import { data, type HeadersFunction } from 'react-router';
import { ApiProblem } from '../platform/index.ts';

/** For route modules of public pages: the page is the same for everyone, and caches may keep it for a while. */
export const publicHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) =>
  errorHeaders
    ? {}
    : {
        // A preview for staff says itself that no one may keep it.
        'cache-control':
          loaderHeaders.get('cache-control') ?? 'public, max-age=0, s-maxage=300, stale-while-revalidate=600',
        ...lastModified(loaderHeaders),
      };

function lastModified(headers: Headers): Record<string, string> {
  const value = headers.get('last-modified');
  return value === null ? {} : { 'last-modified': value };
}

/**
 * What a loader of a public page answers with; `frozenAt` of the newest release shown dates the page. A preview for staff
 * has no date, and is not to be kept by anyone.
 */
export function dated<T>(value: T, frozenAt: readonly string[], preview?: object) {
  if (preview !== undefined) return data(value, { headers: { 'cache-control': 'private, no-store' } });
  const newest = frozenAt.map((iso) => Date.parse(iso)).reduce((a, b) => Math.max(a, b), 0);
  return data(value, newest > 0 ? { headers: { 'last-modified': new Date(newest).toUTCString() } } : {});
}

/** What a loader answers with when its page says itself that there is nothing at the address: no cache keeps that. */
export function missing<T>(value: T) {
  return data(value, { status: 404, headers: { 'cache-control': 'no-store' } });
}

/** What a loader answers with when its page says itself what it could not make sense of: no cache keeps that. */
export function misunderstood<T>(value: T) {
  return data(value, { status: 400, headers: { 'cache-control': 'no-store' } });
}

/** Words of an address, as they stand in a sentence. */
export const inQuotes = (words: readonly string[]): string => words.map((word) => `«${word}»`).join(', ');

/** Addresses that the API cannot make sense of are pages that do not exist. */
const asMissing: readonly number[] = [400, 422];

/** Turns the API's refusals into pages with the same status. */
export function refusal(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error;
  const { withdrawal } = error.problem;
  throw data(
    { code: error.code, ...(withdrawal && { withdrawal }) },
    { status: asMissing.includes(error.status) ? 404 : error.status },
  );
}
