import {
  listReleases,
  listRoundReleases,
  publishRelease as publishEndpoint,
  type RoundRelease,
  readRelease,
  withdrawRelease as withdrawEndpoint,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { cacheable, type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { actorOf } from '../platform/signed/index.ts';
import { roundOf } from '../rounds/index.ts';
import { publishRelease, roundReleases, withdrawRelease } from './decide.ts';
import { refuseMissing, releases, toRelease } from './store.ts';

export function releaseRoutes(app: FastifyInstance, { db, readDb, clock }: Deps): void {
  serve(app, listReleases, async ({ query, reply }) => {
    const found = await releases(readDb, clock(), query);
    cacheable(reply, { lastModified: found.map((row) => row.frozenAt) });
    return found.map(toRelease);
  });

  serve(app, readRelease, async ({ params, reply }) => {
    const [row] = await releases(readDb, clock(), params);
    if (!row) return refuseMissing(readDb, { id: params.id });
    cacheable(reply, { lastModified: [row.frozenAt] });
    return toRelease(row);
  });

  serve(app, listRoundReleases, async ({ params }) => {
    await roundOf(db, params.year);
    return roundReleases(db, clock(), params);
  });

  const one = async (params: { year: number; number: number }): Promise<RoundRelease> => {
    const [found] = await roundReleases(db, clock(), params);
    if (!found) throw new ApiError('notFound');
    return found;
  };

  serve(app, publishEndpoint, async ({ params, user }) => {
    await publishRelease(db, { ...params, actor: actorOf(user), now: clock() });
    return one(params);
  });

  serve(app, withdrawEndpoint, async ({ params, body, user }) => {
    await withdrawRelease(db, { ...params, ...body, actor: actorOf(user), now: clock() });
    return one(params);
  });
}
