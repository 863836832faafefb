import type { Answers } from '@samblikk/questionnaire';
import { v7 as uuid } from 'uuid';
import type { Database } from '../platform/db/index.ts';
import {
  agency,
  measure,
  measureRound,
  population,
  revision,
  round,
  submission,
  submissionRevision,
} from '../schema.ts';

export interface PlantedMeasure {
  readonly number: string;
  readonly agency: string;
  readonly answers: Answers;
  /** The id of a measure that was reported before. */
  readonly id?: string;
}

export interface PlantedAgency {
  readonly id: string;
  readonly orgnr: string;
  readonly ministry: string;
  readonly facts?: Record<string, string>;
  /** Its id unless told. */
  readonly name?: string;
}

/**
 * A closed round with these measures submitted, written straight into the tables: for releases of answers that no file
 * has. Gives the measures’ ids.
 */
export async function plantRound(
  db: Database,
  {
    year,
    edition,
    agencies,
    measures,
  }: { year: number; edition: string; agencies: readonly PlantedAgency[]; measures: readonly PlantedMeasure[] },
): Promise<string[]> {
  const roundId = uuid();
  const at = new Date(Date.UTC(year, 7, 1));
  await db.insert(round).values({ id: roundId, year, edition, state: 'closed' });
  const ids: string[] = [];
  for (const { id: agencyId, orgnr, ministry, facts = {}, name = agencyId } of agencies) {
    await db.insert(agency).values({ id: agencyId }).onConflictDoNothing();
    const names = { nameNb: name, nameNn: name, nameEn: name };
    await db.insert(population).values({ roundId, agencyId, orgnr, ...names, ministry, facts, answered: true });
    const submissionId = uuid();
    const key = uuid();
    await db.insert(submission).values({
      id: submissionId,
      roundId,
      agencyId,
      number: 1,
      receipt: key,
      idempotencyKey: key,
      contentHash: '',
      late: false,
      submittedAt: at,
      submittedByName: 'test',
    });
    for (const planted of measures.filter((candidate) => candidate.agency === agencyId)) {
      const id = planted.id ?? uuid();
      ids.push(id);
      if (!planted.id) await db.insert(measure).values({ id, number: planted.number });
      await db.insert(measureRound).values({ measureId: id, roundId, agencyId });
      const revisionId = uuid();
      await db.insert(revision).values({
        id: revisionId,
        measureId: id,
        roundId,
        version: 1,
        edition,
        answers: planted.answers,
        origins: {},
        authors: {},
      });
      await db.insert(submissionRevision).values({ submissionId, revisionId, submittedAt: at, late: false });
    }
  }
  return ids;
}
