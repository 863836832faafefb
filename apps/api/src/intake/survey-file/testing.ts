import { createHash } from 'node:crypto';
import { canonical } from '@samblikk/files';
import { askedAnswers, editionOf, findQuestion } from '@samblikk/questionnaire';
import { eq } from 'drizzle-orm';
import { expect } from 'vitest';

import type { Database } from '../../platform/db/index.ts';
import { latestSubmission, measuresOf } from '../../responses/index.ts';
import { population, round, submission } from '../../schema.ts';

/** Every newest submission's hash is that of all it says at once but e-mail addresses, in canonical JSON. */
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
    const content = measures.map(({ number, revision }) => {
      const answers = Object.entries(askedAnswers(edition, revision?.answers ?? {}));
      return [number, Object.fromEntries(answers.filter(([id]) => findQuestion(edition, id)?.kind !== 'email'))];
    });
    expect(latest.contentHash).toBe(createHash('sha256').update(canonical(content)).digest('hex'));
    checked += 1;
  }
  expect(checked).toBe(
    (await db.selectDistinct({ agency: submission.agencyId, round: submission.roundId }).from(submission)).length,
  );
}
