// In this order: what comes later goes before.
import '../styles/signed-in.css';
import '../styles/signed-in-form.css';
import '../styles/signed-in-reading.css';
import { type LoaderFunctionArgs, Outlet, type ShouldRevalidateFunctionArgs, useLoaderData } from 'react-router';
import { apiOf } from '../platform/index.ts';
import { Ready, refusal, staysInMeasure, toLogin } from '../ui/index.ts';
import { SessionWatch } from './session-watch.tsx';

/**
 * The frame of everything that needs a login. Whoever is not signed in goes to the login and comes back to the same address.
 * Pages below find the session with `useSession` (session.ts).
 */
export async function loader({ context, url }: LoaderFunctionArgs) {
  const current = await apiOf(context)('session', {}).catch(refusal);
  if (!current.signedIn) throw toLogin(url);
  return { session: current };
}

export const shouldRevalidate = (args: ShouldRevalidateFunctionArgs) =>
  args.defaultShouldRevalidate && !staysInMeasure(args);

export default function SignedIn() {
  const { session: current } = useLoaderData<typeof loader>();
  return (
    <>
      <Outlet />
      <SessionWatch session={current} />
      <Ready />
    </>
  );
}
