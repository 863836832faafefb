import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { allLanguages, loadAllMessages } from './i18n/index.ts';
import { ApiProblem, platformContext } from './platform/index.ts';
import type { Handle } from './root.tsx';

await loadAllMessages(...allLanguages);

/** Renders a whole page before it is sent: nothing here is slow, and a page that fails half-way is then an honest 500. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { url } = request;
  // Without scripts nothing needs the nonce, and the page is then the same bytes for everyone. Nor does it wait for anything: it is
  // drawn at once, into a text.
  const html = hasScripts(routerContext)
    ? await renderWhole(routerContext, url, loadContext.get(platformContext).nonce)
    : `<!DOCTYPE html>${renderToString(<ServerRouter context={routerContext} url={url} />)}`;
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(html, { status, headers });
}

/** A page with scripts, which waits for what these are handed. */
function renderWhole(context: EntryContext, url: string, nonce: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<ServerRouter context={context} url={url} nonce={nonce} />, {
      nonce,
      onAllReady: () => {
        const body = new PassThrough();
        text(body).then(resolve, reject);
        pipe(body);
      },
      onShellError: reject,
      onError: reject,
    });
  });
}

function hasScripts({ staticHandlerContext, routeModules }: EntryContext): boolean {
  return staticHandlerContext.matches.some(
    ({ route }) => (routeModules[route.id]?.handle as Handle | undefined)?.interactive === true,
  );
}

/** Logs what a person cannot mend. Refusals of the API below 500 are told on the page and are not errors of ours. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (error instanceof ApiProblem && error.status < 500) return;
  console.error(error);
};
