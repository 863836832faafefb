import type { Language } from '@samblikk/questionnaire';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { LoginRoute } from '../../platform/config/index.ts';
import { type Deps, languageOf } from '../../platform/http/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { hashOfLink } from '../people/invitations.ts';
import { hashOfSecret, loginCookie, newSecret, sessionCookie } from './cookies.ts';
import type { Delegations } from './delegations.ts';
import { invitationRoutes } from './invitation-routes.ts';
import { logoutRoutes } from './logout-routes.ts';
import { choicePage, type Message, messagePage, sendPage } from './pages.ts';
import { isAssured, type LoginClient, type LoginProvider, loginProvider } from './provider.ts';
import { readRepresentation } from './representation.ts';
import { returnAddress } from './return-to.ts';
import { sessionLimits } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { deleteSession, insertLogin, takeLogin } from './store.ts';

/** How long a person may take at the login provider, milliseconds. */
const loginLifetime = 10 * 60_000;

const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  language: z.enum(['nb', 'nn', 'en']),
  route: z.enum(['altinn', 'orgno']),
  /** The hash of the invitation that the person came by. */
  invitation: z.string().optional(),
});

const identity = z.object({
  pid: z.string().min(1).optional(),
  acr: z.string(),
  sid: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  locale: z.string().optional(),
  authorization_details: z.unknown(),
});

/** `/auth/…`: pages for browsers, outside the contract. */
export async function loginRoutes(
  app: FastifyInstance,
  deps: Deps,
  client: LoginClient | undefined,
  delegations: Delegations,
): Promise<void> {
  const { config, db, clock } = deps;
  const provider = client && loginProvider(client, config.production);
  const secrets = secretsOf(config);
  const limits = sessionLimits(config);
  const cookies = { session: sessionCookie(config), login: loginCookie(config) };
  const redirectUri = `${config.publicUrl}/auth/callback`;

  // In a scope of its own: forms are read here and nowhere else.
  await app.register(async (auth) => {
    auth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    auth.get('/auth/login', async (request, reply) => {
      const query = request.query as Partial<Record<'returnTo' | 'again' | 'moved' | 'route' | 'invitation', unknown>>;
      const returnTo = returnAddress(query.returnTo, config.publicUrl);
      // The answer comes to our public address, so the cookie must be set there: `localhost` is not `127.0.0.1`.
      if (request.host !== new URL(config.publicUrl).host && query.moved === undefined) {
        return reply.redirect(
          `${config.publicUrl}${loginAddress(returnTo, { ...query, moved: '1' }, ['moved', 'again', 'route', 'invitation'])}`,
          303,
        );
      }
      const language = languageOfAddress(returnTo) ?? languageOf(request);
      const route = config.loginRoutes.length > 1 ? asked(query.route, config.loginRoutes) : config.loginRoutes[0];
      if (route === undefined) {
        const routes = config.loginRoutes.map((one) => ({
          route: one,
          href: loginAddress(returnTo, { ...query, route: one }, ['again', 'route', 'invitation']),
        }));
        return sendPage(reply, choicePage(language, { routes, nonce: reply.cspNonce.style }));
      }
      const begun = await begin(provider, request, {
        redirectUri,
        route,
        resource: config.loginResource,
        language,
        again: query.again !== undefined,
      });
      if (begun === undefined) return say(reply, 'unavailable', language, returnTo);
      const { url, ...remember } = begun;
      const { value, hash } = newSecret();
      const invitation = typeof query.invitation === 'string' ? { invitation: hashOfLink(query.invitation) } : {};
      const data = { ...remember, returnTo, language, route, ...invitation };
      await insertLogin(db, { id: hash, data }, clock(), loginLifetime);
      return reply
        .setCookie(cookies.login.name, value, { ...cookies.login.options, maxAge: loginLifetime / 1000 })
        .redirect(url.href, 303);
    });

    auth.get('/auth/callback', async (request, reply) => {
      reply.clearCookie(cookies.login.name, cookies.login.options);
      const now = clock();
      const cookie = request.cookies[cookies.login.name];
      const remembered = underWay.safeParse(cookie && (await takeLogin(db, hashOfSecret(cookie), now)));
      if (!remembered.success || provider === undefined) {
        request.log.warn({ from: request.ip, result: 'expired' }, 'login answered');
        return say(reply, 'expired', languageOf(request), config.publicUrl);
      }
      const { returnTo, language, route, invitation, ...login } = remembered.data;
      const refuse = (result: Message, reason?: string) => {
        request.log.warn({ from: request.ip, result, reason }, 'login answered');
        return say(reply, result, language, returnTo);
      };

      const answer = new URL(request.url, config.publicUrl);
      if (answer.searchParams.get('error') === 'access_denied') return refuse('cancelled');
      const finished = await provider.finish(answer, login).catch((error: Error) => error);
      if (finished instanceof Error) return refuse('failed', finished.message);
      const claims = identity.safeParse(finished.claims);
      if (!claims.success || !isAssured(route, claims.data.acr)) return refuse('failed', 'claims');

      const { acr, sid, name, email, authorization_details } = claims.data;
      const representation = readRepresentation(authorization_details, route, config.loginResource);
      const { pseudonym, seal } = await secrets();
      const lasting = lastingKey(claims.data, representation?.orgnr);
      if (lasting === undefined) return refuse('failed', 'nobody named');
      const signedIn = await signIn(
        db,
        {
          subject: pseudonym(lasting),
          name,
          email,
          language: languageFrom(claims.data.locale) ?? language,
          assurance: acr,
          sid,
          representation,
          idToken: await seal(finished.idToken),
          invitation,
        },
        now,
        limits,
        delegations,
      );
      const result = 'refused' in signedIn ? signedIn.refused : 'signedIn';
      request.log.info({ sid, from: request.ip, representation: representation?.orgnr, result }, 'login answered');
      if ('refused' in signedIn) {
        const name = signedIn.refused === 'noAccess' ? representation?.name : undefined;
        return say(reply, signedIn.refused, language, returnTo, name);
      }
      // Never the session that was there before: whoever planted its cookie would be signed in along.
      if (request.user) await deleteSession(db, request.user.sessionId);
      return reply.setCookie(cookies.session.name, signedIn.cookie, cookies.session.options).redirect(returnTo, 303);
    });

    invitationRoutes(auth, deps);
    logoutRoutes(auth, deps, { provider, issuer: client?.issuer, secrets });
  });
}

async function begin(
  provider: LoginProvider | undefined,
  request: FastifyRequest,
  asked: Parameters<LoginProvider['begin']>[0],
) {
  return provider?.begin(asked).catch((error: Error) => {
    request.log.error({ err: error }, 'the login provider does not answer');
    return undefined;
  });
}

/** Whom the login is of, for life: the national identity number, or at a work account its address at that organisation. */
function lastingKey({ pid, acr, email }: z.infer<typeof identity>, orgnr: string | undefined): string | undefined {
  if (pid !== undefined) return `pid:${pid}`;
  return acr === 'entraid' && email && orgnr ? `work:${orgnr}:${email.toLowerCase()}` : undefined;
}

function say(reply: FastifyReply, message: Message, language: Language, returnTo: string, name?: string): FastifyReply {
  const status: Record<Message, number> = {
    unavailable: 503,
    expired: 400,
    cancelled: 200,
    failed: 400,
    noAccess: 403,
    unknown: 403,
    used: 403,
    revoked: 403,
    tooOld: 403,
    leaving: 200,
  };
  const again = `/auth/login?again=1&returnTo=${encodeURIComponent(pathOf(returnTo))}`;
  return sendPage(
    reply.code(status[message]),
    messagePage(message, language, { next: again, nonce: reply.cspNonce.style, name }),
  );
}

/** The login's address again, with what was asked for. */
function loginAddress(returnTo: string, query: Readonly<Record<string, unknown>>, keep: readonly string[]): string {
  const kept = keep.flatMap((name) =>
    typeof query[name] === 'string' ? [[name, query[name]] as [string, string]] : [],
  );
  return `/auth/login?${new URLSearchParams([...kept, ['returnTo', pathOf(returnTo)]])}`;
}

function asked(route: unknown, offered: readonly LoginRoute[]): LoginRoute | undefined {
  return offered.find((one) => one === route);
}

function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}

function languageOfAddress(address: string): Language | undefined {
  return languageFrom(/^\/(nn|en)(\/|$)/.exec(new URL(address).pathname)?.[1]);
}

function languageFrom(tag: string | undefined): Language | undefined {
  return (['nb', 'nn', 'en'] as const).find((language) => language === tag);
}
