import { extendSession, session, setLanguage } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { sessionFinder, sessionLimits, setLanguageOf, touchSession } from '../../access/index.ts';
import { delegations } from '../../collaboration/index.ts';
import { type Deps, serve } from '../../platform/http/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { showSession } from './show-session.ts';

export function sessionRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const limits = sessionLimits(config);
  const find = sessionFinder(delegations, limits);
  const show = (user: Signed | undefined) => showSession(db, find, user?.sessionId, clock(), limits);

  serve(app, session, async ({ user }) => show(user));

  serve(app, extendSession, async ({ user }) => {
    if (user) await touchSession(db, user.sessionId, clock());
    return show(user);
  });

  serve(app, setLanguage, async ({ user, body }) => {
    if (user) await setLanguageOf(db, user.personId, body.language);
    return show(user);
  });
}
