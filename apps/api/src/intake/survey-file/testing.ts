import { editionOf } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Database } from '../../platform/db/index.ts';
import { contentHash, contentOf, latestSubmission, measuresOf } from '../../responses/index.ts';
import { population, round, submission } from '../../schema.ts';

/** Every newest submission's hash is the one that a submission in the form would have got. */
export async function verifyContent(db: Database): Promise<void> {
  const rows = await db
    .select({ round, agency: population })
    .from(population)
    .innerJoin(round, eq(round.id, population.roundId));
  let checked = 0;
  for (const row of rows) {
    const edition = editionOf(row.round.edition);
    const latest = await latestSubmission(db, row.round.id, row.agency.agencyId);
    if (!edition || !latest) continue;
    const measures = await measuresOf(db, row.round.id, row.agency.agencyId);
    expect(latest.contentHash).toBe(contentHash(measures.map((measure) => contentOf({ ...row, edition }, measure))));
    checked += 1;
  }
  expect(checked).toBe(
    (await db.selectDistinct({ agency: submission.agencyId, round: submission.roundId }).from(submission)).length,
  );
}
