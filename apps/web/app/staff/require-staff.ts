import { type Action, type HeldRole, may } from '@samblikk/contract/client';
import type { LoaderFunctionArgs } from 'react-router';
import { heldBy } from '../session/index.ts';
import { signedInApi, toLogin } from '../ui/index.ts';

/**
 * The roles of whoever asks for a page of Digdir's. To be awaited before anything else is asked: beside something that throws
 * at once, the refusal would be nobody's, and that ends the program.
 * @throws Response 403 for those it is not for
 */
export async function requireStaff(args: LoaderFunctionArgs, action: Action): Promise<HeldRole[]> {
  const session = await signedInApi(args)('session', {});
  if (!session.signedIn) throw toLogin(args.url);
  const held = heldBy(session);
  if (!may(held, action)) throw new Response(null, { status: 403 });
  return held;
}
