import { extendSession, session, setLanguage } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { sessionLimits, setLanguageOf, touchSession } from '../../access/index.ts';
import { type Deps, serve } from '../../platform/http/index.ts';
import { showSession } from './show-session.ts';

export function sessionRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const limits = sessionLimits(config);

  serve(app, session, async ({ user }) => showSession(db, user?.sessionId, clock(), limits));

  serve(app, extendSession, async ({ user }) => {
    if (user) await touchSession(db, user.sessionId, clock());
    return showSession(db, user?.sessionId, clock(), limits);
  });

  serve(app, setLanguage, async ({ user, body }) => {
    if (user) await setLanguageOf(db, user.personId, body.language);
    return showSession(db, user?.sessionId, clock(), limits);
  });
}
