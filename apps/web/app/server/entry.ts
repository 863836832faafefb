import * as build from 'virtual:react-router/server-build';
import type { Platform } from '@samblikk/contract/client';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { platformContext } from '../platform/index.ts';
import { withoutScript } from './without-script.ts';

const handler = createRequestHandler(withoutScript(build as unknown as ServerBuild), 'production');

/** Answers a request for a page. Never throws: an error is a page as well. */
export function respond(request: Request, platform: Platform): Promise<Response> {
  const context = new RouterContextProvider();
  context.set(platformContext, platform);
  return handler(request, context);
}
