import { randomInt } from 'node:crypto';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { type AgencyRound, lockAgency, markAnswered, requireOpen, takesUpdatesNow } from '../rounds/index.ts';
import { ContentHash } from './content-hash.ts';
import { submission } from './schema.ts';
import { latestSubmission, type MeasureRow, measuresOf, previousAnswers, type SubmissionRow } from './store.ts';
import { earlierSummaries, issuesOf } from './summary.ts';

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
  requireOpen(from.round, now);
  const measures = await measuresOf(tx, from.round.id, from.agency.agencyId);
  await requireSubmittable(tx, from, measures, request.nothingToReport);
  const late = await isLate(tx, from, now);
  const pins = measures.map(({ revision }) => ({ revision_id: revision?.id, submitted_at: now, late }));
  const row = await insertSubmission(
    tx,
    from,
    {
      idempotencyKey: request.key,
      nothingToReport: request.nothingToReport,
      contentHash: hashOf(from, measures),
      late,
      submittedAt: now,
      submittedBy: actor.personId,
      submittedByName: actor.name,
      undecided: await undecidedOf(tx, from),
    },
    sql`select * from jsonb_to_recordset(${JSON.stringify(pins)}::jsonb) as p(revision_id uuid, submitted_at timestamptz, late boolean)`,
  );
  await markAnswered(tx, from);
  await sent?.(row, measures.length);
  const details = { receipt: row.receipt, measures: measures.length, contentHash: row.contentHash };
  await record(
    tx,
    { actor: auditName(actor), action: 'response.submitted', subject: `agency:${from.agency.agencyId}`, details },
    now,
  );
  return row;
}

/** Whether an answer is late: sent in after the deadline. An update of one that came in time is none. */
async function isLate(tx: Transaction, { round, agency }: AgencyRound, now: Date): Promise<boolean> {
  if (round.deadline === null || now <= round.deadline) return false;
  const last = takesUpdatesNow(round, now) ? await latestSubmission(tx, round.id, agency.agencyId) : undefined;
  return last?.late ?? true;
}

/** Last year's measures that nothing is said about: the receipt names them. */
async function undecidedOf(tx: Transaction, from: AgencyRound): Promise<{ number: string; title: string | null }[]> {
  const undecided = (await earlierSummaries(tx, from)).filter(({ rollOver }) => rollOver === undefined);
  return undecided.map(({ number, title }) => ({ number, title }));
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

async function requireSubmittable(
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

/** The fingerprint of what is sent in, as the receipt shows it. */
function hashOf({ edition }: AgencyRound, measures: readonly MeasureRow[]): string {
  const hash = new ContentHash(edition);
  for (const { number, revision } of measures.toSorted((a, b) => (a.number < b.number ? -1 : 1)))
    hash.add(number, revision?.answers ?? {});
  return hash.digest();
}

type NewSubmission = Omit<typeof submission.$inferInsert, 'id' | 'roundId' | 'agencyId' | 'number' | 'receipt'>;

/**
 * Writes a submission and the revisions it pins; the caller has locked the agency.
 * @param pins a query of `revision_id uuid, submitted_at timestamptz, late boolean`
 */
export async function insertSubmission(
  tx: Transaction,
  { round, agency }: { round: Pick<AgencyRound['round'], 'id'>; agency: Pick<AgencyRound['agency'], 'agencyId'> },
  values: NewSubmission,
  pins: SQL,
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
  await tx.execute(sql`
    insert into submission_revision (submission_id, revision_id, submitted_at, late)
    select ${id}::uuid, revision_id, submitted_at, late from (${pins}) p`);
  return row as SubmissionRow;
}

/** A new reference such as `7KMX-4HRA-9PDC`; twelve of 23 signs, so that nobody guesses one. */
function newReceipt(): string {
  const sign = () => receiptAlphabet[randomInt(receiptAlphabet.length)];
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, sign).join('')).join('-');
}
