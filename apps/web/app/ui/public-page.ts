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

/** Addresses that the API cannot make sense of are pages that do not exist. */
const asMissing: readonly number[] = [400, 422];

/** What stands after the `?` of a list: where one of them is none of ours, the page is there, and the address says something else. */
const ofSearch: readonly string[] = ['q', 'sort', 'round', 'release'];

/** Turns the API's refusals into pages with the same status. */
export function refusal(error: unknown): never {
  if (!(error instanceof ApiProblem)) throw error;
  const { withdrawal, issues = [] } = error.problem;
  const misread = error.code === 'unknownVariable' || issues.some(({ question }) => ofSearch.includes(question));
  const status = asMissing.includes(error.status) ? (misread ? 400 : 404) : error.status;
  throw data({ code: error.code, ...(withdrawal && { withdrawal }) }, { status });
}
