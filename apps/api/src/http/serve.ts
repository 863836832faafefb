import type { BodyOf, Endpoint, ParamsOf, QueryOf, ReplyOf } from '@samblikk/contract';
import { commonErrors, errors, may, problemSchema, type Target } from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Signed } from '../auth/signed.ts';
import { ApiError } from './problem.ts';

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
  }
}

/**
 * Serves one endpoint of the contract: validation, permission, handler, typed reply. `target` finds whose business the
 * request is about; an endpoint whose action is held over an agency must have one.
 */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: (call: Call<E>) => Promise<ReplyOf<E> | FastifyReply>,
  target?: (call: Call<E>) => Promise<Target>,
): void {
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    config: { endpoint },
    schema: routeSchema(endpoint),
    handler: async (request, reply) => {
      const call = {
        params: request.params,
        query: request.query,
        body: request.body,
        user: request.user,
        request,
        reply,
      } as Call<E>;
      await permit(call, endpoint, target);
      const answer = await handler(call);
      return reply.sent || answer === reply ? reply : reply.code(endpoint.status ?? 200).send(answer);
    },
  });
}

async function permit<E extends Endpoint>(
  call: Call<E>,
  endpoint: E,
  target: ((call: Call<E>) => Promise<Target>) | undefined,
): Promise<void> {
  const held = call.user?.roles;
  // Someone not signed in learns nothing about whether the target exists.
  if (held === undefined && !may(undefined, endpoint.action)) throw new ApiError('notSignedIn');
  const over = target === undefined ? undefined : await target(call);
  if (!may(held, endpoint.action, over)) throw new ApiError('notAllowed');
}

function routeSchema(endpoint: Endpoint): Record<string, unknown> {
  const codes = [...new Set([...commonErrors, ...endpoint.errors])];
  const failures = Object.fromEntries(
    codes.map((code) => [errors[code].status, { content: { 'application/problem+json': { schema: problemSchema } } }]),
  );
  const status = endpoint.status ?? 200;
  const success = endpoint.reply === 'file' ? {} : { [status]: status === 204 ? z.null() : endpoint.reply };
  return {
    summary: endpoint.summary,
    description: [endpoint.description, `Errors: ${codes.join(', ')}.`].filter(Boolean).join('\n\n'),
    tags: [endpoint.tag],
    ...(endpoint.params && { params: endpoint.params }),
    ...(endpoint.query && { querystring: endpoint.query }),
    ...(endpoint.headers && { headers: endpoint.headers }),
    ...(endpoint.body && { body: endpoint.body }),
    response: { ...success, ...failures },
  };
}
