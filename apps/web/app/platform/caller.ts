import { accepted, fill, type Given } from '@samblikk/client/core';
import type {
  AddressParts,
  ApiFetch,
  BodyAt,
  EndpointName,
  ParamsAt,
  QueryAt,
  ReplyAt,
} from '@samblikk/contract/client';

/** What a call of an endpoint needs: only the parts that the endpoint declares. */
export type Input<N extends EndpointName> = Given<'params', ParamsAt<N>> &
  Given<'body', BodyAt<N>> & {
    query?: Partial<QueryAt<N>> | URLSearchParams | undefined;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  };

/** Asks one endpoint of the contract, by its name. Throws `ApiProblem` when the API refuses. */
export type Call<Known extends EndpointName = EndpointName> = <N extends Known>(
  endpoint: N,
  input: Input<N>,
) => Promise<ReplyAt<N>>;

/** Calls endpoints at the addresses it is given. */
export function caller<Known extends EndpointName>(
  addressOf: (endpoint: Known) => AddressParts,
  fetchApi: ApiFetch,
): Call<Known> {
  return async (endpoint, input) => {
    const { method, path } = addressOf(endpoint);
    const { body, headers, signal } = input as {
      body?: unknown;
      headers?: Record<string, string>;
      signal?: AbortSignal;
    };
    const reply = await fetchApi(fill(path, input), {
      method,
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
