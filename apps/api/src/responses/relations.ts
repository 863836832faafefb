import { and, desc, eq, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { revision, submission, submissionRevision } from './schema.ts';

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** Every version of the answers, of one round when told. @param as told apart by it where a query joins them twice */
export const revisionsIn = <As extends string = 'revisions_in'>({
  roundId,
  as,
}: {
  roundId?: string;
  as?: As;
} = {}) => {
  const { id, measureId, roundId: inRound, version, answers, origins, authors } = revision;
  return new QueryBuilder()
    .select({ id, measureId, roundId: inRound, version, answers, origins, authors })
    .from(revision)
    .where(roundId === undefined ? undefined : eq(inRound, roundId))
    .as((as ?? 'revisions_in') as As);
};

/** What an agency has sent in in a round, with who did and when. */
export const submissionsIn = (of: { roundId: string; agencyId: string }) => {
  const { number, submittedAt, submittedBy } = submission;
  return new QueryBuilder()
    .select({ number, submittedAt, submittedBy })
    .from(submission)
    .where(and(eq(submission.roundId, of.roundId), eq(submission.agencyId, of.agencyId)))
    .as('submissions_in');
};

/** Every pinned revision, with when it was sent in. */
export const pinsIn = () => {
  const { revisionId, submittedAt } = submissionRevision;
  return new QueryBuilder().select({ revisionId, submittedAt }).from(submissionRevision).as('pins_in');
};

/** The revisions that each agency's latest submission in a round pins. */
export const latestPins = (roundId: string) => {
  const latest = new QueryBuilder()
    .selectDistinctOn([submission.agencyId], {
      id: submission.id,
      agencyId: submission.agencyId,
      sentAt: sql<Date>`${submission.submittedAt}`.as('sent_at'),
    })
    .from(submission)
    .where(eq(submission.roundId, roundId))
    .orderBy(submission.agencyId, desc(submission.number))
    .as('latest');
  const { revisionId, submittedAt, late } = submissionRevision;
  return new QueryBuilder()
    .select({ agencyId: latest.agencyId, sentAt: latest.sentAt, revisionId, submittedAt, late })
    .from(latest)
    .innerJoin(submissionRevision, eq(submissionRevision.submissionId, latest.id))
    .as('latest_pins');
};
