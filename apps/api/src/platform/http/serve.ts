import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@samblikk/contract';
import { commonErrors, errors, formats, isOpen, may, problemSchema, type Targets } from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError } from '../problem/index.ts';
import type { Signed } from '../signed/index.ts';
import { answerPreflight } from './security.ts';

/** What a handler gets: parsed input, who asks, and the raw request and reply for files and headers. */
export interface Call<E extends Endpoint> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  /** Who is signed in; undefined when nobody is. */
  user: Signed | undefined;
  request: FastifyRequest;
  reply: FastifyReply;
}

declare module 'fastify' {
  interface FastifyRequest {
    user: Signed | undefined;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
    /** Outside the contract, and the same to everyone: any site's scripts may read it. */
    open?: true;
  }
}

/** Serves one endpoint that is not about one agency: validation, permission, handler, typed reply. */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (call: Call<E>) => Promise<ReplyOf<E> | FastifyReply>,
): void {
  serveOver(app, endpoint, async () => undefined, handler);
}

/**
 * Serves one endpoint that is about an agency, or several. `find` finds what the request is about, once, with whose business it is;
 * the permission table decides on that, and the handler is given it.
 */
export function serveOver<E extends Endpoint, F extends { target: Targets } | undefined>(
  app: FastifyInstance,
  endpoint: E,
  find: (call: Call<E>) => Promise<F>,
  handler: (call: Call<E>, found: F) => Promise<ReplyOf<E> | FastifyReply>,
): void {
  if (endpoint.method === 'GET' && isOpen(endpoint.action)) allowScripts(app, endpoint.path);
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    schema: routeSchema(endpoint),
    handler: async (request, reply) => {
      const { params, query, body, user } = request;
      const call = { params, query, body, user, request, reply } as Call<E>;
      // Someone not signed in learns nothing about whether the target exists.
      if (user === undefined && !may(undefined, endpoint.action)) throw new ApiError('notSignedIn');
      const found = await find(call);
      if (!may(user?.roles, endpoint.action, found?.target)) throw new ApiError('notAllowed');
      const answer = await handler(call, found);
      return reply.sent || answer === reply ? reply : reply.code(endpoint.status ?? 200).send(answer);
    },
  });
}

/** Lets scripts of other sites read an address: browsers ask first when the script says what it has already. */
function allowScripts(app: FastifyInstance, url: string): void {
  app.route({
    method: 'OPTIONS',
    url,
    schema: { hide: true },
    config: { open: true },
    handler: (_request, reply) => answerPreflight(reply),
  });
}

function routeSchema(endpoint: Endpoint): Record<string, unknown> {
  const codes = [...new Set([...commonErrors, ...endpoint.errors])];
  const failures = Object.fromEntries(
    codes.map((code) => [errors[code].status, { content: { 'application/problem+json': { schema: problemSchema } } }]),
  );
  return {
    summary: endpoint.summary,
    description: [endpoint.description, `Errors: ${codes.join(', ')}.`].filter(Boolean).join('\n\n'),
    tags: [endpoint.tag],
    security: may(undefined, endpoint.action)
      ? []
      : [{ session: [] }, ...(endpoint.tokens ? [{ maskinporten: [] }] : [])],
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.headers && { headers: endpoint.headers }),
    ...(endpoint.body && { body: endpoint.body }),
    response: { [endpoint.status ?? 200]: successSchema(endpoint), ...failures },
  };
}

/** The media type of a file by the ending of its address. */
const typeByEnding: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(formats).map(({ ending, type }) => [ending, type]),
);

function successSchema({ path, reply, status, types }: Endpoint): unknown {
  if (status === 204) return z.null();
  const each = (list: readonly string[]) => Object.fromEntries(list.map((type) => [type, { schema: z.string() }]));
  if (reply !== 'file') return types ? { content: { 'application/json': { schema: reply }, ...each(types) } } : reply;
  const ending = typeByEnding[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { description: 'The file.', content: each(types ?? [ending]) };
}
