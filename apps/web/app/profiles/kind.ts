import { type ProfileName, profilePaths } from '@samblikk/contract/client';
import { data } from 'react-router';
import { withoutLanguage } from '../i18n/index.ts';
import { ApiProblem } from '../platform/index.ts';

/** Which profile an address is of, by its first part. */
export function profileAt(pathname: string): ProfileName {
  const [, part] = withoutLanguage(pathname).split('/');
  const found = Object.entries(profilePaths).find(([, path]) => path === part);
  if (!found) throw data({ code: 'notFound' }, { status: 404 });
  return found[0] as ProfileName;
}

/** The year an address asks for; undefined is the newest. */
export function roundAt(searchParams: URLSearchParams): number | undefined {
  const round = searchParams.get('round');
  if (round === null) return undefined;
  if (!/^20\d\d$/.test(round)) throw data({ code: 'notFound' }, { status: 404 });
  return Number(round);
}

/** Whether there is nothing yet because no round that is public has it: then the page says so. What was asked for by year is missing. */
export const isNoneYet = (error: unknown, round: number | undefined): boolean =>
  error instanceof ApiProblem && error.status === 404 && round === undefined;
