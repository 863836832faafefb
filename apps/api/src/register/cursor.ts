import { createHash } from 'node:crypto';
import type { Language } from '@samblikk/questionnaire';
import { ApiError } from '../platform/problem/index.ts';
import type { Found } from './search.ts';

/**
 * Where a walk through a search stands. Releases never change, so a place in one search of the same releases is the same
 * measure for ever: nothing is kept of a walk, and there is nothing to sign, since it opens no more than a search does.
 */
interface Cursor {
  /** Measures before the page. */
  readonly offset: number;
  /** How many the search found. */
  readonly total: number;
  /** The releases it began in, newest round first. */
  readonly releases: readonly { readonly year: number; readonly number: number }[];
  /** What tells the search from others. */
  readonly search: string;
}

/** What tells a search, in its order and language, from others; not which releases it is of. */
function fingerprintOf({ selection: { criteria }, sort }: Found, q: string, language: Language): string {
  const filters = Object.entries(criteria.filters).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = JSON.stringify([q, sort, language, criteria.rounds, filters, ...(criteria.numbers ?? [])]);
  return createHash('sha256').update(said).digest('base64url').slice(0, 16);
}

const releasesOf = ({ selection }: Found): Cursor['releases'] =>
  selection.corpus.parts.map(({ release: { year, number } }) => ({ year, number }));

/** The cursor of the page that begins after so many measures; null when there is none. */
export function cursorAt(offset: number, found: Found, q: string, language: Language): string | null {
  const { total } = found.selection;
  if (offset >= total) return null;
  const releases = releasesOf(found).map(({ year, number }) => [year, number]);
  const said = [offset, total, fingerprintOf(found, q, language), ...releases];
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

/** Reads a cursor, as far as it can be read alone. @throws ApiError badCursor */
export function readCursor(text: string): Cursor {
  const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
  try {
    const said: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(said)) {
      const [offset, total, search, ...pairs] = said as [unknown, unknown, unknown, ...unknown[]];
      const releases = pairs.map((pair) => {
        const [year, number] = Array.isArray(pair) ? pair : [];
        return { year, number };
      });
      const inOrder = releases.every(({ year }, at) => at === 0 || year < releases[at - 1]?.year);
      const areReleases = releases.every(({ year, number }) => isCount(year) && isCount(number)) && inOrder;
      if (isCount(offset) && isCount(total) && typeof search === 'string' && releases.length > 0 && areReleases)
        return { offset, total, search, releases };
    }
  } catch {
    // Told below.
  }
  throw new ApiError('badCursor', { detail: 'cursorUnreadable' });
}

/** Holds a cursor against what was found in its releases. @throws ApiError badCursor, when it is of another search or leads nowhere */
export function requireOwn(cursor: Cursor, found: Found, q: string, language: Language): void {
  const same =
    cursor.search === fingerprintOf(found, q, language) &&
    JSON.stringify(cursor.releases) === JSON.stringify(releasesOf(found));
  if (!same) throw new ApiError('badCursor', { detail: 'cursorOfOther' });
  const { total } = found.selection;
  if (cursor.total !== total || cursor.offset >= total) throw new ApiError('badCursor', { detail: 'cursorStale' });
}
