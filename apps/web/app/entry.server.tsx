import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { renderToPipeableStream } from 'react-dom/server';
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
  // Without scripts nothing needs the nonce, and the page is then the same bytes for everyone.
  const nonce = hasScripts(routerContext) ? loadContext.get(platformContext).nonce : undefined;
  const html = await new Promise<string>((resolve, reject) => {
    const { pipe } = renderToPipeableStream(
      <ServerRouter context={routerContext} url={request.url} {...(nonce && { nonce })} />,
      {
        ...(nonce && { nonce }),
        onAllReady: () => {
          const body = new PassThrough();
          text(body).then(resolve, reject);
          pipe(body);
        },
        onShellError: reject,
        onError: reject,
      },
    );
  });
  headers.set('content-type', 'text/html; charset=utf-8');
  return new Response(html, { status, headers });
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
