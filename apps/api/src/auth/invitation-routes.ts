import type { FastifyInstance } from 'fastify';
import type { LoginRoute } from '../config.ts';
import type { Deps } from '../deps.ts';
import { agencyById } from '../directory/store.ts';
import { languageOf } from '../http/language.ts';
import { hashOfLink, invitationOf, refuseInvitation } from '../people/invitations.ts';
import { invitationPage, messagePage, sendPage } from './pages.ts';

/**
 * `/auth/invitation/<token>`: says what the invitation is to, and leads to the login. Opening it uses nothing up, since mail
 * programs open links as well; the login does.
 */
export function invitationRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  app.get('/auth/invitation/:token', async (request, reply) => {
    const { token } = request.params as { token: string };
    const language = languageOf(request);
    const nonce = reply.cspNonce.style;
    const now = clock();
    // The address is the key: it must not stand in the log of the login provider.
    reply.header('referrer-policy', 'no-referrer');
    const found = await db.transaction(async (tx) => {
      const invited = await invitationOf(tx, hashOfLink(token), now);
      if (invited?.fault) {
        await refuseInvitation(tx, invited.row, invited.fault, request.user?.personId ?? 'system:login', now);
      }
      return invited;
    });
    const fault = found === undefined ? 'unknown' : found.fault;
    if (found === undefined || fault !== undefined) {
      return sendPage(reply.code(403), messagePage(fault ?? 'unknown', language, { next: '/auth/login', nonce }));
    }
    const agency = await agencyById(db, found.row.agencyId, now.toISOString().slice(0, 10));
    const front = language === 'nb' ? '' : `/${language}`;
    const login = (route: LoginRoute) =>
      `/auth/login?route=${route}&invitation=${encodeURIComponent(token)}&returnTo=${encodeURIComponent(`${front}/svar`)}`;
    const routes = config.loginRoutes.map((route) => ({ route, href: login(route) }));
    const name = agency?.name[language] ?? found.row.agencyId;
    return sendPage(reply, invitationPage(language, { agency: name, role: found.row.role, routes, nonce }));
  });
}
