import type { listSubmissions, ReplyOf } from '@samblikk/contract';
import { and, count, desc, eq } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { toSubmission } from '../responses/index.ts';
import { submission, submissionRevision } from '../responses/schema.ts';
import type { AgencyRound } from '../rounds/index.ts';

/** Every submission of an agency in a round, newest first. */
export async function submissionsOf(
  db: Database,
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
