import { type ErrorCode, errors as errorTable } from '@samblikk/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ApiError, toProblem } from '../problem/index.ts';
import { languageOf } from './language.ts';

/** One error handler: everything is logged, and below 500 the person is told what; never a stack trace. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const known = error instanceof ApiError ? error : fromFramework(error, request);
    const status = errorTable[known.code].status;
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    else request.log.info(refusal(known, request), 'request refused');
    return send(known, request, reply);
  });
  // Guessing at addresses is limited like anything else.
  const limited = app.hasDecorator('rateLimit') ? { preHandler: app.rateLimit() } : {};
  app.setNotFoundHandler(limited, (request, reply) => send(new ApiError('notFound'), request, reply));
}

/** Who was refused what, and why; of faulty answers only which rules they break. */
function refusal({ code, more }: ApiError, { user, routeOptions, url }: FastifyRequest): Record<string, unknown> {
  const faults = more.issues && [...new Set(more.issues.map((issue) => issue.code))];
  const { endpoint } = routeOptions.config;
  const path = endpoint && url.split('?')[0];
  return { code, detail: more.detail, faults, by: user?.personId, action: endpoint?.action, path };
}

function send(error: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, languageOf(request), request.url.split('?')[0] ?? '/');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify)
    .send(problem);
}

/**
 * PostgreSQL's word for values no column can hold: a NUL or half a character in a text, a number too large. The schemas
 * stop most; what gets through is the sender's mistake and not ours.
 */
const unstorable = new Set(['22003', '22021', '22P05']);

/** How PostgreSQL and the way to it say that there is no database: away, going down, coming up, or full. */
const away = /^(ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300)$/;
const broken = /^(Connection terminated|timeout exceeded when trying to connect)/;

/** What Fastify and its plugins throw, in our codes. */
function fromFramework(error: FastifyError, request: FastifyRequest): ApiError {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ApiError('invalidRequest', {
      issues: error.validation.map((v) => ({
        question: v.instancePath.replace(/^\//, '').replaceAll('/', '.'),
        code: v.keyword,
        params: {},
        text: v.message ?? '',
      })),
      detail: `${error.validationContext}: ${error.message}`,
    });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError('tooLarge', { detail: `At most ${request.routeOptions.bodyLimit} bytes in one request.` });
  }
  const cause = error.cause as { code?: unknown; message?: unknown } | undefined;
  if (away.test(String(cause?.code)) || broken.test(String(cause?.message))) return new ApiError('unavailable');
  if (unstorable.has(String(cause?.code)))
    return new ApiError('invalidRequest', { detail: 'A value cannot be stored.' });
  const byStatus: Record<number, ErrorCode> = {
    404: 'notFound',
    413: 'tooLarge',
    429: 'tooManyRequests',
    503: 'unavailable',
  };
  const status = error.statusCode ?? 500;
  const code = byStatus[status] ?? (status < 500 ? 'invalidRequest' : 'internal');
  return new ApiError(code, status < 500 ? { detail: error.message } : {});
}
