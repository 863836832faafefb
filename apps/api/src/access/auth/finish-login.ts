import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { languageOf } from '../../platform/http/index.ts';
import { hashOfSecret } from './cookies.ts';
import { type Login, languageFrom, say, underWay } from './login-steps.ts';
import type { Message } from './pages.ts';
import { isAssured } from './provider.ts';
import { readRepresentation } from './representation.ts';
import { signIn } from './sign-in.ts';
import { deleteSession, takeLogin } from './store.ts';

const identity = z.object({
  pid: z.string().min(1).optional(),
  acr: z.string(),
  sid: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
  locale: z.string().optional(),
  authorization_details: z.unknown(),
});

/** `/auth/callback`: reads the provider's answer, and opens a session for whoever has anything to do here. */
export async function finishLogin(
  { deps: { config, db, clock }, provider, secrets, limits, cookies, delegations }: Login,
  request: FastifyRequest,
  reply: FastifyReply,
) {
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
}

/** Whom the login is of, for life: the national identity number, or at a work account its address at that organisation. */
function lastingKey({ pid, acr, email }: z.infer<typeof identity>, orgnr: string | undefined): string | undefined {
  if (pid !== undefined) return `pid:${pid}`;
  return acr === 'entraid' && email && orgnr ? `work:${orgnr}:${email.toLowerCase()}` : undefined;
}
