import type { ReleaseView } from '@samblikk/contract/client';
import { data } from 'react-router';
import type { Call } from '../platform/index.ts';

/** Which release a page of figures shows: `?year=2019&release=1`, the newest unless told. Undefined when nothing is frozen yet. */
export async function chosenRelease(api: Call, search: URLSearchParams) {
  const releases = await api('listReleases', {});
  const year = search.get('year');
  const number = search.get('release');
  const candidates = releases.filter((release) => year === null || String(release.year) === year);
  const release = candidates.find((candidate) =>
    number === null ? candidate.latest : String(candidate.number) === number,
  );
  if (release === undefined && (year !== null || number !== null)) throw data(null, { status: 404 });
  return { releases, release, pinned: number === null ? undefined : release?.number };
}

/** The newest release of each year, newest first. */
export function latestByYear(releases: readonly ReleaseView[]): ReleaseView[] {
  return releases.filter(({ latest }) => latest);
}
