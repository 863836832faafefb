import type { FastifyInstance } from 'fastify';
import type { Deps } from '../../platform/http/index.ts';
import { secretsOf } from '../../platform/secrets/index.ts';
import { beginLogin } from './begin-login.ts';
import { loginCookie, sessionCookie } from './cookies.ts';
import type { Delegations } from './delegations.ts';
import { finishLogin } from './finish-login.ts';
import { invitationRoutes } from './invitation-routes.ts';
import type { Login } from './login-steps.ts';
import { logoutRoutes } from './logout-routes.ts';
import { type LoginClient, loginProvider } from './provider.ts';
import { sessionLimits } from './sessions.ts';

/** `/auth/…`: pages for browsers, outside the contract. */
export async function loginRoutes(
  app: FastifyInstance,
  deps: Deps,
  client: LoginClient | undefined,
  delegations: Delegations,
): Promise<void> {
  const { config } = deps;
  const provider = client && loginProvider(client, config.production);
  const secrets = secretsOf(config);
  const login: Login = {
    ...{ deps, provider, secrets, delegations },
    limits: sessionLimits(config),
    cookies: { session: sessionCookie(config), login: loginCookie(config) },
    redirectUri: `${config.publicUrl}/auth/callback`,
  };

  // In a scope of its own: forms are read here and nowhere else.
  await app.register(async (auth) => {
    auth.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 20_000 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );

    auth.get('/auth/login', (request, reply) => beginLogin(login, request, reply));
    auth.get('/auth/callback', (request, reply) => finishLogin(login, request, reply));
    invitationRoutes(auth, deps);
    logoutRoutes(auth, deps, { provider, issuer: client?.issuer, secrets });
  });
}
