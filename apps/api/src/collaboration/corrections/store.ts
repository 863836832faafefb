import type { CorrectionView } from '@samblikk/contract';
import type { Edition } from '@samblikk/questionnaire';
import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../../measures/index.ts';
import { type Database, keyRows, keysOf, prepared, type Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { latestPins, revisionsIn } from '../../responses/index.ts';
import { seesQuery } from '../queries/store.ts';
import { correction } from '../schema.ts';
import { corrected, type SettledCorrection } from './apply.ts';

type Reader = Database | Transaction;
export type CorrectionRow = typeof correction.$inferSelect;

/** A correction with the measure and the agency it is about. */
export interface ProposedCorrection {
  readonly measureId: string;
  readonly number: string;
  readonly agencyId: string;
  readonly correction: CorrectionView;
  /** Statistics use it: settled, and about the answer that was sent in last. */
  readonly inForce: boolean;
}

/** Corrections with what has become of the answers they are about, oldest first; none of measures that were withdrawn. */
const selectCorrections = (db: Reader) => {
  const every = revisionsIn();
  const own = measuresIn();
  const newest = db
    .select({ answers: every.answers })
    .from(every)
    .where(and(eq(every.measureId, correction.measureId), eq(every.roundId, correction.roundId)))
    .orderBy(desc(every.version))
    .limit(1)
    .as('newest');
  const rows = db
    .select({
      row: correction,
      agencyId: own.agencyId,
      number: measureNumbers.number,
      superseded: sql<boolean>`${newest.answers} -> ${correction.question} is distinct from ${correction.given}`,
    })
    .from(correction)
    .innerJoin(
      own,
      and(eq(own.measureId, correction.measureId), eq(own.roundId, correction.roundId), isNull(own.withdrawnAt)),
    )
    .innerJoin(measureNumbers, eq(measureNumbers.id, correction.measureId))
    .leftJoinLateral(newest, sql`true`)
    .orderBy(asc(correction.proposedAt), asc(correction.id))
    .$dynamic();
  return { rows, agencyId: own.agencyId };
};

/** The corrections of a round, about one agency's measures when told: what was given, what it should be, why, who, when, and what came of it. */
export async function correctionsIn(
  db: Reader,
  { roundId, agencyId }: { roundId: string; agencyId?: string },
): Promise<ProposedCorrection[]> {
  const { rows, agencyId: owner } = selectCorrections(db);
  const ofAgency = agencyId === undefined ? undefined : eq(owner, agencyId);
  const found = await rows.where(and(eq(correction.roundId, roundId), ofAgency));
  if (found.length === 0) return [];
  const hold = await holding(db, roundId);
  return found.map(({ row, number, agencyId: of, superseded }) => ({
    ...{ measureId: row.measureId, number, agencyId: of },
    correction: toView(row, superseded),
    inForce: hold.has(row.id),
  }));
}

/** The ids of the corrections of a round that statistics use now. */
async function holding(db: Reader, roundId: string): Promise<ReadonlySet<string>> {
  const settled = Map.groupBy(await settledCorrections(db, roundId), ({ measureId }) => measureId);
  if (settled.size === 0) return new Set();
  const pins = latestPins(roundId);
  const revisions = revisionsIn({ roundId });
  const sent = await db
    .select({ measureId: revisions.measureId, answers: revisions.answers })
    .from(pins)
    .innerJoin(revisions, eq(revisions.id, pins.revisionId))
    .where(sql`${revisions.measureId} = any(${sql.param([...settled.keys()])}::uuid[])`);
  return new Set(
    sent.flatMap(({ measureId, answers }) =>
      corrected(answers, settled.get(measureId) ?? []).corrected.map(({ id }) => id),
    ),
  );
}

const isSettled = or(eq(correction.answer, 'accepted'), eq(correction.decision, 'decided')) as SQL;
const settledAt = sql<Date>`coalesce(${correction.decisionAt}, ${correction.answeredAt})`;

/** The corrections of a round that were accepted or decided, in the order that they were. */
export async function settledCorrections(db: Reader, roundId: string): Promise<SettledCorrection[]> {
  const { id, measureId, question, given, corrected: value } = correction;
  return db
    .select({ id, measureId, question, given, corrected: value })
    .from(correction)
    .where(and(eq(correction.roundId, roundId), isSettled))
    .orderBy(asc(settledAt), asc(id));
}

/** Why the corrections of a round were made that were settled by a moment, in the order that they were. */
export async function reasonsOfCorrections(db: Reader, roundId: string, until: Date) {
  const { measureId, question, corrected: value, reason } = correction;
  const inTime = sql`${settledAt} <= ${until.toISOString()}::timestamptz`;
  return db
    .select({ measureId, question, corrected: value, reason })
    .from(correction)
    .where(and(eq(correction.roundId, roundId), isSettled, inTime))
    .orderBy(asc(settledAt), asc(correction.id));
}

/** Whether a correction was accepted or decided in the round after a moment. */
export async function settledSince(db: Reader, roundId: string, at: Date): Promise<boolean> {
  const after = sql`${settledAt} > ${at.toISOString()}::timestamptz`;
  return (await db.$count(correction, and(eq(correction.roundId, roundId), isSettled, after))) > 0;
}

const about = prepared((db) =>
  selectCorrections(db)
    .rows.where(
      sql`(${correction.roundId}, ${correction.measureId}) in (select round, measure from ${keyRows('measureId', 'roundId')})`,
    )
    .prepare('corrections_about'),
);

/** The corrections of each measure in a round, in the order of the keys. */
export async function correctionsAbout(
  db: Reader,
  keys: readonly { measureId: string; roundId: string }[],
): Promise<CorrectionView[][]> {
  const rows = await about(db).execute(keysOf(keys));
  return keys.map((key) =>
    rows
      .filter(({ row }) => row.measureId === key.measureId && row.roundId === key.roundId)
      .map(({ row, superseded }) => toView(row, superseded)),
  );
}

/** Whether a correction waits for the agency. */
export const waits = ({ state, superseded }: Pick<CorrectionView, 'state' | 'superseded'>): boolean =>
  state === 'proposed' && !superseded;

/** Those of the corrections of a measure that someone with these sections (null: all) has to do with. */
export function correctionsSeen(
  corrections: readonly CorrectionView[],
  edition: Edition,
  sections: readonly string[] | null,
): CorrectionView[] {
  return corrections.filter(({ question }) => seesQuery(edition, sections, question));
}

export const noCorrection = (): ApiError => new ApiError('notFound', { detail: 'noCorrection' });

/** One correction of a measure in a round. @throws ApiError notFound */
export async function correctionOf(
  db: Reader,
  { measure, round }: { measure: { id: string }; round: { id: string } },
  id: string,
): Promise<CorrectionView> {
  const [corrections = []] = await correctionsAbout(db, [{ roundId: round.id, measureId: measure.id }]);
  const found = corrections.find((one) => one.id === id);
  if (!found) throw noCorrection();
  return found;
}

function toView(row: CorrectionRow, superseded: boolean): CorrectionView {
  const said = (at: Date | null, by: string | null, text: string | null) =>
    at && { text, by: by ?? '', at: at.toISOString() };
  return {
    ...{ id: row.id, question: row.question, given: row.given, corrected: row.corrected, reason: row.reason },
    dueAt: row.dueAt.toISOString(),
    proposedAt: row.proposedAt.toISOString(),
    proposedBy: row.proposedByName,
    state: row.decision ?? row.answer ?? 'proposed',
    superseded,
    answer: said(row.answeredAt, row.answeredByName, row.answerText),
    decision: said(row.decisionAt, row.decisionByName, row.decisionText),
  };
}
