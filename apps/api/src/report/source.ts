import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { editions, type Text } from '@samblikk/questionnaire';
import { type Grid, publicationOf, type ReportSource } from '@samblikk/statistics';
import { z } from 'zod';
import { ROOT } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type LoadedRelease, loaded, newestReleases, releases } from '../releases/index.ts';
import { qualityOf } from '../response-quality/index.ts';
import { populationOf, roundOf } from '../rounds/index.ts';

const publishedFile = z.object({ totals: z.array(z.object({ what: z.string(), published: z.number() })) });

/** What was published of a round whose measures are made up to fit it; nothing of any other. */
async function publishedOf(from: LoadedRelease): Promise<ReportSource['published']> {
  if (!publicationOf(from.sealed)) return undefined;
  const file = await readFile(join(ROOT, 'data', `published-${from.release.year}.json`), 'utf8');
  return publishedFile.parse(JSON.parse(file)).totals;
}

/** The current release of the round before. */
async function earlierOf(db: Database, now: Date, year: number): Promise<LoadedRelease | undefined> {
  const [before] = (await newestReleases(db, now)).filter((one) => one.year < year);
  return before && (await loaded(db, before));
}

/** What a report is made from: the release, and what is known of its round. */
export interface ReportInput {
  readonly from: LoadedRelease;
  readonly source: ReportSource;
  readonly deadline: Date | null;
  /** What must be said of the release that it is held against. */
  readonly earlierNotice: Text | null;
  /** Response and quality, as their page has them. */
  readonly grids: readonly Grid[];
}

/**
 * A release for staff, public or not, with what its report needs besides.
 * @param number the newest of the year when left out
 * @throws ApiError notFound
 */
export async function reportInput(db: Database, now: Date, year: number, number?: number): Promise<ReportInput> {
  const found = await releases(db, now, { year, number, unpublished: true });
  const release = found.find(({ publication }) => number !== undefined || publication !== 'withdrawn');
  if (!release)
    throw new ApiError('notFound', {
      detail: number === undefined ? ['noReleaseForYear', { year }] : ['noReleaseNumber', { number, year }],
    });
  const from = await loaded(db, release);
  const round = await roundOf(db, year);
  const earlier = await earlierOf(db, now, year);
  const source: ReportSource = {
    edition: from.edition,
    editions,
    countedBy: from.countedBy,
    asked: await populationOf(db, round.id),
    earlier,
    invited: release.invited,
    answered: release.answered,
    published: await publishedOf(from),
  };
  return {
    ...{ from, source, deadline: round.deadline },
    earlierNotice: earlier?.release.notice ?? null,
    grids: await qualityOf(db, from, { now }),
  };
}
