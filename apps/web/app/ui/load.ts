import { type EndpointName, isPilot, type ReplyAt } from '@samblikk/contract/client';
import {
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  type ShouldRevalidateFunctionArgs,
} from 'react-router';
import { inLanguage, languageOfPath } from '../i18n/index.ts';
import { ApiProblem, apiOf, type Call, type Input } from '../platform/index.ts';
import { agencyParameter, answeringPath } from './addresses.ts';
import { loginPath } from './login-path.ts';

/**
 * The API for loaders and actions of signed-in pages. Someone whose session has ended goes to the login and comes back to
 * the same address; another refusal becomes a page with the same status.
 */
export function signedInApi({ context, request, url }: Pick<LoaderFunctionArgs, 'context' | 'request' | 'url'>): Call {
  const call = apiOf(context);
  return async <N extends EndpointName>(endpoint: N, input: Input<N>): Promise<ReplyAt<N>> => {
    try {
      return await call(endpoint, input);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      if (error.code === 'notSignedIn') throw toLogin(url);
      if (request.method !== 'GET') throw error;
      const { code, withdrawn } = error.problem;
      throw data({ code, ...(withdrawn && { withdrawn }) }, { status: error.status });
    }
  };
}

/** Whether the person moves about in one measure, which must work without a network: no loader is asked again then. */
export function staysInMeasure({ currentParams, nextParams, formMethod }: ShouldRevalidateFunctionArgs): boolean {
  const same = currentParams.measure === nextParams.measure && currentParams.year === nextParams.year;
  return same && nextParams.measure !== undefined && formMethod === undefined;
}

/** To the login and back. A whole page load: the login is not a page of the web. */
export function toLogin({ pathname, search }: URL): Response {
  return redirectDocument(loginPath(pathname + search));
}

/** To another page of ours, in the language of the page that was asked for. @param status 308 where it is so for good */
export function redirectTo({ pathname }: URL, path: string, status: 302 | 308 = 302): Response {
  return redirect(inLanguage(path, languageOfPath(pathname)), status);
}

/** Said here, so that a browser need not load the table of all errors for it. */
const noSuchPage = () => data({ code: 'notFound' }, { status: 404 });

/**
 * The agency of an address such as `/svar/kilder?virksomhet=991825827`. Without one it leads to where one is chosen, or
 * straight on when there is only one; throws a 404 page when it is none.
 */
export function agencyOf({ url }: Pick<LoaderFunctionArgs, 'url'>): string {
  const orgnr = url.searchParams.get(agencyParameter);
  if (orgnr === null) throw redirectTo(url, answeringPath);
  if (!/^\d{9}$/.test(orgnr)) throw noSuchPage();
  return orgnr;
}

/** An id in an address. Throws a 404 page when it is none. */
export function idOf({ params }: Pick<LoaderFunctionArgs, 'params'>, name: string): string {
  const id = params[name] ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) throw noSuchPage();
  return id;
}

/** Year and agency from an address such as `/svar/2026?virksomhet=991825827`, as `agencyOf` and `yearOf` read them. */
export const agencyRoundOf = (asked: Pick<LoaderFunctionArgs, 'params' | 'url'>) => ({
  orgnr: agencyOf(asked),
  year: yearOf(asked.params),
});

/** Year and measure from an address such as `/svar/2026/tiltak/<id>`. Throws a 404 page when it is none. */
export const measureYearOf = (asked: Pick<LoaderFunctionArgs, 'params'>) => ({
  measure: idOf(asked, 'measure'),
  year: yearOf(asked.params),
});

/** The year of an address. Throws a 404 page when it is none. */
export function yearOf(params: LoaderFunctionArgs['params']): number {
  const year = Number(params.year);
  if (!Number.isInteger(year) || year < 2017 || (year > 2100 && !isPilot(year)) || year > 9100) {
    throw noSuchPage();
  }
  return year;
}
