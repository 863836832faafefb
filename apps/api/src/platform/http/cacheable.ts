import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Marks a reply as public and cacheable: shared caches keep it for minutes, and what is pinned to a release for an hour. It
 * never changes, but the release may be withdrawn.
 * `answerConditional` adds the ETag.
 */
export function cacheable(
  reply: FastifyReply,
  { lastModified, pinned = false }: { lastModified: readonly Date[]; pinned?: boolean },
): void {
  const newest = Math.max(...lastModified.map((date) => date.getTime()));
  if (Number.isFinite(newest)) reply.header('last-modified', new Date(newest).toUTCString());
  vary(reply, 'accept, accept-language');
  reply.header('cache-control', pinned ? 'public, max-age=300, s-maxage=3600' : 'public, max-age=60, s-maxage=300');
}

/**
 * The ETag of a content, or of what a content is made from where it is streamed. Weak: the same tag stands for the plain
 * and the compressed bytes.
 */
export function tagOf(content: string | Buffer): string {
  return `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`;
}

/**
 * Compresses text on its way out, by brotli or gzip, as a stream where the reply is one; and what asks to be compressed must
 * not be mistaken for what does not. Call it before any route.
 */
export async function compressed(app: FastifyInstance): Promise<void> {
  // A request that is compressed may unpack to anything: none is taken.
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false });
}

/**
 * Gives public replies an ETag, and answers 304 to who has it already. A streamed reply has brought its own tag.
 * `@fastify/etag` tags personal and failed replies as well, and knows no list in If-None-Match.
 */
export function answerConditional(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isPublic = String(reply.getHeader('cache-control') ?? '').startsWith('public');
    if (!isPublic) return payload;
    vary(reply, 'accept-encoding');
    if (reply.statusCode !== 200) return payload;
    if (typeof payload === 'string' || Buffer.isBuffer(payload)) reply.header('etag', tagOf(payload));
    if (!isKnown(request, reply)) return payload;
    if (payload instanceof Readable) payload.destroy();
    reply.code(304).removeHeader('content-length');
    return '';
  });
}

function isKnown(request: FastifyRequest, reply: FastifyReply): boolean {
  const weak = (tag: string) => tag.trim().replace(/^W\//, '');
  const known = (request.headers['if-none-match'] ?? '').split(',').map(weak);
  const etag = reply.getHeader('etag');
  return etag !== undefined && (known.includes(weak(String(etag))) || known.includes('*'));
}

function vary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader('vary');
  if (!String(before ?? '').includes(names)) reply.header('vary', before ? `${before}, ${names}` : names);
}
