import type { Answers, Visibility } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import type { Database } from '../../platform/db/index.ts';
import { releaseMeasure } from '../schema.ts';
import type { DatedRelease } from '../store.ts';

/** A frozen measure as releases are held against each other by. */
export interface ComparedRow {
  readonly measureId: string;
  readonly revisionId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly answers: Answers;
  readonly known: Answers;
  readonly late: boolean;
  readonly visibility: Visibility;
  readonly publicAnswers: Answers;
  /** What the public may not count it by, since the answer behind is kept back. */
  readonly hidden: readonly string[];
  readonly corrected: readonly string[];
  readonly publicCorrected: readonly string[];
}

/** The measures of a release by id, in order of number. */
export async function comparedRows(db: Database, { id }: DatedRelease): Promise<ReadonlyMap<string, ComparedRow>> {
  const { measureId, revisionId, number, agencyId, answers, known, late, visibility, publicAnswers } = releaseMeasure;
  const { hidden, corrected, publicCorrected } = releaseMeasure;
  const rows = await db
    .select({
      ...{ measureId, revisionId, number, agencyId, answers, known, late, visibility, publicAnswers },
      ...{ hidden, corrected, publicCorrected },
    })
    .from(releaseMeasure)
    .where(eq(releaseMeasure.releaseId, id))
    .orderBy(releaseMeasure.position);
  return new Map(rows.map((row) => [row.measureId, row]));
}
