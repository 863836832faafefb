import type { answerErrorReport, BodyOf } from '@samblikk/contract';
import { findQuestion, type Text } from '@samblikk/questionnaire';
import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import { measureNumbers } from '../measures/index.ts';
import { record, recordAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { compose, linkTo, type MailContext, post } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { editionOfRound, roundsIn } from '../rounds/index.ts';
import { errorReport } from './schema.ts';

/** What a letter that has the answer is about. */
export const reportSubject = (id: string): string => `error-report:${id}`;

/**
 * Answers a report, once. The reader who left an address is sent the answer, and then nothing knows the address but the letter.
 * @param own the reports that the agency, of this name, answers
 * @throws ApiError notFound; alreadyDone
 */
export async function answer(
  tx: Transaction,
  mail: MailContext,
  { id, own, agency }: { readonly id: string; readonly own: SQL; readonly agency: Text },
  { outcome, text }: BodyOf<typeof answerErrorReport>,
  by: Actor,
  now: Date,
): Promise<void> {
  const [row] = await tx
    .select()
    .from(errorReport)
    .where(and(eq(errorReport.id, id), own))
    .for('update');
  if (!row) throw new ApiError('notFound', { detail: 'noErrorReport' });
  if (row.answeredAt) throw new ApiError('alreadyDone');
  const rounds = roundsIn();
  const [of] = await tx
    .select({ number: measureNumbers.number, year: rounds.year, edition: rounds.edition })
    .from(measureNumbers)
    .innerJoin(rounds, eq(rounds.id, row.roundId))
    .where(eq(measureNumbers.id, row.measureId));
  if (!of) throw new Error(`No measure or round of error report ${id}`);
  const said = { outcome, answer: text, answeredAt: now, answeredBy: by.personId, answeredByName: by.name };
  await tx
    .update(errorReport)
    .set({ ...said, sealed: null })
    .where(eq(errorReport.id, id));
  // An address that was sealed with a secret that is gone is nobody's any more.
  const to = row.sealed === null ? undefined : await mail.secrets.open(row.sealed);
  if (to !== undefined) {
    const link = linkTo(mail, row.language, `/tiltak/${of.number}`);
    const asked = row.question === null ? undefined : findQuestion(editionOfRound(of), row.question);
    const letter = compose('errorAnswered', to, row.language, {
      number: of.number,
      agency: agency[row.language],
      question: asked?.label[row.language] ?? '',
      about: asked ? 'question' : 'measure',
      report: row.text,
      answer: text,
      outcome,
      link,
    });
    await post(tx, mail, { subject: reportSubject(id) }, letter, now);
  }
  const details = { year: of.year, question: row.question, outcome };
  const subject = `measure:${row.measureId}`;
  await record(tx, { actor: auditName(by), action: 'errorReport.answered', subject, details }, now);
}

/**
 * Puts reports aside that are none: nobody is sent anything, and their measures take others again.
 * @returns how many, of those not answered before
 */
export async function discard(tx: Transaction, ids: readonly string[], by: Actor, now: Date): Promise<number> {
  const rows = await tx
    .update(errorReport)
    .set({ outcome: 'discarded', answeredAt: now, answeredBy: by.personId, answeredByName: by.name, sealed: null })
    .where(and(inArray(errorReport.id, [...ids]), isNull(errorReport.answeredAt)))
    .returning();
  const rounds = roundsIn();
  const years = new Map((await tx.select().from(rounds)).map(({ id, year }) => [id, year]));
  await recordAll(
    tx,
    rows.map(({ measureId, roundId, question }) => ({
      actor: auditName(by),
      action: 'errorReport.answered' as const,
      subject: `measure:${measureId}`,
      details: { year: years.get(roundId) ?? 0, question, outcome: 'discarded' },
    })),
    now,
  );
  return rows.length;
}
