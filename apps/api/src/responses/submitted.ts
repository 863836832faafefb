import type { Answers } from '@samblikk/questionnaire';
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, type SQL, sql } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type AgencyRound, askedAgencies } from '../rounds/index.ts';
import { latestPins } from './relations.ts';
import { revision, submission, submissionRevision } from './schema.ts';

/** When an agency’s answers in a round were saved until a moment, and by whom (null: a program), oldest first. */
export function savingTimes(
  db: Database,
  { round, agency }: AgencyRound,
  until: Date,
): Promise<{ at: Date; authorId: string | null }[]> {
  const own = measuresIn({ roundId: round.id, agencyId: agency.agencyId });
  return db
    .select({ at: revision.createdAt, authorId: revision.authorId })
    .from(revision)
    .innerJoin(own, eq(own.measureId, revision.measureId))
    .where(and(eq(revision.roundId, round.id), lte(revision.createdAt, until)))
    .orderBy(asc(revision.createdAt));
}

/** When people saved answers in a round, oldest first, by agency (our id). */
export async function savingTimesIn(db: Database, roundId: string): Promise<ReadonlyMap<string, readonly Date[]>> {
  const own = measuresIn({ roundId });
  const rows = await db
    .select({ agencyId: own.agencyId, at: revision.createdAt })
    .from(revision)
    .innerJoin(own, eq(own.measureId, revision.measureId))
    .where(and(eq(revision.roundId, roundId), isNotNull(revision.authorId)))
    .orderBy(asc(revision.createdAt));
  return new Map(
    [...Map.groupBy(rows, ({ agencyId }) => agencyId)].map(([id, saved]) => [id, saved.map(({ at }) => at)]),
  );
}

/** The answers that a submission pins, and how each came to be. */
export function pinnedBy(
  db: Database,
  receipt: string,
): Promise<Pick<typeof revision.$inferSelect, 'answers' | 'origins'>[]> {
  return db
    .select({ answers: revision.answers, origins: revision.origins })
    .from(submissionRevision)
    .innerJoin(submission, eq(submission.id, submissionRevision.submissionId))
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .where(eq(submission.receipt, receipt));
}

/** A measure in a round as its agency's latest submission pins it; undefined when that has it not. */
export async function sentIn(
  db: Database | Transaction,
  { measure, round }: { measure: { id: string }; round: { id: string } },
): Promise<typeof revision.$inferSelect | undefined> {
  const pins = latestPins(round.id);
  const [row] = await db
    .select({ revision })
    .from(revision)
    .innerJoin(pins, eq(pins.revisionId, revision.id))
    .where(eq(revision.measureId, measure.id))
    .orderBy(desc(pins.sentAt))
    .limit(1);
  return row?.revision;
}

/** One measure as its agency last sent it in. */
export interface SubmittedMeasure {
  readonly id: string;
  readonly number: string;
  readonly externalId: string | null;
  readonly answers: Answers;
  readonly orgnr: string;
  readonly ministry: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly submittedAt: Date;
  readonly late: boolean;
}

/**
 * What each agency last submitted in a round, in pages, by length and then order of number, so that 10000 comes after 9999.
 * Submissions never change, so what their pins say is one moment's truth however long the reading takes.
 * @param agencies those of which (our ids); all unless told
 */
export async function* submittedMeasures(
  db: Database | Transaction,
  roundId: string,
  pageSize: number,
  agencies?: readonly string[],
): AsyncGenerator<SubmittedMeasure[]> {
  const latest = await db
    .selectDistinctOn([submission.agencyId], { id: submission.id })
    .from(submission)
    .where(and(eq(submission.roundId, roundId), agencies && inArray(submission.agencyId, [...agencies])))
    .orderBy(submission.agencyId, desc(submission.number));
  const ids = latest.map(({ id }) => id);
  let after = '';
  for (;;) {
    const page = await pageAfter(db, roundId, ids, after, pageSize);
    if (page.length > 0) yield page;
    after = page.at(-1)?.number ?? after;
    if (page.length < pageSize) return;
  }
}

function pageAfter(db: Database, roundId: string, submissions: string[], after: string, size: number) {
  const own = measuresIn({ roundId });
  const inOrder = (number: SQL): SQL => sql`length(${number}), ${number} collate "C"`;
  return db
    .select({
      id: measureNumbers.id,
      number: measureNumbers.number,
      externalId: own.externalId,
      answers: revision.answers,
      orgnr: askedAgencies.agency.orgnr,
      ministry: askedAgencies.agency.ministry,
      facts: askedAgencies.agency.facts,
      submittedAt: submissionRevision.submittedAt,
      late: submissionRevision.late,
    })
    .from(submissionRevision)
    .innerJoin(submission, eq(submission.id, submissionRevision.submissionId))
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .innerJoin(measureNumbers, eq(measureNumbers.id, revision.measureId))
    .innerJoin(own, eq(own.measureId, revision.measureId))
    .innerJoin(
      askedAgencies,
      and(eq(askedAgencies.round.id, submission.roundId), eq(askedAgencies.agency.agencyId, submission.agencyId)),
    )
    .where(
      and(
        inArray(submissionRevision.submissionId, submissions),
        sql`(${inOrder(sql`${measureNumbers.number}`)}) > (${inOrder(sql`${after}::text`)})`,
      ),
    )
    .orderBy(inOrder(sql`${measureNumbers.number}`))
    .limit(size);
}

/** Whether anything was sent in in the round after a moment. */
export async function submittedSince(db: Database | Transaction, roundId: string, at: Date): Promise<boolean> {
  return (await db.$count(submission, and(eq(submission.roundId, roundId), gt(submission.submittedAt, at)))) > 0;
}

/** The answers of a measure as its agency last sent it in in a round; undefined when its latest submission has it not. */
export async function submittedAnswers(
  db: Database | Transaction,
  measureId: string,
  roundId: string,
): Promise<Answers | undefined> {
  const pins = latestPins(roundId);
  const [found] = await db
    .select({ answers: revision.answers })
    .from(pins)
    .innerJoin(revision, eq(revision.id, pins.revisionId))
    .where(eq(revision.measureId, measureId))
    .orderBy(desc(pins.sentAt))
    .limit(1);
  return found?.answers;
}

/** The agencies (our ids) whose people have typed, or confirmed, something in a round up to a moment. */
export async function typedIn(db: Database | Transaction, roundId: string, until: Date): Promise<ReadonlySet<string>> {
  const own = measuresIn({ roundId });
  const rows = await db
    .selectDistinct({ agencyId: own.agencyId })
    .from(revision)
    .innerJoin(own, eq(own.measureId, revision.measureId))
    .where(
      and(
        eq(revision.roundId, roundId),
        lte(revision.createdAt, until),
        sql`exists (select from jsonb_each_text(${revision.origins}) origin where origin.value in ('entered', 'confirmed'))`,
      ),
    );
  return new Set(rows.map(({ agencyId }) => agencyId));
}
