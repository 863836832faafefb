import type { LoaderFunctionArgs } from 'react-router';
import { signedInApi } from '../ui/index.ts';
import type { Ministries } from './agency-fields.tsx';

/** A day after all that is known: what holds then has not been said to end. */
const last = '9999-12-31';

/** The ministries that an agency may be put under: those there are today, and those that are known to come. */
export async function heldMinistries(
  args: LoaderFunctionArgs,
): Promise<(Ministries[number] & { readonly id: string })[]> {
  const call = signedInApi(args);
  const [today, then] = await Promise.all([
    call('listMinistries', {}),
    call('listMinistries', { query: { at: last } }),
  ]);
  const codes = new Set(today.map(({ code }) => code));
  return [...today, ...then.filter(({ code }) => !codes.has(code))];
}
