import type { FastifyInstance, FastifyReply } from 'fastify';
import { cacheable, type Deps, tagOf } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { releases } from '../releases/index.ts';
import { publicPages } from './pages.ts';
import { pictureRoutes } from './pictures/index.ts';
import { robotsTxt } from './robots.ts';
import { sitemap, sitemapPart } from './sitemap.ts';

/** What search engines read of the site, and the pictures of its pages. */
export function sharingRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, readDb, clock } = deps;
  pictureRoutes(app, deps);
  const hidden = { schema: { hide: true }, config: { open: true } } as const;
  const base = config.publicUrl;

  app.get('/robots.txt', hidden, (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=86400').send(robotsTxt(base)),
  );

  /** Every public page, with the headers of a reply that lists them. */
  const pagesFor = async (path: string, reply: FastifyReply) => {
    const now = clock();
    const found = await releases(readDb, now);
    cacheable(reply, { lastModified: found.map(({ frozenAt }) => frozenAt) });
    // Streamed, and so tagged by what it is made from.
    reply.header('etag', tagOf([path, ...found.map(({ id, latest }) => `${id} ${latest}`)].join('\n')));
    reply.type('application/xml; charset=utf-8');
    return publicPages(readDb, now, found);
  };

  app.get('/sitemap.xml', hidden, async (_request, reply) =>
    reply.send(await sitemap(base, await pagesFor('/sitemap.xml', reply))),
  );

  app.get<{ Params: { part: string } }>('/sitemap/:part.xml', hidden, async (request, reply) => {
    const { part } = request.params;
    if (!/^[1-9]\d{0,4}$/.test(part)) throw new ApiError('notFound');
    const found = await sitemapPart(base, await pagesFor(request.url, reply), Number(part));
    if (!found) throw new ApiError('notFound');
    return reply.send(found);
  });
}
