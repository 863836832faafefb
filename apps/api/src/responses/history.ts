import { isDeepStrictEqual } from 'node:util';
import type { ReplyOf, readRevisions, readSubmission } from '@samblikk/contract';
import { askedAnswers, partOf } from '@samblikk/questionnaire';
import { and, asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../db/connect.ts';
import { measure, revision, submission, submissionRevision } from '../db/schema.ts';
import { ApiError } from '../http/problem.ts';
import type { AgencyRound, MeasureInRound } from './store.ts';
import { lastAuthor, nameOf, type Sight, toSubmission } from './view.ts';

/**
 * Every version of a measure in a round, oldest first: who, when, and what changed from the version before. Whoever was
 * given a section is told of the versions that changed something in it.
 */
export async function history(
  db: Database,
  { measure: of, round, edition }: MeasureInRound,
  sight: Pick<Sight, 'sections'>,
): Promise<ReplyOf<typeof readRevisions>> {
  const rows = await db
    .select()
    .from(revision)
    .where(and(eq(revision.measureId, of.id), eq(revision.roundId, round.id)))
    .orderBy(asc(revision.version));
  const { asks } = partOf(edition, sight.sections);
  const versions = rows.map((row, i) => {
    const before = rows[i - 1]?.answers ?? {};
    const ids = [...new Set([...Object.keys(before), ...Object.keys(row.answers)])];
    return {
      version: row.version,
      at: row.createdAt.toISOString(),
      by: lastAuthor(row) ?? '',
      changes: ids
        .filter((id) => asks(id) && !isDeepStrictEqual(before[id], row.answers[id]))
        .map((question) => ({ question, from: before[question] ?? null, to: row.answers[question] ?? null })),
    };
  });
  return sight.sections === null ? versions : versions.filter(({ changes }) => changes.length > 0);
}

/** A receipt of an agency with what was sent in. @throws ApiError notFound */
export async function receiptOf(
  db: Database | Transaction,
  of: AgencyRound,
  receipt: string,
): Promise<ReplyOf<typeof readSubmission>> {
  const [row] = await db
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.roundId, of.round.id),
        eq(submission.agencyId, of.agency.agencyId),
        eq(submission.receipt, receipt),
      ),
    );
  if (!row) throw new ApiError('notFound', { detail: 'The agency has no such receipt in this round.' });
  const pins = await db
    .select({ number: measure.number, version: revision.version, answers: revision.answers })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .innerJoin(measure, eq(measure.id, revision.measureId))
    .where(eq(submissionRevision.submissionId, row.id))
    .orderBy(measure.number);
  return {
    ...toSubmission(row),
    measures: pins.length,
    agency: { orgnr: of.agency.orgnr, name: nameOf(of.agency) },
    edition: of.edition.id,
    content: pins.map((pin) => ({ ...pin, answers: askedAnswers(of.edition, pin.answers) })),
  };
}
