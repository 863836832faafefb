import type { Answers } from '@samblikk/questionnaire';
import { and, asc, count, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { releaseMeasure } from './schema.ts';

const batchSize = 2000;

/** What the publication filter let out of each public measure of a release, in the order of `LoadedRelease.positions`. */
export async function* publicAnswersOf(db: Database, releaseId: string): AsyncGenerator<Answers> {
  for await (const { answers } of publicRowsOf(db, releaseId)) yield answers;
}

/** The same, with the variables that are kept back of the measure. */
export async function* publicRowsOf(
  db: Database,
  releaseId: string,
): AsyncGenerator<{ readonly answers: Answers; readonly hidden: readonly string[] }> {
  const { position, publicAnswers: answers, hidden, visibility } = releaseMeasure;
  for (let after = 0; ; ) {
    const batch = await db
      .select({ position, answers, hidden })
      .from(releaseMeasure)
      .where(and(eq(releaseMeasure.releaseId, releaseId), ne(visibility, 'withheld'), gt(position, after)))
      .orderBy(asc(position))
      .limit(batchSize);
    yield* batch;
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    after = last.position;
  }
}

/**
 * How many answers of a release are not the agency's own, by question.
 * @param which `public`: those that the public reads; of others also that they were corrected is kept back
 */
export async function correctionCounts(
  db: Database,
  releaseId: string,
  which: 'public' | 'all',
): Promise<ReadonlyMap<string, number>> {
  const { releaseId: of, corrected, publicCorrected } = releaseMeasure;
  const question = sql<string>`unnest(${which === 'public' ? publicCorrected : corrected})`;
  const each = db
    .select({ question: question.as('question') })
    .from(releaseMeasure)
    .where(eq(of, releaseId))
    .as('each');
  const rows = await db.select({ question: each.question, n: count() }).from(each).groupBy(each.question);
  return new Map(rows.map((row) => [row.question, row.n]));
}

/** What the publication filter let out of some measures (our ids) in a release; of one that is withheld, nothing. */
export async function frozenPublicOf(
  db: Database,
  releaseId: string,
  measureIds: readonly string[],
): Promise<{ readonly measureId: string; readonly number: string; readonly answers: Answers }[]> {
  const { measureId, number, publicAnswers: answers } = releaseMeasure;
  return db
    .select({ measureId, number, answers })
    .from(releaseMeasure)
    .where(and(eq(releaseMeasure.releaseId, releaseId), inArray(measureId, [...measureIds])));
}
