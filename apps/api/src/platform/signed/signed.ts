import type { HeldRole } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { ApiError } from '../problem/index.ts';

/** The person behind a request, or an agency's own system. */
export interface Signed {
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly HeldRole[];
  readonly sessionId: string;
  /** An agency's own system, not a person: `personId` is then what the audit calls it. */
  readonly system?: true;
}

/**
 * The person behind a request to a route that is open only to those signed in.
 * @throws ApiError notAllowed for an agency's own system: to let someone in is for people to decide
 */
export function requireSigned(user: Signed | undefined): Signed {
  if (!user) throw new Error('A route for people who are signed in was reached by someone who is not.');
  if (user.system) throw new ApiError('notAllowed', { detail: 'peopleOnly' });
  return user;
}

/** The person behind a request; undefined when nobody is signed in, and for an agency's own system. */
export const personIdOf = (user: Signed | undefined): string | undefined =>
  user && !user.system ? user.personId : undefined;
