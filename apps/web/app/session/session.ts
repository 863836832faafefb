import type { HeldRole, Session } from '@samblikk/contract/client';
import { useMatches } from 'react-router';

export type SignedInSession = Extract<Session, { signedIn: true }>;

/** Who is signed in, on pages below session/signed-in.tsx; undefined on public pages, which are the same for everyone. */
export function useSession(): SignedInSession | undefined {
  const match = useMatches().find(({ id }) => id.endsWith('/signed-in'));
  return (match?.loaderData as { session?: SignedInSession } | undefined)?.session;
}

/** The roles of a session as the permission table reads them. */
export function heldBy({ roles }: SignedInSession): HeldRole[] {
  return roles.map(({ role, agency, ministry, measure }) => ({
    role,
    agency: agency?.id,
    ministry: ministry?.code,
    ...(measure && { measure: measure.id, year: measure.year, section: measure.section ?? undefined }),
  }));
}
