import type { Language } from '@samblikk/questionnaire';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Deps } from '../../platform/http/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { loginCookie, sessionCookie } from './cookies.ts';
import type { Delegations } from './delegations.ts';
import { type Message, messagePage, sendPage } from './pages.ts';
import type { LoginProvider } from './provider.ts';
import type { SessionLimits } from './store.ts';

/** What the steps of a login share. */
export interface Login {
  readonly deps: Deps;
  /** Undefined where none is configured. */
  readonly provider: LoginProvider | undefined;
  readonly secrets: () => Promise<Secrets>;
  readonly limits: SessionLimits;
  readonly cookies: {
    readonly session: ReturnType<typeof sessionCookie>;
    readonly login: ReturnType<typeof loginCookie>;
  };
  /** Our address that the provider answers to. */
  readonly redirectUri: string;
  readonly delegations: Delegations;
}

/** What is remembered of a login until its answer comes. */
export const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  language: z.enum(['nb', 'nn', 'en']),
  route: z.enum(['altinn', 'orgno']),
  /** The hash of the invitation that the person came by. */
  invitation: z.string().optional(),
});

/** Answers with a page that says what came of a login, and the way to try again. */
export function say(
  reply: FastifyReply,
  message: Message,
  language: Language,
  returnTo: string,
  name?: string,
): FastifyReply {
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

export function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}

export function languageFrom(tag: string | undefined): Language | undefined {
  return (['nb', 'nn', 'en'] as const).find((language) => language === tag);
}
