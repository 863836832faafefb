import type { FastifyInstance } from 'fastify';
import { record } from '../../platform/audit/index.ts';
import type { Deps } from '../../platform/http/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { sessionCookie } from './cookies.ts';
import { messagePage, sendPage } from './pages.ts';
import type { LoginProvider } from './provider.ts';
import { deleteSession, deleteSessionsOf } from './store.ts';

/** The three ways out: by the person here, and by the provider with or without the browser. */
export function logoutRoutes(
  app: FastifyInstance,
  { config, db, clock }: Deps,
  {
    provider,
    issuer,
    secrets,
  }: { provider: LoginProvider | undefined; issuer: string | undefined; secrets: () => Promise<Secrets> },
): void {
  const cookie = sessionCookie(config);

  const signedOut = (personId: string, cause: string) => ({
    actor: personId,
    action: 'session.signedOut' as const,
    subject: `person:${personId}`,
    details: { cause },
  });

  /** Ends what the provider knows under this id. The same again ends nothing more, so none need be remembered. */
  const endAll = (sid: string) =>
    db.transaction(async (tx) => {
      for (const personId of await deleteSessionsOf(tx, sid))
        await record(tx, signedOut(personId, 'provider'), clock());
    });

  app.post('/auth/logout', async (request, reply) => {
    const home = `${config.publicUrl}/`;
    reply.clearCookie(cookie.name, cookie.options);
    const { user } = request;
    if (user === undefined) return reply.redirect(home, 303);
    const ended = await db.transaction(async (tx) => {
      await record(tx, signedOut(user.personId, 'person'), clock());
      return deleteSession(tx, user.sessionId);
    });
    const idToken = ended?.data.idToken && (await (await secrets()).open(ended.data.idToken));
    const away = idToken && provider ? await provider.logoutForm(idToken, home).catch(() => undefined) : undefined;
    if (away === undefined) return reply.redirect(home, 303);
    // A page that posts on, and not a redirect: browsers refuse to follow a form of ours to another site, and a redirect
    // would put the id token in the address. Only this page may lead there.
    const policy = String(reply.getHeader('content-security-policy'));
    const leads = ["form-action 'self'", ...away.origins].join(' ');
    reply.header('content-security-policy', policy.replace("form-action 'self'", leads));
    const { script, style } = reply.cspNonce;
    const form = { fields: away.fields, nonce: script };
    return sendPage(reply, messagePage('leaving', user.language, { next: away.action, nonce: style, form }));
  });

  app.post('/auth/backchannel-logout', async (request, reply) => {
    const token = (request.body as { logout_token?: unknown } | undefined)?.logout_token;
    const sid =
      typeof token === 'string' && provider ? await provider.endedSession(token).catch(() => undefined) : undefined;
    reply.header('cache-control', 'no-store');
    if (sid === undefined) return reply.code(400).send({ error: 'invalid_request' });
    await endAll(sid);
    return reply.code(200).send();
  });

  // Shown in a frame of the provider's own page: the one address here that may be framed. Nothing is on it to click, and
  // browsers send no cookie along, so the session is found by the provider's id, which only the two of us know.
  app.get('/auth/frontchannel-logout', async (request, reply) => {
    const { iss, sid } = request.query as { iss?: unknown; sid?: unknown };
    reply
      .removeHeader('x-frame-options')
      .header('content-security-policy', "default-src 'none'; frame-ancestors *")
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8');
    const ours = issuer !== undefined && typeof iss === 'string' && bare(iss) === bare(issuer);
    if (!ours || typeof sid !== 'string' || sid === '') return reply.code(400).send('');
    await endAll(sid);
    return reply.send('');
  });
}

const bare = (address: string) => address.replace(/\/$/, '');
