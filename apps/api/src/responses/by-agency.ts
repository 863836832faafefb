import type { Edition } from '@samblikk/questionnaire';
import { and, desc, eq, inArray, isNull, max, min, sql, sum } from 'drizzle-orm';
import { measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { revision, submission, submissionRevision } from './schema.ts';

type Reader = Database | Transaction;

/** What there is of an agency's answers in a round. */
export interface AgencyAnswers {
  /** When an answer was last saved. */
  readonly savedAt: Date | null;
  /** The total costs of its measures together, as they stand, whole kroner; null when none says one. */
  readonly cost: number | null;
  /** What was sent in last. */
  readonly submission: { readonly at: Date; readonly late: boolean; readonly nothingToReport: boolean } | undefined;
}

/** What there is of the answers in a round, by agency; nothing of those that have begun no measure and sent in none. */
export async function answersByAgency(
  db: Reader,
  round: { readonly id: string },
  edition: Edition,
): Promise<ReadonlyMap<string, AgencyAnswers>> {
  const [saved, sent] = await Promise.all([savedBy(db, round.id, edition.roles.cost), sentBy(db, round.id)]);
  const drafts = new Map(saved.map((row) => [row.agencyId, row]));
  const submissions = new Map(sent.map(({ agencyId, ...one }) => [agencyId, one]));
  return new Map(
    [...new Set([...drafts.keys(), ...submissions.keys()])].map((agencyId) => {
      const draft = drafts.get(agencyId);
      const cost = draft?.cost ?? null;
      return [
        agencyId,
        {
          savedAt: draft?.savedAt ?? null,
          cost: cost === null ? null : Number(cost),
          submission: submissions.get(agencyId),
        },
      ];
    }),
  );
}

function savedBy(db: Reader, roundId: string, costQuestion: string) {
  const own = measuresIn({ roundId });
  const answer = sql`${revision.answers} -> ${costQuestion}`;
  const newest = db
    .selectDistinctOn([revision.measureId], {
      agencyId: own.agencyId,
      createdAt: revision.createdAt,
      cost: sql<number | null>`case when jsonb_typeof(${answer}) = 'number' then (${answer})::numeric end`.as('cost'),
    })
    .from(revision)
    .innerJoin(own, and(eq(own.measureId, revision.measureId), isNull(own.withdrawnAt)))
    .where(eq(revision.roundId, roundId))
    .orderBy(revision.measureId, desc(revision.version))
    .as('newest');
  return db
    .select({ agencyId: newest.agencyId, savedAt: max(newest.createdAt), cost: sum(newest.cost) })
    .from(newest)
    .groupBy(newest.agencyId);
}

function sentBy(db: Reader, roundId: string) {
  const { agencyId, submittedAt, late, nothingToReport } = submission;
  return db
    .selectDistinctOn([agencyId], { agencyId, at: submittedAt, late, nothingToReport })
    .from(submission)
    .where(eq(submission.roundId, roundId))
    .orderBy(agencyId, desc(submission.number));
}

/** When each agency first sent in, by round: what a round's response rate grew by. */
export async function firstSubmissions(
  db: Reader,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Date[]>> {
  const rows = await db
    .select({ roundId: submission.roundId, at: min(submission.submittedAt) })
    .from(submission)
    .where(inArray(submission.roundId, [...roundIds]))
    .groupBy(submission.roundId, submission.agencyId);
  const byRound = Map.groupBy(rows, ({ roundId }) => roundId);
  return new Map([...byRound].map(([id, of]) => [id, of.flatMap(({ at }) => at ?? [])]));
}

/** When each agency first sent in in a round, by our ids: of a list that was read in, the time that it says. */
export async function firstSentIn(db: Reader, roundId: string): Promise<ReadonlyMap<string, Date>> {
  const at = sql<Date>`least(min(${submission.submittedAt}), min(${submissionRevision.submittedAt}))`;
  const rows = await db
    .select({ agencyId: submission.agencyId, at: at.mapWith(submission.submittedAt) })
    .from(submission)
    .leftJoin(submissionRevision, eq(submissionRevision.submissionId, submission.id))
    .where(eq(submission.roundId, roundId))
    .groupBy(submission.agencyId);
  return new Map(rows.map(({ agencyId, at: first }) => [agencyId, first]));
}
