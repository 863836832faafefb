import type { ActionFunctionArgs } from 'react-router';
import { signedInApi, yearOf } from '../ui/index.ts';

/** Is done with a letter that did not arrive, as its form says. @returns whether the form was such a one */
export async function settle(args: ActionFunctionArgs, form: FormData): Promise<boolean> {
  const message = form.get('bounce');
  if (typeof message !== 'string') return false;
  const email = form.get('settle') === 'dismiss' ? null : String(form.get('email') ?? '').trim();
  await signedInApi(args)('settleBounce', { params: { year: yearOf(args.params), message }, body: { email } });
  return true;
}
