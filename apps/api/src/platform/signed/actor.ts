import type { Signed } from './signed.ts';

/** Who does something, as revisions, receipts and the audit name them. */
export interface Actor {
  /** Null for the program itself, e.g. an import. */
  readonly personId: string | null;
  readonly name: string;
}

/** Who wrote what came from a file: no person, and no name that is to be erased one day. */
export const importAuthor: Actor = { personId: null, name: 'Import' };

/** The signed-in person as actor; routes that write are never open to others. */
export function actorOf(user: Signed | undefined): Actor {
  if (!user) throw new Error('A route that writes was reached by someone who is not signed in.');
  return { personId: user.system ? null : user.personId, name: user.name };
}

/** The actor as the audit names it. */
export const auditName = (actor: Actor): string => actor.personId ?? `system:${actor.name}`;
