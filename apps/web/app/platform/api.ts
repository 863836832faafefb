import { accepted, fill, type Given } from '@samblikk/client/core';
import {
  type ApiFetch,
  addressOf as addressAt,
  type BodyAt,
  type EndpointName,
  type ParamsAt,
  type QueryAt,
  type ReplyAt,
} from '@samblikk/contract/client';
import type { RouterContextProvider } from 'react-router';
import { platformContext } from './platform-context.ts';

export { ApiProblem } from '@samblikk/client/core';

/** What a call of an endpoint needs: only the parts that the endpoint declares. */
export type Input<N extends EndpointName> = Given<'params', ParamsAt<N>> &
  Given<'body', BodyAt<N>> & {
    query?: Partial<QueryAt<N>> | URLSearchParams | undefined;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  };

/** Asks one endpoint of the contract, by its name. Throws `ApiProblem` when the API refuses. */
export type Call = <N extends EndpointName>(endpoint: N, input: Input<N>) => Promise<ReplyAt<N>>;

/** The address of an endpoint with its parameters filled in, for links to files and for calls. */
export function addressOf(endpoint: EndpointName, input?: { params?: unknown; query?: unknown }): string {
  return fill(addressAt(endpoint).path, input);
}

function caller(fetchApi: ApiFetch): Call {
  return async (endpoint, input) => {
    const { body, headers, signal } = input as {
      body?: unknown;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    };
    const reply = await fetchApi(addressOf(endpoint, input), {
      method: addressAt(endpoint).method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    await accepted(reply);
    return reply.status === 204 ? undefined : await reply.json();
  };
}

/** The API as the one who asks for the page: for loaders and actions. */
export function apiOf(context: Readonly<RouterContextProvider>): Call {
  return caller(context.get(platformContext).fetchApi);
}

/** The API from the browser: for the signed-in part. */
export const api: Call = caller((path, init) => fetch(path, { credentials: 'same-origin', ...init }));
