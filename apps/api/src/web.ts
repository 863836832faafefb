import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import { type ApiFetch, errors, type Platform } from '@samblikk/contract';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROOT, StartError } from './platform/config/index.ts';
import { answerProblem, type Deps, logged, retryAfter } from './platform/http/index.ts';

/** What the built web exports (apps/web/app/server/entry.ts). The API knows no more of it than this. */
interface Web {
  respond(request: Request, platform: Platform): Promise<Response>;
}

/** Headers of the page's request that the API must see as well: who asks, from where, in which language. */
const forwarded = ['cookie', 'origin', 'sec-fetch-site', 'sec-fetch-mode', 'accept-language', 'user-agent'] as const;

/** Serves the built web below `/`: its files, and its pages rendered on the server. Throws `StartError` when it is not built. */
export async function serveWeb(
  app: FastifyInstance,
  deps: Deps,
  build: string = join(ROOT, 'apps/web/build'),
): Promise<void> {
  const web = await loadWeb(join(build, 'server/index.js'));
  await app.register(fastifyStatic, {
    root: join(build, 'client/assets'),
    prefix: '/assets/',
    // Names carry a hash of the content.
    maxAge: '1y',
    immutable: true,
    index: false,
    // The build lays compressed copies beside them (react-router.config.ts).
    preCompressed: true,
    decorateReply: false,
  });
  const icon = await readFile(join(build, 'client/favicon.svg'));
  app.get('/favicon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(icon),
  );

  const platformOf = (request: FastifyRequest, reply: FastifyReply) => ({
    fetchApi: (path: string, init?: RequestInit) => fetchApi(app, request, path, init),
    nonce: reply.cspNonce.script,
    publicUrl: deps.config.publicUrl,
    demo: deps.config.demo,
    contactEmail: deps.config.contactEmail,
    accessibilityUrl: deps.config.accessibilityUrl,
  });
  const failurePage = async (request: FastifyRequest, reply: FastifyReply, failure: number) => {
    const asked = new Request(addressOf(request, deps), { headers: headersOf(request) });
    return sendPage(reply, await web.respond(asked, { ...platformOf(request, reply), failure }));
  };

  await app.register(async (pages) => {
    // Forms are read by the page's own action, not by Fastify.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    pages.setErrorHandler((error: FastifyError, request, reply) => {
      const known = logged(error, request);
      return isPage(request)
        ? failurePage(request, reply, errors[known.code].status)
        : answerProblem(known, request, reply);
    });
    pages.route({
      method: ['GET', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        if (!isPage(request)) return reply.callNotFound();
        // A page takes the forms it shows, and nothing else.
        if (request.method === 'POST' && !(await isForm(request)))
          return failurePage(request, reply.header('allow', 'GET, HEAD'), 405);
        return sendPage(reply, await web.respond(asWebRequest(request, deps), platformOf(request, reply)));
      },
    });
    pages.route({
      method: ['PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: '/*',
      handler: async (request, reply) => {
        if (!isPage(request)) return reply.callNotFound();
        return failurePage(request, reply.header('allow', 'GET, HEAD, POST'), 405);
      },
    });
  });
}

/** Whether people meet a page at the address. */
function isPage({ url }: FastifyRequest): boolean {
  return !/^\/(api|auth|assets)(\/|$)/.test(url.split('?')[0] ?? '');
}

/** Forms of ours come in two ways: of fields alone, and with a file among them, which must be whole. */
async function isForm({ headers, body }: FastifyRequest): Promise<boolean> {
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return /^application\/x-www-form-urlencoded\b/i.test(type);
  const form = new Response(body as Buffer<ArrayBuffer> | undefined, { headers: { 'content-type': type } });
  return form.formData().then(
    () => true,
    () => false,
  );
}

async function loadWeb(entry: string): Promise<Web> {
  try {
    return (await import(pathToFileURL(entry).href)) as Web;
  } catch (error) {
    if (
      (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND' &&
      String((error as Error).message).includes(entry)
    ) {
      throw new StartError('The web is not built: run `npm run build` first.');
    }
    throw error;
  }
}

function asWebRequest(request: FastifyRequest, deps: Deps): Request {
  const controller = new AbortController();
  request.raw.once('close', () => {
    if (request.raw.destroyed && !request.raw.complete) controller.abort();
  });
  return new Request(addressOf(request, deps), {
    method: request.method,
    headers: headersOf(request),
    body: Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null,
    signal: controller.signal,
  });
}

/** The address that was asked for. Joined as text, since nothing in a path may name another host. */
function addressOf(request: FastifyRequest, deps: Deps): string {
  return `${request.protocol}://${request.host || new URL(deps.config.publicUrl).host}${request.url}`;
}

function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** The API without a network hop, as the one who asked for the page. Only addresses of the API. */
async function fetchApi(
  app: FastifyInstance,
  request: FastifyRequest,
  path: string,
  init: RequestInit = {},
): ReturnType<ApiFetch> {
  if (!path.startsWith('/api/v1/')) throw new Error(`not an address of the API: ${path}`);
  const headers: Record<string, string> = {};
  for (const name of forwarded) {
    const value = request.headers[name];
    if (value !== undefined) headers[name] = String(value);
  }
  headers.host = request.host;
  for (const [name, value] of new Headers(init.headers)) headers[name] = value;
  const answer = await app.inject({
    method: (init.method ?? 'GET') as 'GET',
    url: path,
    headers,
    remoteAddress: request.ip,
    ...(typeof init.body === 'string' && { payload: init.body }),
  });
  const { statusCode: status, statusMessage: statusText, payload } = answer;
  return {
    ok: status >= 200 && status < 300,
    status,
    statusText,
    text: async () => payload,
    json: async () => JSON.parse(payload),
  };
}

/** Sends a page as it is. Public ones say so in their own headers; the ETag is added for all replies (platform/http/cacheable.ts). */
async function sendPage(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  if (response.status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', retryAfter);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
