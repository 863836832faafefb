import { data, type HeadersFunction } from 'react-router';
import { ApiProblem } from '../api.ts';

/** For route modules of public pages: the page is the same for everyone, and caches may keep it for a while. */
export const publicHeaders: HeadersFunction = ({ loaderHeaders, errorHeaders }) =>
  errorHeaders
    ? {}
    : {
        'cache-control': 'public, max-age=0, s-maxage=300, stale-while-revalidate=600',
        ...lastModified(loaderHeaders),
      };

function lastModified(headers: Headers): Record<string, string> {
  const value = headers.get('last-modified');
  return value === null ? {} : { 'last-modified': value };
}

/** What a loader of a public page answers with; `frozenAt` of the newest release shown dates the page. */
export function dated<T>(value: T, frozenAt: readonly string[]) {
  const newest = frozenAt.map((iso) => Date.parse(iso)).reduce((a, b) => Math.max(a, b), 0);
  return data(value, newest > 0 ? { headers: { 'last-modified': new Date(newest).toUTCString() } } : {});
}

/** Turns the API's refusals into pages with the same status: 404 stays 404, a query nobody understands is 404 as well. */
export function refusal(error: unknown): never {
  if (error instanceof ApiProblem && error.status < 500)
    throw data({ code: error.code }, { status: error.status === 422 ? 404 : error.status });
  throw error;
}
