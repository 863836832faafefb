import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, refuseMissing } from '../releases/index.ts';
import { type Corpus, latestCorpus } from './corpus.ts';
import { namedRelease } from './show.ts';

/** The public rounds up to a year, the newest of all unless told. */
export interface PublicRounds {
  /** The year’s own. */
  readonly part: LoadedRelease;
  /** Those before it, newest first. */
  readonly earlier: readonly LoadedRelease[];
  readonly corpus: Corpus;
  readonly all: readonly LoadedRelease[];
}

/** @throws ApiError notFound, releaseWithdrawn */
export async function publicRounds(db: Database, now: Date, year: number | undefined): Promise<PublicRounds> {
  const corpus = await latestCorpus(db, now);
  const all = corpus.parts;
  const part = year === undefined ? all[0] : all.find(({ release }) => release.year === year);
  if (!part) {
    if (year !== undefined) await refuseMissing(db, { year });
    throw new ApiError('notFound', { detail: 'noRelease' });
  }
  return { part, earlier: all.filter(({ release }) => release.year < part.release.year), corpus, all };
}

/** What is said of the round on top of a page. */
export function roundHead({ part: { release }, all }: PublicRounds, language: Language) {
  return {
    year: release.year,
    years: all.map((one) => one.release.year),
    release: namedRelease(release),
    notice: release.notice?.[language] ?? null,
  };
}
