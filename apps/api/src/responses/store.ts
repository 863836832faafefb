import type { ResponseView } from '@samblikk/contract';
import type { Answers, Edition } from '@samblikk/questionnaire';
import { and, desc, eq, isNull, lt, max, sql } from 'drizzle-orm';
import { measure, measureRound } from '../measures/schema.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { round } from '../rounds/schema.ts';
import { revision, submission, submissionRevision } from './schema.ts';

export type RevisionRow = typeof revision.$inferSelect;
export type SubmissionRow = typeof submission.$inferSelect;
type Reader = Database | Transaction;

/** The newest revision of a measure in a round, or undefined when nothing is saved yet. */
export async function latestRevision(db: Reader, measureId: string, roundId: string): Promise<RevisionRow | undefined> {
  const [row] = await db
    .select()
    .from(revision)
    .where(and(eq(revision.measureId, measureId), eq(revision.roundId, roundId)))
    .orderBy(desc(revision.version))
    .limit(1);
  return row;
}

/** The number of that revision; 0 when nothing is saved yet. */
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

/** The measures of an agency in a round that are not withdrawn, by number, each with its newest revision. */
export async function measuresOf(db: Reader, roundId: string, agencyId: string): Promise<MeasureRow[]> {
  const rows = await db
    .select({ id: measure.id, number: measure.number })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .where(
      and(eq(measureRound.roundId, roundId), eq(measureRound.agencyId, agencyId), isNull(measureRound.withdrawnAt)),
    )
    .orderBy(measure.number);
  const revisions = await db
    .selectDistinctOn([revision.measureId])
    .from(revision)
    .innerJoin(
      measureRound,
      and(eq(measureRound.measureId, revision.measureId), eq(measureRound.roundId, revision.roundId)),
    )
    .where(and(eq(revision.roundId, roundId), eq(measureRound.agencyId, agencyId)))
    .orderBy(revision.measureId, desc(revision.version));
  const byMeasure = new Map(revisions.map((row) => [row.revision.measureId, row.revision]));
  return rows.map((row) => ({ ...row, revision: byMeasure.get(row.id) }));
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

/** The newest revision of a measure in the latest round before this one, to look back on. */
export async function previousRevision(
  db: Reader,
  measureId: string,
  year: number,
): Promise<(RevisionRow & { year: number }) | undefined> {
  const [row] = await db
    .select({ revision, year: round.year })
    .from(revision)
    .innerJoin(round, eq(round.id, revision.roundId))
    .where(and(eq(revision.measureId, measureId), lt(round.year, year)))
    .orderBy(desc(round.year), desc(revision.version))
    .limit(1);
  return row && { ...row.revision, year: row.year };
}

/** Last year’s answers of many measures at once, by measure. */
export async function previousAnswers(
  db: Reader,
  roundId: string,
  agencyId: string,
  year: number,
): Promise<Map<string, Answers>> {
  const { rows } = await db.execute<{ measure_id: string; answers: Answers }>(sql`
    select distinct on (v.measure_id) v.measure_id, v.answers
    from measure_round m
    join revision v on v.measure_id = m.measure_id
    join round r on r.id = v.round_id and r.year < ${year}
    where m.round_id = ${roundId} and m.agency_id = ${agencyId}
    order by v.measure_id, r.year desc, v.version desc`);
  return new Map(rows.map((row) => [row.measure_id, row.answers]));
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

/** The agency’s newest submission in a round, with the revisions it pins. */
export async function latestSubmission(
  db: Reader,
  roundId: string,
  agencyId: string,
): Promise<(SubmissionRow & { revisions: Set<string> }) | undefined> {
  const [row] = await db
    .select()
    .from(submission)
    .where(and(eq(submission.roundId, roundId), eq(submission.agencyId, agencyId)))
    .orderBy(desc(submission.number))
    .limit(1);
  if (!row) return undefined;
  const pinned = await db
    .select({ id: submissionRevision.revisionId })
    .from(submissionRevision)
    .where(eq(submissionRevision.submissionId, row.id));
  return { ...row, revisions: new Set(pinned.map((pin) => pin.id)) };
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
