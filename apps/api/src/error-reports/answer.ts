import type { answerErrorReport, BodyOf } from '@samblikk/contract';
import { and, eq, type SQL } from 'drizzle-orm';
import { measureNumbers } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { compose, linkTo, type MailContext, post } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { errorReport } from './schema.ts';

/** What a letter that has the answer is about. */
export const reportSubject = (id: string): string => `error-report:${id}`;

/**
 * Answers a report, once. The reader who left an address is sent the answer, and then nothing knows the address but the letter.
 * @param own the reports that the agency answers
 * @throws ApiError notFound; alreadyDone
 */
export async function answer(
  tx: Transaction,
  mail: MailContext,
  { id, own }: { readonly id: string; readonly own: SQL },
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
    .select({ number: measureNumbers.number, year: rounds.year })
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
    const letter = compose('errorAnswered', to, row.language, {
      number: of.number,
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
