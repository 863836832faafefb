import { fill } from '@samblikk/client/core';
import { addressOf as addressAt, type EndpointName } from '@samblikk/contract/client';
import type { RouterContextProvider } from 'react-router';
import { type Call, caller } from './caller.ts';
import { platformContext } from './platform-context.ts';

/** The address of an endpoint with its parameters filled in, for links to files. */
export function addressOf(endpoint: EndpointName, input?: { params?: unknown; query?: unknown }): string {
  return fill(addressAt(endpoint).path, input);
}

/** The API as the one who asks for the page: for loaders and actions. */
export function apiOf(context: Readonly<RouterContextProvider>): Call {
  return caller(addressAt, context.get(platformContext).fetchApi);
}
