import cookies from '@fastify/cookie';
import { background, reportPresence, session as sessionEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import { batched } from '../../platform/db/index.ts';
import type { Deps } from '../../platform/http/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { hashOfSecret, sessionCookie } from './cookies.ts';
import type { Delegations } from './delegations.ts';
import { type SessionLimits, sessionFinder, touchSession } from './store.ts';

/** Use is written down at most this often, milliseconds: reading pages should not write to the database each time. */
const touchEvery = 60_000;

export function sessionLimits(config: Config): SessionLimits {
  return { idle: config.session.idleMinutes * 60_000, total: config.session.totalMinutes * 60_000 };
}

/** Reads cookies and sets `request.user`. Call it before any route is registered. */
export async function sessions(
  app: FastifyInstance,
  { config, db, clock }: Deps,
  delegations: Delegations,
): Promise<void> {
  await app.register(cookies);
  const { name } = sessionCookie(config);
  const limits = sessionLimits(config);
  const sessionsOf = sessionFinder(delegations, limits);
  const find = batched((ids: readonly string[]) => sessionsOf(db, ids, clock()));
  app.decorateRequest('user', undefined);
  app.addHook('onRequest', async (request) => {
    const value = request.cookies[name];
    if (value === undefined) return;
    const now = clock();
    const found = await find(hashOfSecret(value)).catch((error: unknown) => {
      request.log.error({ err: error }, 'session lookup failed');
      throw new ApiError('unavailable');
    });
    if (found === undefined) return;
    request.user = found.user;
    // Asking how long the session lasts does not make it last longer, nor does what a page says by itself.
    const asksOnly =
      [sessionEndpoint.path, reportPresence.path].some((path) => path === request.routeOptions.url) ||
      Object.entries(background).some(([header, value]) => request.headers[header] === value);
    if (!asksOnly && now.getTime() - found.lastSeenAt.getTime() > touchEvery) {
      await touchSession(db, found.user.sessionId, now);
    }
  });
}
