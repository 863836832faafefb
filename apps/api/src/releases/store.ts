import type { ReleaseView } from '@samblikk/contract';
import { and, desc, eq, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { release } from './schema.ts';

export type ReleaseRow = typeof release.$inferSelect;
/** A release with the year of its round, and whether it is the round’s newest. */
export interface DatedRelease extends ReleaseRow {
  readonly year: number;
  readonly latest: boolean;
}

type Db = Database | Transaction;

/** The newest release of a round. */
export async function latestRelease(db: Db, roundId: string): Promise<ReleaseRow | undefined> {
  const [row] = await db
    .select()
    .from(release)
    .where(eq(release.roundId, roundId))
    .orderBy(desc(release.number))
    .limit(1);
  return row;
}

/**
 * The releases there are, newest first; of one year, one number or one id when told. Those of a round whose day of
 * publication is still to come at `now` are left out, unless asked for: everything public reads releases from here.
 */
export async function releases(
  db: Db,
  now: Date,
  only: { year?: number | undefined; number?: number | undefined; id?: string; unpublished?: boolean } = {},
): Promise<DatedRelease[]> {
  const rounds = roundsIn();
  const rows = await db
    .select({
      release,
      year: rounds.year,
      latest: sql<boolean>`not exists (select from release newer where newer.round_id = ${release.roundId} and newer.number > ${release.number})`,
    })
    .from(release)
    .innerJoin(rounds, eq(rounds.id, release.roundId))
    .where(
      and(
        only.year === undefined ? undefined : eq(rounds.year, only.year),
        only.number === undefined ? undefined : eq(release.number, only.number),
        only.id === undefined ? undefined : eq(release.id, only.id),
        only.unpublished ? undefined : or(isNull(rounds.publishAt), lte(rounds.publishAt, now)),
      ),
    )
    .orderBy(desc(rounds.year), desc(release.number));
  return rows.map(({ release: row, year, latest }) => ({ ...row, year, latest }));
}

/** The release of a year: the newest, or the one with this number. @throws ApiError notFound */
export async function releaseOf(db: Db, now: Date, year: number, number?: number): Promise<DatedRelease> {
  const found = await releases(db, now, { year, number });
  const [first] = number === undefined ? found.filter((row) => row.latest) : found;
  if (!first)
    throw new ApiError('notFound', {
      detail: number ? ['noReleaseNumber', { number, year }] : ['noReleaseForYear', { year }],
    });
  return first;
}

/** A release as the contract shows it. */
export function toRelease(row: DatedRelease): ReleaseView {
  const { id, year, number, latest, edition, definition, measures, publicMeasures, invited, answered, contentHash } =
    row;
  return {
    id,
    year,
    number,
    latest,
    edition,
    definition,
    frozenAt: row.frozenAt.toISOString(),
    dataAsOf: row.dataAsOf.toISOString(),
    measures,
    publicMeasures,
    invited,
    answered,
    contentHash,
    notice: row.notice ?? null,
  };
}
