import type { Answers } from '@samblikk/questionnaire';
import { and, asc, eq, gt, ne } from 'drizzle-orm';
import type { Database } from '../platform/db/index.ts';
import { releaseMeasure } from './schema.ts';

const batchSize = 2000;

/** What the publication filter let out of each public measure of a release, in the order of `LoadedRelease.positions`. */
export async function* publicAnswersOf(db: Database, releaseId: string): AsyncGenerator<Answers> {
  const { position, publicAnswers, visibility } = releaseMeasure;
  for (let after = 0; ; ) {
    const batch = await db
      .select({ position, publicAnswers })
      .from(releaseMeasure)
      .where(and(eq(releaseMeasure.releaseId, releaseId), ne(visibility, 'withheld'), gt(position, after)))
      .orderBy(asc(position))
      .limit(batchSize);
    for (const row of batch) yield row.publicAnswers;
    const last = batch.at(-1);
    if (!last || batch.length < batchSize) return;
    after = last.position;
  }
}
