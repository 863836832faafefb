import type { FastifyInstance } from 'fastify';
import { agencyById } from '../../directory/index.ts';
import type { LoginRoute } from '../../platform/config/index.ts';
import { type Deps, languageOf } from '../../platform/http/index.ts';
import { hashOfLink, type InvitationFault, invitationOf, refuseInvitation } from '../people/invitations.ts';
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
      const fault: InvitationFault | undefined = invited === undefined ? 'unknown' : invited.fault;
      // A made-up link costs its maker nothing. From nobody we know it is told in the log alone, which no one can fill
      // the audit chain by.
      if (fault && (invited !== undefined || request.user !== undefined)) {
        await refuseInvitation(tx, invited?.row, fault, request.user?.personId ?? 'system:login', now);
      }
      return { fault, row: invited?.row };
    });
    if (found.row === undefined || found.fault !== undefined) {
      const reason = found.fault ?? 'unknown';
      request.log.warn({ from: request.ip, by: request.user?.personId, reason }, 'invitation refused');
      return sendPage(reply.code(403), messagePage(reason, language, { next: '/auth/login', nonce }));
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
