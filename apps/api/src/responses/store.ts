import type { listSubmissions, ReplyOf, ResponseView } from '@samblikk/contract';
import { realYear } from '@samblikk/contract';
import type { Answers, Edition } from '@samblikk/questionnaire';
import { and, count, desc, eq, lte, max, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { measuresIn, ownMeasures } from '../measures/index.ts';
import { type Database, keyRows, keysOf, prepared, type Transaction } from '../platform/db/index.ts';
import { type AgencyRound, roundsIn } from '../rounds/index.ts';
import { revision, submission, submissionRevision } from './schema.ts';

export type RevisionRow = typeof revision.$inferSelect;
export type SubmissionRow = typeof submission.$inferSelect;
type Reader = Database | Transaction;

/** The number of a measure's newest revision in a round; 0 when nothing is saved yet. */
export async function latestVersion(db: Reader, measureId: string, roundId: string): Promise<number> {
  const [row] = await db
    .select({ newest: max(revision.version) })
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)));
  return row?.newest ?? 0;
}

/** What a measure is called in its answers; null while it has no name. */
export function titleOf(edition: Edition, answers: Answers): string | null {
  const title = answers[edition.roles.title];
  return typeof title === 'string' ? title : null;
}

export interface MeasureRow {
  id: string;
  number: string;
  revision: RevisionRow | undefined;
}

/** The newest revision of each of an agency's measures in a round, without its answers, by measure. */
export async function newestRevisions(db: Reader, roundId: string, agencyId: string) {
  const own = measuresIn({ roundId, agencyId });
  const { measureId, id, version, createdAt } = revision;
  const rows = await db
    .selectDistinctOn([measureId], { measureId, id, version, createdAt })
    .from(revision)
    .innerJoin(own, eq(own.measureId, measureId))
    .where(eq(revision.roundId, roundId))
    .orderBy(measureId, desc(version));
  return new Map(rows.map((row) => [row.measureId, row]));
}

/** The id of the newest revision of the latest round before, of each of an agency's measures in a round, by measure. */
export async function revisionsBefore(
  db: Reader,
  roundId: string,
  agencyId: string,
  year: number,
): Promise<ReadonlyMap<string, string>> {
  const own = measuresIn({ roundId, agencyId });
  const rounds = roundsIn({ before: year });
  const rows = await db
    .selectDistinctOn([revision.measureId], { measureId: revision.measureId, id: revision.id })
    .from(own)
    .innerJoin(revision, eq(revision.measureId, own.measureId))
    .innerJoin(rounds, eq(rounds.id, revision.roundId))
    .orderBy(revision.measureId, desc(rounds.year), desc(revision.version));
  return new Map(rows.map(({ measureId, id }) => [measureId, id]));
}

/** The measures of an agency in a round that are not withdrawn, by number, each with its newest revision. */
export async function measuresOf(db: Reader, roundId: string, agencyId: string): Promise<MeasureRow[]> {
  const measures = await ownMeasures(db, roundId, agencyId);
  const newest = await newestRevisions(db, roundId, agencyId);
  const read = await revisionsById(
    db,
    [...newest.values()].map(({ id }) => id),
  );
  return measures
    .filter(({ withdrawnAt }) => withdrawnAt === null)
    .map(({ id, number }) => ({ id, number, revision: read.get(newest.get(id)?.id ?? '') }));
}

/** Revisions by their ids. */
export async function revisionsById(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, RevisionRow>> {
  if (ids.length === 0) return new Map();
  // One parameter, however many there are.
  const rows = await db
    .select()
    .from(revision)
    .where(sql`${revision.id} = any(${sql.param([...ids])}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** One version of a measure in a round. */
export async function revisionOf(
  db: Reader,
  measureId: string,
  roundId: string,
  version: number,
): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId), eq(revision.version, version)));
  return row;
}

/** Where a measure's answers stand when someone saves: the newest revision, and the answers the changes were made on. */
export interface Standing {
  readonly current: RevisionRow | undefined;
  readonly base: Answers | undefined;
}

const standingQuery = prepared((db) => {
  const rounds = roundsIn();
  const newest = db
    .select()
    .from(revision)
    .where(sql`${revision.measureId} = key.measure and ${revision.roundId} = ${rounds.id}`)
    .orderBy(desc(revision.version))
    .limit(1)
    .as('newest');
  const base = alias(revision, 'base');
  const ofBase = sql`${base.measureId} = key.measure and ${base.roundId} = ${rounds.id}
    and ${base.version} = key.version and ${base.version} < ${newest.version}`;
  return db
    .select({ current: newest._.selectedFields, base: base.answers })
    .from(keyRows('measureId', 'year', 'version'))
    .leftJoin(rounds, sql`${rounds.year} = key.year`)
    .leftJoinLateral(newest, sql`true`)
    .leftJoin(base, ofBase)
    .orderBy(sql`key.n`)
    .prepare('standings');
});

/**
 * Of measures in the rounds of years, in their order: the newest revision, and the answers of the version told where that is an
 * earlier one.
 */
export async function standings(
  db: Reader,
  keys: readonly { measureId: string; year: number; version: number }[],
): Promise<Standing[]> {
  const rows = await standingQuery(db).execute(keysOf(keys));
  return rows.map(({ current, base }) => ({ current: current ?? undefined, base: base ?? undefined }));
}

/** The newest revision of a measure in the round of a year, or undefined when nothing is saved yet. */
export async function latestRevision(db: Reader, measureId: string, year: number): Promise<RevisionRow | undefined> {
  const [standing] = await standings(db, [{ measureId, year, version: 0 }]);
  return standing?.current;
}

export type PreviousRevision = Pick<RevisionRow, 'id' | 'edition' | 'answers'> & { readonly year: number };

const beforeRounds = prepared((db) => {
  const rounds = roundsIn();
  const newest = db
    .select({ id: revision.id, edition: revision.edition, answers: revision.answers })
    .from(revision)
    .where(sql`${revision.measureId} = key.measure and ${revision.roundId} = ${rounds.id}`)
    .orderBy(desc(revision.version))
    .limit(1)
    .as('newest');
  const latest = db
    .select({ id: newest.id, edition: newest.edition, answers: newest.answers, year: rounds.year })
    .from(rounds)
    .innerJoinLateral(newest, sql`true`)
    .where(sql`${rounds.year} < key.year`)
    .orderBy(desc(rounds.year))
    .limit(1)
    .as('latest');
  return db
    .select({ id: latest.id, edition: latest.edition, answers: latest.answers, year: latest.year })
    .from(keyRows('measureId', 'year'))
    .leftJoinLateral(latest, sql`true`)
    .orderBy(sql`key.n`)
    .prepare('revisions_before_rounds');
});

/** Of each measure, in their order: its newest revision in the latest round before the year, to look back on. */
export async function previousRevisions(
  db: Reader,
  keys: readonly { measureId: string; year: number }[],
): Promise<(PreviousRevision | undefined)[]> {
  // Before a pilot is what is before its year; a pilot is before none.
  const rows = await beforeRounds(db).execute(keysOf(keys.map((key) => ({ ...key, year: realYear(key.year) }))));
  return rows.map(({ id, edition, answers, year }) =>
    id === null || edition === null || answers === null || year === null ? undefined : { id, edition, answers, year },
  );
}

/** Last year’s answers of all measures of an agency, and the revision they are of, by measure. */
export async function previousAnswers(
  db: Reader,
  roundId: string,
  agencyId: string,
  year: number,
): Promise<Map<string, Pick<RevisionRow, 'id' | 'answers'>>> {
  const before = await revisionsBefore(db, roundId, agencyId, year);
  const read = await revisionsById(db, [...before.values()]);
  return new Map(
    [...before].flatMap(([measureId, id]) => {
      const row = read.get(id);
      return row ? [[measureId, row]] : [];
    }),
  );
}

/** Whether a measure has been sent in in a round, in any version. */
export async function isSubmitted(db: Reader, measureId: string, roundId: string): Promise<boolean> {
  const [row] = await db
    .select({ id: revision.id })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)))
    .limit(1);
  return row !== undefined;
}

/** The agency’s newest submission in a round, with the revisions it pins and their measures. */
export async function latestSubmission(
  db: Reader,
  roundId: string,
  agencyId: string,
): Promise<(SubmissionRow & { revisions: Set<string>; measures: Set<string> }) | undefined> {
  const [row] = await db
    .select()
    .from(submission)
    .where(and(eq(submission.roundId, roundId), eq(submission.agencyId, agencyId)))
    .orderBy(desc(submission.number))
    .limit(1);
  if (!row) return undefined;
  const pinned = await db
    .select({ id: revision.id, measureId: revision.measureId })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .where(eq(submissionRevision.submissionId, row.id));
  return {
    ...row,
    revisions: new Set(pinned.map(({ id }) => id)),
    measures: new Set(pinned.map(({ measureId }) => measureId)),
  };
}

/** Every submission of an agency in a round, newest first. */
export async function submissionsOf(
  db: Reader,
  { round, agency }: AgencyRound,
): Promise<ReplyOf<typeof listSubmissions>> {
  const rows = await db
    .select({ submission, measures: count(submissionRevision.revisionId) })
    .from(submission)
    .leftJoin(submissionRevision, eq(submissionRevision.submissionId, submission.id))
    .where(and(eq(submission.roundId, round.id), eq(submission.agencyId, agency.agencyId)))
    .groupBy(submission.id)
    .orderBy(desc(submission.number));
  return rows.map((row) => ({ ...toSubmission(row.submission), measures: row.measures }));
}

/** When each agency last sent in in a round, by agency id; up to a moment when told. */
export async function lastSubmitted(db: Reader, roundId: string, until?: Date): Promise<Map<string, Date>> {
  const rows = await db
    .select({ agencyId: submission.agencyId, at: max(submission.submittedAt) })
    .from(submission)
    .where(and(eq(submission.roundId, roundId), until && lte(submission.submittedAt, until)))
    .groupBy(submission.agencyId);
  return new Map(rows.flatMap(({ agencyId, at }) => (at === null ? [] : [[agencyId, at] as const])));
}

/** Who wrote the newest answer of a revision. */
export function lastAuthor(revision: Pick<RevisionRow, 'authors'>): string | null {
  const newest = Object.values(revision.authors).sort(([, a], [, b]) => (a < b ? 1 : -1))[0];
  return newest?.[0] ?? null;
}

/** A submission as the contract shows it, but for how many measures it pins. */
export function toSubmission(row: SubmissionRow): Omit<NonNullable<ResponseView['submission']>, 'measures'> {
  return {
    receipt: row.receipt,
    number: row.number,
    submittedAt: row.submittedAt.toISOString(),
    submittedBy: row.submittedByName,
    late: row.late,
    nothingToReport: row.nothingToReport,
    contentHash: row.contentHash,
  };
}
