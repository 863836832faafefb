import type { Language } from '@samblikk/questionnaire';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LoginRoute } from '../../platform/config/index.ts';
import { languageOf } from '../../platform/http/index.ts';
import { hashOfLink } from '../people/invitations.ts';
import { newSecret } from './cookies.ts';
import { type Login, languageFrom, pathOf, say } from './login-steps.ts';
import { choicePage, sendPage } from './pages.ts';
import type { LoginProvider } from './provider.ts';
import { returnAddress } from './return-to.ts';
import { insertLogin } from './store.ts';

/** How long a person may take at the login provider, milliseconds. */
const loginLifetime = 10 * 60_000;

/** `/auth/login`: sends the person to the login provider, after asking which way in where there are several. */
export async function beginLogin(
  { deps: { config, db, clock }, provider, cookies, redirectUri }: Login,
  request: FastifyRequest,
  reply: FastifyReply,
) {
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

function languageOfAddress(address: string): Language | undefined {
  return languageFrom(/^\/(nn|en)(\/|$)/.exec(new URL(address).pathname)?.[1]);
}
