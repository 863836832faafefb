import { session } from '@samblikk/contract';
import { type LoaderFunctionArgs, Outlet, redirect } from 'react-router';
import { apiOf } from '../api.ts';

/**
 * The frame of everything that needs a login. Whoever is not signed in goes to the login and comes back to the same address.
 * Pages below find the session with `useSession` (session.ts).
 */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const current = await apiOf(context)(session, {});
  if (!current.signedIn) {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/auth/login?returnTo=${encodeURIComponent(pathname + search)}`);
  }
  return { session: current };
}

export default function SignedIn() {
  return <Outlet />;
}
