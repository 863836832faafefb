import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';

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
  reply.header('vary', 'Accept, Accept-Language');
  reply.header('cache-control', pinned ? 'public, max-age=300, s-maxage=3600' : 'public, max-age=60, s-maxage=300');
}

/** Gives public replies an ETag from their content, and answers 304 to who has it already. Streams go without. */
export function answerConditional(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const isPublic = String(reply.getHeader('cache-control') ?? '').startsWith('public');
    if (!isPublic || reply.statusCode !== 200 || !(typeof payload === 'string' || Buffer.isBuffer(payload)))
      return payload;
    const etag = `"${createHash('sha256').update(payload).digest('base64url').slice(0, 27)}"`;
    reply.header('etag', etag);
    const known = (request.headers['if-none-match'] ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
    if (!known.includes(etag) && !known.includes('*')) return payload;
    reply.code(304).removeHeader('content-length');
    return null;
  });
}
