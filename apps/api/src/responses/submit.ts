import { createHash, randomInt } from 'node:crypto';
import { reasonKey } from '@samblikk/contract';
import { canonical } from '@samblikk/files';
import { type Answers, askedAnswers, checkSubmission, type Issue } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../platform/audit/record.ts';
import type { Transaction } from '../platform/db/connect.ts';
import { ApiError } from '../platform/problem/problem.ts';
import { type Actor, auditName } from '../platform/signed/actor.ts';
import { demandOpen } from '../rounds/store.ts';
import { population, submission, submissionRevision } from '../schema.ts';
import {
  type AgencyRound,
  editionOfRound,
  latestSubmission,
  type MeasureRow,
  measuresOf,
  measuresToTakeAlong,
  previousAnswers,
  type RevisionRow,
  type SubmissionRow,
  titleOf,
} from './store.ts';

/** Letters and digits that nobody mistakes for one another on paper or by telephone. */
const receiptAlphabet = 'ACDEFHJKMNPRTUVWXY34679';

/**
 * Sends in an agency’s answer: checks every measure as a submission, pins the newest revisions and a hash of their
 * content, and gives a receipt. The same key gives the same receipt, also when two requests come at once.
 * @throws ApiError answersAtFault naming measure and question; roundNotOpen; keyUsedForOther when the key was used
 * for a submission of the other sort (measures against nothing to report)
 */
export async function submitResponse(
  tx: Transaction,
  from: AgencyRound,
  request: { key: string; nothingToReport: boolean },
  actor: Actor,
  now: Date,
  /** What goes with a new submission, in the same transaction: its letters. */
  sent?: (row: SubmissionRow, measures: number) => Promise<void>,
): Promise<SubmissionRow> {
  await lockAgency(tx, from);
  const earlier = await byKey(tx, from, request.key);
  if (earlier) {
    if (earlier.nothingToReport !== request.nothingToReport) throw new ApiError('keyUsedForOther');
    return earlier;
  }
  demandOpen(from.round, now);
  const measures = await measuresOf(tx, from.round.id, from.agency.agencyId);
  await demandSubmittable(tx, from, measures, request.nothingToReport);
  const late = from.round.deadline !== null && now > from.round.deadline;
  const revisions = measures.map((measure) => measure.revision as RevisionRow);
  const row = await insertSubmission(tx, from, {
    idempotencyKey: request.key,
    nothingToReport: request.nothingToReport,
    contentHash: contentHash(measures.map((measure) => contentOf(from, measure))),
    late,
    submittedAt: now,
    submittedBy: actor.personId,
    submittedByName: actor.name,
    undecided: await undecidedOf(tx, from),
    revisions: revisions.map((revision) => ({ revisionId: revision.id, submittedAt: now, late })),
  });
  await tx
    .update(population)
    .set({ answered: true })
    .where(and(eq(population.roundId, from.round.id), eq(population.agencyId, from.agency.agencyId)));
  await sent?.(row, measures.length);
  const details = { receipt: row.receipt, measures: measures.length, contentHash: row.contentHash };
  await record(
    tx,
    { actor: auditName(actor), action: 'response.submitted', subject: `agency:${from.agency.agencyId}`, details },
    now,
  );
  return row;
}

/** Last year's measures that nothing is said about: the receipt names them. */
async function undecidedOf(tx: Transaction, from: AgencyRound): Promise<{ number: string; title: string | null }[]> {
  return (await measuresToTakeAlong(tx, from))
    .filter(({ rollOver }) => rollOver === undefined)
    .map((one) => ({ number: one.number, title: titleOf(editionOfRound(one), one.answers) }));
}

/** Submissions of one agency in one round wait for each other, and so do lists from its own system. */
export async function lockAgency(tx: Transaction, { round, agency }: AgencyRound): Promise<void> {
  await tx
    .select({ agencyId: population.agencyId })
    .from(population)
    .where(and(eq(population.roundId, round.id), eq(population.agencyId, agency.agencyId)))
    .for('update');
}

async function byKey(tx: Transaction, { round, agency }: AgencyRound, key: string): Promise<SubmissionRow | undefined> {
  const [row] = await tx
    .select()
    .from(submission)
    .where(
      and(
        eq(submission.roundId, round.id),
        eq(submission.agencyId, agency.agencyId),
        eq(submission.idempotencyKey, key),
      ),
    );
  return row;
}

async function demandSubmittable(
  tx: Transaction,
  from: AgencyRound,
  measures: readonly MeasureRow[],
  nothingToReport: boolean,
): Promise<void> {
  const wrong = (code: string): never => {
    throw new ApiError('answersAtFault', { issues: [{ question: '', code, params: {}, level: 'error' }] });
  };
  if (nothingToReport && measures.length > 0) wrong('hasMeasures');
  if (!nothingToReport && measures.length === 0) wrong('noMeasures');
  const previous = await previousAnswers(tx, from.round.id, from.agency.agencyId, from.round.year);
  const issues = measures.flatMap((measure) =>
    issuesOf(from, measure.revision, previous.get(measure.id))
      .filter((issue) => issue.level === 'error')
      .map((issue) => ({ ...issue, measure: measure.number })),
  );
  if (issues.length > 0) throw new ApiError('answersAtFault', { issues });
}

/** An issue with the reason the agency gave why it does not matter, when it gave one. */
export type ReasonedIssue = Issue & { readonly reason?: string };

/** What the submission check says of one measure of an agency. */
export function issuesOf(
  from: AgencyRound,
  revision: RevisionRow | undefined,
  previous: Answers | undefined,
): ReasonedIssue[] {
  const issues = checkSubmission(from.edition, revision?.answers ?? {}, {
    known: knownOf(from),
    ...(previous && { previous }),
  });
  return issues.map((issue) => {
    const reason = issue.level === 'warning' ? revision?.reasons[reasonKey(issue)] : undefined;
    return reason === undefined ? issue : { ...issue, reason };
  });
}

/** What is known about an agency in a round, keyed like answers: its number, its ministry, and the population's facts. */
export function knownOf({ edition, agency }: AgencyRound): Answers {
  return { ...agency.facts, [edition.roles.agency]: agency.orgnr, [edition.roles.ministry]: agency.ministry };
}

/** What a submission says about one measure: only answers to questions that were asked. */
export function contentOf(
  { edition }: Pick<AgencyRound, 'edition'>,
  measure: MeasureRow,
): { number: string; version: number; answers: Answers } {
  return {
    number: measure.number,
    version: measure.revision?.version ?? 0,
    answers: askedAnswers(edition, measure.revision?.answers ?? {}),
  };
}

/** SHA-256 over numbers and answers in canonical JSON, in order of number. */
export function contentHash(content: readonly { number: string; answers: Answers }[]): string {
  const sorted = [...content]
    .sort((a, b) => (a.number < b.number ? -1 : 1))
    .map(({ number, answers }) => [number, answers]);
  return createHash('sha256').update(canonical(sorted)).digest('hex');
}

export type NewSubmission = Omit<
  typeof submission.$inferInsert,
  'id' | 'roundId' | 'agencyId' | 'number' | 'receipt'
> & {
  revisions: readonly { revisionId: string; submittedAt: Date; late: boolean }[];
};

/** Writes a submission and its pins; the caller has locked the agency. */
export async function insertSubmission(
  tx: Transaction,
  { round, agency }: Pick<AgencyRound, 'round' | 'agency'>,
  { revisions, ...values }: NewSubmission,
): Promise<SubmissionRow> {
  const last = await latestSubmission(tx, round.id, agency.agencyId);
  const id = uuid();
  const [row] = await tx
    .insert(submission)
    .values({
      ...values,
      id,
      roundId: round.id,
      agencyId: agency.agencyId,
      number: (last?.number ?? 0) + 1,
      receipt: newReceipt(),
    })
    .returning();
  if (revisions.length > 0)
    await tx.insert(submissionRevision).values(revisions.map((pin) => ({ submissionId: id, ...pin })));
  return row as SubmissionRow;
}

/** A new reference such as `7KMX-4HRA-9PDC`; twelve of 23 signs, so that nobody guesses one. */
export function newReceipt(): string {
  const sign = () => receiptAlphabet[randomInt(receiptAlphabet.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, sign).join('')).join('-');
}
