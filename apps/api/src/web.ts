import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { Platform } from '@samblikk/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ROOT, StartError } from './platform/config/index.ts';
import type { Deps } from './platform/http/index.ts';

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
  for (const [path, type] of [
    ['favicon.svg', 'image/svg+xml'],
    ['robots.txt', 'text/plain; charset=utf-8'],
  ] as const) {
    const content = await readFile(join(build, 'client', path));
    app.get(`/${path}`, (_request, reply) =>
      reply.type(type).header('cache-control', 'public, max-age=86400').send(content),
    );
  }

  await app.register(async (pages) => {
    // Forms are read by the page's own action, not by Fastify.
    pages.removeAllContentTypeParsers();
    pages.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    pages.route({
      method: ['GET', 'POST'],
      url: '/*',
      handler: async (request, reply) => {
        if (/^\/(api|auth|assets)(\/|$)/.test(request.url.split('?')[0] ?? '')) return reply.callNotFound();
        const response = await web.respond(asWebRequest(request, deps), {
          fetchApi: (path, init) => fetchApi(app, request, path, init),
          nonce: reply.cspNonce.script,
          publicUrl: deps.config.publicUrl,
          demo: deps.config.demo,
          contactEmail: deps.config.contactEmail,
          accessibilityUrl: deps.config.accessibilityUrl,
        });
        return sendPage(reply, response);
      },
    });
  });
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
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const controller = new AbortController();
  request.raw.once('close', () => {
    if (request.raw.destroyed && !request.raw.complete) controller.abort();
  });
  const body = Buffer.isBuffer(request.body) ? new Uint8Array(request.body) : null;
  const base = `${request.protocol}://${request.host || new URL(deps.config.publicUrl).host}`;
  return new Request(new URL(request.url, base), { method: request.method, headers, body, signal: controller.signal });
}

/** The API without a network hop, as the one who asked for the page. Only addresses of the API. */
async function fetchApi(
  app: FastifyInstance,
  request: FastifyRequest,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
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
  const replyHeaders = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) replyHeaders.set(name, String(value));
  }
  const empty = answer.statusCode === 204 || answer.statusCode === 304;
  return new Response(empty ? null : new Uint8Array(answer.rawPayload), {
    status: answer.statusCode,
    headers: replyHeaders,
  });
}

/** Sends a page as it is. Public ones say so in their own headers; the ETag is added for all replies (platform/http/cacheable.ts). */
async function sendPage(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') reply.header(name, value);
  }
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
