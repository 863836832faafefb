import {
  type ApiFetch,
  addressOf as addressAt,
  type BodyAt,
  type EndpointName,
  type ErrorCode,
  type ParamsAt,
  type Problem,
  type QueryAt,
  type ReplyAt,
} from '@samblikk/contract/client';
import type { RouterContextProvider } from 'react-router';
import { platformContext } from './platform-context.ts';

type Given<Name extends string, T> = undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };

/** What a call of an endpoint needs: only the parts that the endpoint declares. */
export type Input<N extends EndpointName> = Given<'params', ParamsAt<N>> &
  Given<'body', BodyAt<N>> & {
    query?: Partial<QueryAt<N>> | URLSearchParams | undefined;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  };

/** Asks one endpoint of the contract, by its name. Throws `ApiProblem` when the API refuses. */
export type Call = <N extends EndpointName>(endpoint: N, input: Input<N>) => Promise<ReplyAt<N>>;

/** The API's refusal, as problem details with a stable code. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly code: ErrorCode;
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.status = problem.status;
    this.code = problem.code as ErrorCode;
    this.problem = problem;
  }
}

/** The address of an endpoint with its parameters filled in, for links to files and for calls. */
export function addressOf(endpoint: EndpointName, input: { params?: unknown; query?: unknown } = {}): string {
  const params = (input.params ?? {}) as Record<string, string | number>;
  const path = addressAt(endpoint).path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const query = queryOf(input.query);
  return query === '' ? path : `${path}?${query}`;
}

function queryOf(query: unknown): string {
  if (query instanceof URLSearchParams) return query.toString();
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value === undefined || value === null || value === '') continue;
    search.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return search.toString();
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
    if (!reply.ok) throw new ApiProblem(await problemOf(reply));
    return reply.status === 204 ? undefined : await reply.json();
  };
}

async function problemOf(reply: Response): Promise<Problem> {
  const text = await reply.text();
  try {
    const problem = JSON.parse(text) as Problem;
    if (typeof problem.code === 'string') return problem;
  } catch {
    // Not ours: a proxy's page, say. Told as an unavailable service below.
  }
  return { type: 'about:blank', title: reply.statusText, status: reply.status, code: 'unavailable' };
}

/** The API as the one who asks for the page: for loaders and actions. */
export function apiOf(context: Readonly<RouterContextProvider>): Call {
  return caller(context.get(platformContext).fetchApi);
}

/** The API from the browser: for the signed-in part. */
export const api: Call = caller((path, init) => fetch(path, { credentials: 'same-origin', ...init }));
