import { hostname } from 'node:os';
import type { FastifyRequest, FastifyServerOptions } from 'fastify';

type Logger = FastifyServerOptions['logger'];

/** Fields that never reach the log, wherever they turn up in the first two levels. */
const secret = [
  'cookie',
  'authorization',
  'password',
  'secret',
  'token',
  'idToken',
  'id_token',
  'pid',
  'email',
  'contactEmail',
  'comments',
];
const paths = [
  ...secret.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  '*.headers["set-cookie"]',
  'headers["set-cookie"]',
];

/** The logger's settings, with what must stay out of logs taken out: cookies, tokens, persons, answers. */
export function redacting(logger: Logger): Exclude<Logger, undefined> {
  if (logger === undefined || logger === false) return false;
  const given = logger === true ? {} : logger;
  return {
    // Without the number of the process: its name in the log is `pid`.
    base: { hostname: hostname() },
    ...given,
    redact: { paths, censor: '[hidden]' },
    serializers: { ...given.serializers, req: requestLine, err: errorLine },
  };
}

function requestLine(request: FastifyRequest) {
  // Login answers and searches stand in the query; what lets someone in stands in the address of an invitation.
  const path = request.url?.split('?')[0]?.replace(/^(\/auth\/invitation\/).*/, '$1…');
  return { method: request.method, path, remoteAddress: request.ip };
}

/** Query errors repeat the values of the query: answers and e-mail addresses. */
function errorLine(error: Error & { code?: unknown; cause?: unknown }): {
  type: string;
  message: string;
  stack: string;
} {
  const cut = (text: string) => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '\nparams: [hidden]');
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return {
    type: error.name,
    message: cut(error.message) + cause,
    stack: cut(error.stack ?? ''),
    ...(typeof error.code === 'string' && { code: error.code }),
  };
}
