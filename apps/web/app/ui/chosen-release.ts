import type { ReleaseView } from '@samblikk/contract/client';
import { data } from 'react-router';
import type { releaseSource } from './release-source.ts';

/**
 * Which release a page of figures shows: `?year=2019&release=1`, the newest unless told; in a preview, the one it is of.
 * Undefined when nothing is public yet.
 */
export async function chosenRelease(
  { api, call, preview }: ReturnType<typeof releaseSource>,
  search: URLSearchParams,
): Promise<{ releases: readonly ReleaseView[]; release: ReleaseView | undefined; pinned: number | undefined }> {
  if (preview !== undefined) {
    const all = await api('listRoundReleases', { params: { year: preview.year } });
    const release = all.find(({ number }) => number === preview.number);
    if (release === undefined) throw data({ code: 'notFound' }, { status: 404 });
    return { releases: [release], release, pinned: undefined };
  }
  const releases = await api('listReleases', {});
  const year = search.get('year');
  const number = search.get('release');
  const candidates = releases.filter((release) => year === null || String(release.year) === year);
  const release = candidates.find((candidate) =>
    number === null ? candidate.latest : String(candidate.number) === number,
  );
  if (release === undefined && (year !== null || number !== null)) {
    // The API says whether there never was one, or why it was withdrawn.
    if (year !== null)
      await call('listFigures', {
        params: { year: Number(year) },
        query: number === null ? {} : { release: Number(number) },
      });
    throw data({ code: 'notFound' }, { status: 404 });
  }
  return { releases, release, pinned: number === null ? undefined : release?.number };
}

/** The newest release of each year, newest first. */
function latestByYear(releases: readonly ReleaseView[]): ReleaseView[] {
  return releases.filter(({ latest }) => latest);
}

/** The years one can choose among, newest first; the one that is shown as well, which in a preview is not public yet. */
export function yearsBeside(release: ReleaseView, releases: readonly ReleaseView[]): number[] {
  const years = [release, ...latestByYear(releases)].map(({ year }) => year);
  return [...new Set(years)].sort((a, b) => b - a);
}
