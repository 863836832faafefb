import type { BodyOf, decideRollOvers } from '@samblikk/contract';
import type { Answers } from '@samblikk/questionnaire';
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import {
  addToRound,
  type Decision,
  earlierMeasures,
  eraseOutcome,
  lockMeasuresOf,
  type MeasureInRound,
  measureInRound,
  measureNumbers,
  measuresIn,
  outcomesOf,
  type RollOverRow,
  withdraw,
  writeOutcome,
} from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Actor } from '../platform/signed/index.ts';
import { type AgencyRound, requireOpen } from '../rounds/index.ts';
import { revision } from './schema.ts';
import { revisionsById } from './store.ts';

type Reader = Database | Transaction;

export interface EarlierMeasure {
  id: string;
  number: string;
  year: number;
  edition: string;
  /** Its newest revision then: see `withAnswers`. */
  revisionId: string;
  rollOver: RollOverRow | undefined;
}

/** Measures of the agency, or of one it carries on, in its latest earlier round, that this round does not have yet; by number. */
export async function measuresToCarryForward(
  db: Reader,
  { round: current, agency }: AgencyRound,
): Promise<EarlierMeasure[]> {
  const earlier = earlierMeasures({ round: current, agency });
  const rows = await db
    .selectDistinctOn([earlier.measureId], {
      id: earlier.measureId,
      number: earlier.number,
      year: earlier.year,
      edition: revision.edition,
      revisionId: revision.id,
    })
    .from(earlier)
    .innerJoin(revision, and(eq(revision.measureId, earlier.measureId), eq(revision.roundId, earlier.roundId)))
    .orderBy(earlier.measureId, desc(revision.version));
  const said = new Map((await outcomesOf(db, { round: current, agency })).map((one) => [one.measureId, one]));
  return rows.map((row) => ({ ...row, rollOver: said.get(row.id) })).sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** Measures with what was answered in the revision named. */
export async function withAnswers<M extends { readonly revisionId: string }>(
  db: Reader,
  measures: readonly M[],
): Promise<(M & { answers: Answers })[]> {
  const revisions = await revisionsById(
    db,
    measures.map(({ revisionId }) => revisionId),
  );
  return measures.map((one) => ({ ...one, answers: revisions.get(one.revisionId)?.answers ?? {} }));
}

export interface WithdrawnMeasure {
  id: string;
  number: string;
  answers: Answers;
  at: Date;
  by: string | null;
}

/** What the agency took out of its answer in a round and had answered something about, the latest first. */
export async function withdrawnMeasures(db: Reader, roundId: string, agencyId: string): Promise<WithdrawnMeasure[]> {
  const own = measuresIn({ roundId, agencyId });
  const rows = await db
    .selectDistinctOn([measureNumbers.id], {
      id: measureNumbers.id,
      number: measureNumbers.number,
      answers: revision.answers,
      at: own.withdrawnAt,
      by: own.withdrawnByName,
    })
    .from(own)
    .innerJoin(measureNumbers, eq(measureNumbers.id, own.measureId))
    .innerJoin(revision, and(eq(revision.measureId, own.measureId), eq(revision.roundId, own.roundId)))
    .where(isNotNull(own.withdrawnAt))
    .orderBy(measureNumbers.id, desc(revision.version));
  return rows.map(({ at, ...row }) => ({ ...row, at: at as Date })).sort((a, b) => b.at.getTime() - a.at.getTime());
}

/**
 * Takes a measure from an earlier round along into this one, with its number; it starts without answers, and last
 * year’s are shown beside. @throws ApiError notFound when it is not one the agency can take along
 */
export async function carryForward(
  tx: Transaction,
  into: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<{ id: string; number: string }> {
  requireOpen(into.round, now);
  const wanted = (candidate: { id: string }) => candidate.id === measureId;
  const found =
    (await measuresToCarryForward(tx, into)).find(wanted) ??
    (await withdrawnMeasures(tx, into.round.id, into.agency.agencyId)).find(wanted);
  if (!found)
    throw new ApiError('notFound', {
      detail: ['noMeasureToTake', { measure: measureId }],
    });
  await addToRound(tx, into, found, actor, now);
  return found;
}

/**
 * Notes what became of a measure from an earlier round that is not reported in this one; saying it again changes it.
 * @throws ApiError notFound when the measure is not one the agency can take along; answersAtFault when what it went into
 * is missing or unknown; roundNotOpen
 */
export async function decideOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  decision: Decision,
  actor: Actor,
  now: Date,
): Promise<RollOverRow> {
  await requireEarlier(tx, of, measureId, now);
  return writeOutcome(tx, of, measureId, decision, actor, now);
}

/** Takes back what was said; the measure waits to be taken along again. @throws as `decideOutcome` */
export async function undoOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await requireEarlier(tx, of, measureId, now);
  await eraseOutcome(tx, of, measureId, actor, now);
}

type Decisions = BodyOf<typeof decideRollOvers>['decisions'];

/**
 * Says of several measures from an earlier round what became of them: reported this year as well, another outcome, or nothing
 * after all, which also takes out again what was taken along. All of it is noted, with an audit line each, or none.
 * @throws as `decideOutcome`
 */
export async function decideOutcomes(
  tx: Transaction,
  of: AgencyRound,
  decisions: Decisions,
  actor: Actor,
  now: Date,
): Promise<void> {
  requireOpen(of.round, now);
  await lockMeasuresOf(tx, of);
  const waiting = new Map((await measuresToCarryForward(tx, of)).map((one) => [one.id, one]));
  for (const { measure: id, outcome, ...details } of decisions) {
    const earlier = waiting.get(id);
    if (outcome === null && !earlier) await withdraw(tx, await ownMeasure(tx, of, id), actor, now);
    else if (!earlier) throw notEarlier();
    else if (outcome === null) await eraseOutcome(tx, of, id, actor, now);
    else if (outcome === 'reported') await addToRound(tx, of, earlier, actor, now);
    else await writeOutcome(tx, of, id, { ...details, outcome }, actor, now);
  }
}

async function ownMeasure(tx: Transaction, of: AgencyRound, id: string): Promise<MeasureInRound> {
  const found = await measureInRound(tx, id, of.round.year);
  if (found.agency.agencyId !== of.agency.agencyId) throw notEarlier();
  return found;
}

async function requireEarlier(tx: Transaction, of: AgencyRound, measureId: string, now: Date): Promise<void> {
  requireOpen(of.round, now);
  const earlier = await measuresToCarryForward(tx, of);
  if (!earlier.some((one) => one.id === measureId)) {
    throw notEarlier();
  }
}

const notEarlier = () => new ApiError('notFound', { detail: 'noEarlierMeasure' });
