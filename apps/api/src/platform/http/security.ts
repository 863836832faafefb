import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import { isOpen } from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.ts';
import { ApiError } from '../problem/index.ts';

/** Requests a minute from one address, in one copy of the program. A whole agency may share an address. */
export interface Limits {
  readonly all: number;
  readonly writes: number;
  readonly logins: number;
  /** Errors that readers report: people must answer each. */
  readonly reports: number;
}

export const defaultLimits: Limits = { all: 3000, writes: 600, logins: 120, reports: 5 };
/** The time that limits are of, in seconds. */
export const limitWindow = 60;

/**
 * What holds for every address: headers, the page policy, other sites' forms, limits, caches. Call it before any route.
 * `limits: false` lifts the rate limits, for tests and measurements.
 */
export async function security(
  app: FastifyInstance,
  { config }: { config: Config },
  limits: Limits | false = defaultLimits,
): Promise<void> {
  const https = config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        // Helmet adds the request's nonces: `reply.cspNonce.script` and `.style`.
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // Designsystemet positions its popovers with style attributes.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
  app.addHook('onRequest', async (request) => {
    // No text of ours has this character, and PostgreSQL takes none that has.
    if (request.url.includes('%00')) throw new ApiError('invalidRequest');
    // HTTP 1.0 names no host; one that is named must be one.
    if (request.host && !URL.canParse(`http://${request.host}/`))
      throw new ApiError('invalidRequest', { detail: 'badHost' });
    refuseForeign(request, config);
  });
  app.addHook('onSend', async (request, reply) => {
    keepPrivate(request, reply);
    if (isEmbed(request)) letFrame(reply);
  });
  if (limits === false) return;
  app.addHook('onSend', async (request, reply) => {
    reply.header('ratelimit-policy', `${limits[groupOf(request)]};w=${limitWindow}`);
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 3000,
    retryAfter: 10,
    pressureHandler: (request) => {
      // Health tells of the database, and of nothing else: a busy moment is no reason to be taken out of service.
      if (request.url.split('?')[0] === '/api/v1/health') return;
      throw new ApiError('unavailable');
    },
  });
  await app.register(rateLimit, {
    // `RateLimit-Limit`, `-Remaining` and `-Reset`, as the IETF draft names them, and `Retry-After`.
    enableDraftSpec: true,
    timeWindow: limitWindow * 1000,
    max: (request) => limits[groupOf(request)],
    keyGenerator: (request) => `${groupOf(request)} ${request.ip}`,
    errorResponseBuilder: (_request, context) =>
      new ApiError('tooManyRequests', { detail: ['wait', { seconds: Math.ceil(context.ttl / 1000) }] }),
  });
}

function groupOf(request: FastifyRequest): keyof Limits {
  if (/^\/auth\/(login|callback|invitation)/.test(request.url)) return 'logins';
  if (request.method === 'POST') {
    // Each may send a letter to somebody.
    if (/^\/api\/v1\/alerts(\?|$)/.test(request.url)) return 'logins';
    if (/^\/api\/v1\/register\/[^/]+\/error-reports(\?|$)/.test(request.url)) return 'reports';
    // Reads, with a selection too long for an address, or with a text that is nobody else's.
    if (/^\/api\/pxwebapi\/v2\/tables\/[^/]+\/data(\?|$)/.test(request.url)) return 'all';
    if (/^\/api\/v1\/similar(\?|$)/.test(request.url)) return 'all';
  }
  return isSafe(request.method) ? 'all' : 'writes';
}

const isSafe = (method: string) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/**
 * A page of another site may not make a signed-in person's browser change anything. Browsers say where a request comes
 * from; one that says nothing is not a browser, and carries nobody's cookie by accident.
 */
function refuseForeign(request: FastifyRequest, config: Config): void {
  if (isSafe(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const own =
    origin === undefined || origin === new URL(config.publicUrl).origin || URL.parse(origin)?.host === request.host;
  // `none` is a person typing the address or using a bookmark, which no site can bring about.
  const allowed = site === undefined ? own : site === 'same-origin' || (site === 'none' && own);
  if (!allowed) throw new ApiError('foreignOrigin');
}

/** Whether a page is made to stand in others' pages: those below `/embed`, and no other. */
const isEmbed = ({ url }: FastifyRequest): boolean => /^(\/(nn|en))?\/embed\//.test(url.split('?')[0] ?? '');

/** Lets any site show a page in a frame. It has no script, no form and nobody's data in it. */
function letFrame(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply
    .header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'))
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('x-frame-options');
}

/** Nothing personal is kept by caches; what is open to all may be read by any site's scripts. */
function keepPrivate(request: FastifyRequest, reply: FastifyReply): void {
  const { endpoint, open: document } = request.routeOptions.config;
  const open = document === true || (endpoint !== undefined && isOpen(endpoint.action));
  const page = endpoint === undefined && String(reply.getHeader('content-type')).startsWith('text/html');
  const personal = (endpoint !== undefined && !open) || (page && request.user !== undefined);
  if (personal || reply.hasHeader('set-cookie') || !reply.hasHeader('cache-control')) {
    reply.header('cache-control', 'no-store');
  }
  if (open && isSafe(request.method)) shareWithScripts(reply);
}

/** What scripts of other sites may read of a reply besides its content. */
const exposed = [
  ...['ETag', 'Last-Modified', 'Link', 'Content-Disposition', 'Retry-After'],
  ...['RateLimit-Policy', 'RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'],
].join(', ');

/** Any site's scripts may read it. Never with credentials: whoever is signed in is nobody to other sites. */
function shareWithScripts(reply: FastifyReply): void {
  reply
    .header('access-control-allow-origin', '*')
    .header('access-control-expose-headers', exposed)
    .header('cross-origin-resource-policy', 'cross-origin');
}

/** Answers a browser that asks beforehand whether a script of another site may ask: it may read, and say what it has already. */
export function answerPreflight(reply: FastifyReply): FastifyReply {
  return reply
    .code(204)
    .header('access-control-allow-methods', 'GET, HEAD')
    .header('access-control-allow-headers', 'Accept, Accept-Language, If-None-Match, If-Modified-Since')
    .header('access-control-max-age', '86400')
    .send();
}
