import type { Answers } from '@samblikk/questionnaire';
import { and, desc, eq } from 'drizzle-orm';
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

/**
 * Sends in an agency's answer to a planted round once more, with these answers besides: of a measure that is new, or others than
 * before. What else it sent in last stays.
 */
export async function plantAgain(
  db: Database,
  {
    year,
    agency: agencyId,
    measures,
  }: { year: number; agency: string; measures: readonly Omit<PlantedMeasure, 'agency'>[] },
): Promise<void> {
  const [found] = await db
    .select({ submission })
    .from(submission)
    .innerJoin(round, eq(round.id, submission.roundId))
    .where(and(eq(round.year, year), eq(submission.agencyId, agencyId)))
    .orderBy(desc(submission.number))
    .limit(1);
  if (!found) throw new Error(`${agencyId} has sent in nothing in ${year}`);
  const { submission: last } = found;
  const pinned = await db
    .select({ revision, number: measure.number })
    .from(submissionRevision)
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .innerJoin(measure, eq(measure.id, revision.measureId))
    .where(eq(submissionRevision.submissionId, last.id));
  const pins = new Map(pinned.map(({ number, revision: { id } }) => [number, id]));
  for (const { number, answers } of measures) {
    const before = pinned.find((one) => one.number === number)?.revision;
    const measureId = before?.measureId ?? uuid();
    if (!before) {
      await db.insert(measure).values({ id: measureId, number });
      await db.insert(measureRound).values({ measureId, roundId: last.roundId, agencyId });
    }
    const [{ revision: like } = { revision: undefined }] = pinned;
    if (!like) throw new Error('nothing to write like');
    const id = uuid();
    await db.insert(revision).values({ ...like, id, measureId, version: (before?.version ?? 0) + 1, answers });
    pins.set(number, id);
  }
  const id = uuid();
  const sent = { id, number: last.number + 1, receipt: id, idempotencyKey: id };
  await db.insert(submission).values({ ...last, ...sent });
  const at = last.submittedAt;
  await db
    .insert(submissionRevision)
    .values([...pins.values()].map((revisionId) => ({ submissionId: id, revisionId, submittedAt: at, late: false })));
}
