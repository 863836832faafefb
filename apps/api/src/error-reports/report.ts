import type { BodyOf, ReplyOf, reportError } from '@samblikk/contract';
import { endOfWorkingDay } from '@samblikk/text/oslo-clock';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import { carriersOn } from '../directory/index.ts';
import { measureNumbers } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { measurePage } from '../register/index.ts';
import { agencyRoundOf } from '../rounds/index.ts';
import { errorReport } from './schema.ts';

/** How long an agency has to answer: three weeks, within the month after which forvaltningsloven § 11 a asks for a word on when. */
export const workingDays = 15;
/** No more wait in one measure: nobody's list is filled by others. */
const mostWaiting = 20;

/** Who reports, as the audit names it: readers have no name. */
const reader = 'system:reader';

/**
 * Takes a reader's report of an error in a public measure. The agency is told by the job.
 * @param readDb where the register is read
 * @throws ApiError as `measurePage`; notFound when the page shows no such question; manyErrorReports
 */
export async function report(
  { db, readDb, secrets }: { db: Database; readDb: Database; secrets: Pick<Secrets, 'seal'> },
  number: string,
  { question, text, email, round: year, language }: BodyOf<typeof reportError>,
  now: Date,
): Promise<ReplyOf<typeof reportError>> {
  const page = await measurePage(readDb, now, { id: number, round: year }, language);
  const shown = page.sections.flatMap(({ answers }) => answers);
  if (question !== null && !shown.some((one) => one.question === question))
    throw new ApiError('notFound', { detail: ['notShown', { number: page.number, question }] });
  const [newest] = page.history;
  if (!newest) throw new Error(`${page.number} is public in no round`);
  const { agency } = await agencyRoundOf(db, newest.year, newest.agency.code);
  const { round } = await agencyRoundOf(db, page.year, page.agency.code);
  const [measure] = await db.select().from(measureNumbers).where(eq(measureNumbers.number, page.number));
  if (!measure) throw new ApiError('notFound', { detail: ['noPublicMeasure', { number }] });
  const sealed = email === undefined ? null : await secrets.seal(email);
  const dueAt = await db.transaction(async (tx) => {
    // Of two at once in the same measure, one comes after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`error report ${measure.id}`}, 0))`);
    const waiting = await tx
      .select()
      .from(errorReport)
      .where(and(eq(errorReport.measureId, measure.id), isNull(errorReport.answeredAt)));
    const same = waiting.find(
      (one) => one.question === question && one.text === text && (one.sealed === null) === (sealed === null),
    );
    if (same) return same.dueAt;
    if (waiting.length >= mostWaiting) throw new ApiError('manyErrorReports');
    const due = endOfWorkingDay(now, workingDays);
    const of = { measureId: measure.id, roundId: round.id, agencyId: agency.agencyId };
    await tx
      .insert(errorReport)
      .values({ id: v7(), ...of, question, text, language, sealed, reportedAt: now, dueAt: due });
    const details = { year: page.year, question };
    await record(tx, { actor: reader, action: 'errorReport.made', subject: `measure:${measure.id}`, details }, now);
    return due;
  });
  // The measure’s page has the agency of its year; whoever carries it on today answers.
  const [answerer] = (await carriersOn(db, now))(agency.agencyId);
  return { agency: answerer?.name[language] ?? null, dueAt: dueAt.toISOString() };
}
