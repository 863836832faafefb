import type { Session } from '@samblikk/contract';
import { useMatches } from 'react-router';

export type SignedInSession = Extract<Session, { signedIn: true }>;

/** Who is signed in, on pages below session/signed-in.tsx; undefined on public pages, which are the same for everyone. */
export function useSession(): SignedInSession | undefined {
  const match = useMatches().find(({ id }) => id.endsWith('/signed-in'));
  return (match?.loaderData as { session?: SignedInSession } | undefined)?.session;
}
