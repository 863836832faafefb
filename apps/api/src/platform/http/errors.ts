import { type DetailCode, type ErrorCode, errors as errorTable } from '@samblikk/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ApiError, toProblem } from '../problem/index.ts';
import { languageOf } from './language.ts';

/** One error handler: everything is logged, and below 500 the person is told what; never a stack trace. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerProblem(logged(error, request), request, reply));
  // Guessing at addresses is limited like anything else.
  const limited = app.hasDecorator('rateLimit') ? { preHandler: app.rateLimit() } : {};
  app.setNotFoundHandler(limited, (request, reply) => answerProblem(new ApiError('notFound'), request, reply));
}

/** What went wrong, in our codes, and in the log. */
export function logged(error: FastifyError, request: FastifyRequest): ApiError {
  const known = error instanceof ApiError ? error : fromFramework(error, request);
  if (errorTable[known.code].status >= 500) request.log.error({ err: error }, 'request failed');
  else request.log.info(refusal(known, request), 'request refused');
  return known;
}

/** Who was refused what, and why; of faulty answers only which rules they break. */
function refusal(
  { code, more, message }: ApiError,
  { user, routeOptions, url }: FastifyRequest,
): Record<string, unknown> {
  const codes = [...(more.issues ?? []).map((issue) => issue.code), ...(more.faults ?? []).map(({ check }) => check)];
  const faults = codes.length > 0 ? [...new Set(codes)] : undefined;
  const detail = more.detail && message;
  const { endpoint } = routeOptions.config;
  const path = endpoint && url.split('?')[0];
  return { code, detail, faults, by: user?.personId, action: endpoint?.action, path };
}

/** Answers with problem+json. */
export function answerProblem(error: ApiError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, languageOf(request), request.url.split('?')[0] ?? '/');
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .headers(problem.status === 503 && !reply.hasHeader('retry-after') ? { 'retry-after': retryAfter } : {})
    .serializer(JSON.stringify)
    .send(problem);
}

/**
 * PostgreSQL's word for values no column can hold: a NUL or half a character in a text, a number too large. The schemas
 * stop most; what gets through is the sender's mistake and not ours.
 */
const unstorable = new Set(['22003', '22021', '22P05']);

/** Seconds after which a database that went away is usually back. */
export const retryAfter = 5;

/** How PostgreSQL and the way to it say that there is no database: away, going down, coming up, or full. */
const away = /^(ECONN\w+|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|08\w{3}|57P0[123]|53300)$/;
const broken =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** What Fastify and its plugins throw, in our codes. */
function fromFramework(error: FastifyError, request: FastifyRequest): ApiError {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return new ApiError('invalidRequest', {
      detail: invalidPart[error.validationContext ?? 'body'] ?? 'invalidBody',
      faults: error.validation.map(({ instancePath, keyword, params }) => ({
        path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
        check: keyword,
        params: params as Record<string, unknown>,
      })),
    });
  }
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError('tooLarge', { detail: ['bodyLimit', { bytes: request.routeOptions.bodyLimit ?? 0 }] });
  }
  // A query that failed has what PostgreSQL said as its cause; a connection that could not be had says so itself.
  const cause = (error.cause ?? error) as { code?: unknown; message?: unknown };
  if (away.test(String(cause.code)) || broken.test(String(cause.message))) return new ApiError('unavailable');
  if (unstorable.has(String(cause.code))) return new ApiError('invalidRequest', { detail: 'notStorable' });
  const byStatus: Record<number, ErrorCode> = {
    404: 'notFound',
    413: 'tooLarge',
    429: 'tooManyRequests',
    503: 'unavailable',
  };
  const status = error.statusCode ?? 500;
  const code = byStatus[status] ?? (status < 500 ? 'invalidRequest' : 'internal');
  const detail = unreadable[error.code];
  return new ApiError(code, detail ? { detail } : {});
}

/** The parts of a request, as Fastify calls them. */
const invalidPart: Readonly<Record<string, DetailCode>> = {
  params: 'invalidParams',
  querystring: 'invalidQuery',
  headers: 'invalidHeaders',
  body: 'invalidBody',
};

/** Why Fastify could not read a body. */
const unreadable: Readonly<Record<string, DetailCode>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: 'noBody',
  FST_ERR_CTP_INVALID_JSON_BODY: 'notJson',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'mediaType',
};
