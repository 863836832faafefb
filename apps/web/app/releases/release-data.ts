import type { RoundRelease } from '@samblikk/contract/client';
import { data, type LoaderFunctionArgs } from 'react-router';
import { previewOf, signedInApi } from '../ui/index.ts';

/** The release that an address names, as staff see it. Throws a 404 page when there is none. */
export async function releaseOf(
  args: Pick<LoaderFunctionArgs, 'context' | 'params' | 'request' | 'url'>,
): Promise<RoundRelease> {
  const which = previewOf(args.params);
  const all = which ? await signedInApi(args)('listRoundReleases', { params: { year: which.year } }) : [];
  const found = all.find(({ number }) => number === which?.number);
  if (!found) throw data({ code: 'notFound' }, { status: 404 });
  return found;
}
