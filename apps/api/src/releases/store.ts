import type { ReleaseView, RoundRelease } from '@samblikk/contract';
import { releaseName } from '@samblikk/questionnaire';
import { and, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { release, releaseDecision } from './schema.ts';

export type ReleaseRow = typeof release.$inferSelect;
/** A release with the year of its round, whether the public may see it, and whether it is the round’s newest that is public. */
export interface DatedRelease extends ReleaseRow {
  readonly year: number;
  readonly latest: boolean;
  readonly publication: RoundRelease['publication'];
  readonly publishAt: Date | null;
  /** The moment it became public; of one that is not, the moment it would by what is decided. */
  readonly publishedAt: Date;
}

type Db = Database | Transaction;

/** The newest release of a round, public or not. */
export async function latestRelease(db: Db, roundId: string): Promise<ReleaseRow | undefined> {
  const [row] = await db
    .select()
    .from(release)
    .where(eq(release.roundId, roundId))
    .orderBy(desc(release.number))
    .limit(1);
  return row;
}

/** Whether staff have said when the release is to be published, or that it is not to be; and the moment. */
const isScheduled = (id: SQL): SQL => sql`exists (select from release_schedule s where s.release_id = ${id})`;
const scheduledAt = (id: SQL): SQL<Date | null> =>
  sql<Date | null>`(select s.publish_at from release_schedule s where s.release_id = ${id} order by s.id desc limit 1)`;

/** Whether the public may see a release at `now`: what staff have decided comes before the round’s calendar. */
const publicationOf = (id: SQL, publishAt: SQLWrapper, now: Date): SQL<RoundRelease['publication']> => {
  const decided = (decision: (typeof releaseDecision.$inferSelect)['decision']) =>
    sql`exists (select from release_decision d where d.release_id = ${id} and d.decision = ${decision})`;
  return sql`case
    when ${decided('withdrawn')} then 'withdrawn'
    when ${decided('published')} then 'published'
    when ${isScheduled(id)} then case
      when ${scheduledAt(id)} is null then 'held'
      when ${scheduledAt(id)} <= ${now.toISOString()}::timestamptz then 'published'
      else 'scheduled' end
    when ${decided('held')} then 'held'
    when ${publishAt} is null or ${publishAt} <= ${now.toISOString()}::timestamptz then 'published'
    else 'scheduled' end`;
};

/** Which releases are asked for; all that are public unless told. */
export interface WhichRelease {
  readonly year?: number | undefined;
  readonly number?: number | undefined;
  readonly id?: string | undefined;
  /** For staff: those that the public may not see yet, or no more, too. */
  readonly unpublished?: boolean | undefined;
}

/**
 * The releases there are at `now`, newest first. Everything public reads releases from here, and finds no others than those
 * that are published and not withdrawn.
 */
export async function releases(db: Db, now: Date, only: WhichRelease = {}): Promise<DatedRelease[]> {
  const rounds = roundsIn();
  const publication = publicationOf(sql`${release.id}`, rounds.publishAt, now);
  const rows = await db
    .select({
      release,
      year: rounds.year,
      publishAt:
        sql<Date | null>`case when ${isScheduled(sql`${release.id}`)} then ${scheduledAt(sql`${release.id}`)} else ${rounds.publishAt} end`.mapWith(
          release.frozenAt,
        ),
      publishedAt: sql<Date>`coalesce(
        (select d.decided_at from release_decision d where d.release_id = ${release.id} and d.decision = 'published'),
        greatest(${release.frozenAt}, coalesce(${scheduledAt(sql`${release.id}`)}, ${rounds.publishAt})))`.mapWith(
        release.frozenAt,
      ),
      publication,
      latest: sql<boolean>`${publication} = 'published' and not exists (select from release newer
        where newer.round_id = ${release.roundId} and newer.number > ${release.number}
          and ${publicationOf(sql`newer.id`, rounds.publishAt, now)} = 'published')`,
    })
    .from(release)
    .innerJoin(rounds, eq(rounds.id, release.roundId))
    .where(
      and(
        only.year === undefined ? undefined : eq(rounds.year, only.year),
        only.number === undefined ? undefined : eq(release.number, only.number),
        only.id === undefined ? undefined : eq(release.id, only.id),
        only.unpublished ? undefined : sql`${publication} = 'published'`,
      ),
    )
    .orderBy(desc(rounds.year), desc(release.number));
  return rows.map(({ release: row, ...dated }) => ({ ...row, ...dated }));
}

/** The newest public release of each round, the newest round first: what everyone reads unless another is asked for. */
export const newestReleases = async (db: Db, now: Date): Promise<DatedRelease[]> =>
  (await releases(db, now)).filter(({ latest }) => latest);

/**
 * The release of a year: the newest that is public, or the one with this number.
 * @throws ApiError notFound; releaseWithdrawn, with the reason, when it was withdrawn
 */
export async function releaseOf(
  db: Db,
  now: Date,
  year: number,
  number?: number,
  { unpublished }: Pick<WhichRelease, 'unpublished'> = {},
): Promise<DatedRelease> {
  const found = await releases(db, now, { year, number, unpublished });
  const [first] = number === undefined ? found.filter((row) => row.latest) : found;
  return first ?? (await refuseMissing(db, { year, number }));
}

/**
 * Says why there is no such release for the public: the newest that was withdrawn there, with the reason; else nothing more
 * than that there is none.
 * @throws ApiError releaseWithdrawn, notFound
 */
export async function refuseMissing(db: Db, only: Omit<WhichRelease, 'unpublished'>): Promise<never> {
  const rounds = roundsIn();
  const [gone] = await db
    .select({
      number: release.number,
      year: rounds.year,
      at: releaseDecision.decidedAt,
      reason: releaseDecision.reason,
    })
    .from(releaseDecision)
    .innerJoin(release, eq(release.id, releaseDecision.releaseId))
    .innerJoin(rounds, eq(rounds.id, release.roundId))
    .where(
      and(
        eq(releaseDecision.decision, 'withdrawn'),
        only.year === undefined ? undefined : eq(rounds.year, only.year),
        only.number === undefined ? undefined : eq(release.number, only.number),
        only.id === undefined ? undefined : eq(release.id, only.id),
      ),
    )
    .orderBy(desc(release.number))
    .limit(1);
  if (gone?.reason) {
    const { number, year, at, reason } = gone;
    throw new ApiError('releaseWithdrawn', { withdrawal: { year, number, at: at.toISOString(), reason } });
  }
  const { year, number } = only;
  if (year === undefined) throw new ApiError('notFound', { detail: 'noRelease' });
  throw new ApiError('notFound', {
    detail: number === undefined ? ['noReleaseForYear', { year }] : ['noReleaseNumber', { number, year }],
  });
}

/** A release as the contract shows it. */
export function toRelease(row: DatedRelease): ReleaseView {
  const { id, year, number, latest, edition, definition, measures, publicMeasures, invited, answered, contentHash } =
    row;
  return {
    id,
    year,
    number,
    name: releaseName({ year, number }),
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
    reason: row.reason ?? null,
  };
}
