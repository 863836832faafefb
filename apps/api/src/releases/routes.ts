import { freeze, listReleases, readRelease } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { freezeRound } from './freeze.ts';
import { releases, toRelease } from './store.ts';

export function releaseRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): void {
  serve(app, listReleases, async ({ query, reply }) => {
    const found = await releases(readDb, clock(), query);
    cacheable(reply, { lastModified: found.map((row) => row.frozenAt) });
    return found.map(toRelease);
  });

  serve(app, readRelease, async ({ params, reply }) => {
    const [row] = await releases(readDb, clock(), params);
    if (!row) throw new ApiError('notFound', { detail: 'noRelease' });
    cacheable(reply, { lastModified: [row.frozenAt] });
    return toRelease(row);
  });

  serve(app, freeze, async ({ params, user }) => {
    const { created, release } = await freezeRound(db, {
      year: params.year,
      actor: user?.personId ?? 'system',
      now: clock(),
    });
    const [row] = await releases(db, clock(), { id: release.id, unpublished: true });
    if (!row) throw new Error('The release that was just made is gone.');
    return { created, release: toRelease(row) };
  });
}
