import type { Answers } from '@samblikk/questionnaire';
import { v7 as uuid } from 'uuid';
import type { Database } from '../platform/db/index.ts';
import { agency, population, round } from '../schema.ts';

/** Answers that may be submitted in edition 2026: what is required, and nothing else. */
export const completeAnswers: Answers = {
  name: 'Felles adresseoppslag',
  contactEmail: 'tiltak@digdir.example',
  publishable: 'yes',
  deliverable: 'Et oppslag som alle virksomheter kan bruke.',
};

/** The field that is exempt in them. */
export const exemptField = 'totalCost';

/** Answers that are published in part. */
export const partlyExempt: Answers = {
  ...completeAnswers,
  ...{ totalCost: 1_000, publishable: 'partly', exemptFields: [exemptField], exemptionBasis: 'OFFL_13' },
};

export const digdir = { id: 'digdir', orgnr: '991825827' };
export const nav = { id: 'nav', orgnr: '889640782' };

/** An open round of 2026 that asks two agencies, with a closed one of 2019 behind it. */
export async function openRound(
  db: Database,
  calendar: { opensAt: Date; deadline: Date; lateUntil: Date | null },
): Promise<{ id: string; earlier: string }> {
  const id = uuid();
  const earlier = uuid();
  await db.insert(round).values([
    { id, year: 2026, edition: '2026', state: 'open', ...calendar },
    { id: earlier, year: 2019, edition: '2019', state: 'closed' },
  ]);
  for (const { id: agencyId, orgnr } of [digdir, nav]) {
    await db.insert(agency).values({ id: agencyId }).onConflictDoNothing();
    for (const roundId of [id, earlier]) {
      const names = { nameNb: agencyId, nameNn: agencyId, nameEn: agencyId };
      await db
        .insert(population)
        .values({ roundId, agencyId, orgnr, ...names, ministry: 'DFD', facts: { skate: 'yes' } });
    }
  }
  return { id, earlier };
}
