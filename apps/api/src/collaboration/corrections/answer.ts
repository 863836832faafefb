import type { CorrectionView } from '@samblikk/contract';
import { formatMoment } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import type { MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import { correction } from '../schema.ts';
import { type CorrectionRow, correctionOf, noCorrection } from './store.ts';

/**
 * The agency accepts a correction or says why not; also when the round is closed, since it changes no answer of its own.
 * @throws ApiError alreadyDone when it is answered, decided or dropped, or the answer was changed since; invalidRequest for a
 * refusal without words; notFound
 */
export async function answerCorrection(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  { accept, text }: { accept: boolean; text?: string | undefined },
  by: Actor,
  now: Date,
): Promise<CorrectionView> {
  await requireState(tx, of, id, ['proposed']);
  if (!accept && text === undefined) throw new ApiError('invalidRequest', { detail: 'saySomething' });
  const answer = accept ? 'accepted' : 'refused';
  const set = {
    answer,
    answerText: text ?? null,
    answeredAt: now,
    answeredBy: by.personId,
    answeredByName: by.name,
  } as const;
  return write(tx, of, id, { set, action: `correction.${answer}`, by, now });
}

/**
 * Staff decide that a correction stands, when the agency has refused it, or has not answered in time.
 * @throws ApiError alreadyDone when it is accepted, decided or dropped, the answer was changed since, or the agency may answer
 * still; notFound
 */
export async function decideCorrection(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  text: string,
  by: Actor,
  now: Date,
): Promise<CorrectionView> {
  const row = await requireState(tx, of, id, ['proposed', 'refused']);
  if (row.answer === null && now <= row.dueAt) {
    throw new ApiError('alreadyDone', {
      detail: ['agencyMayAnswer', { at: formatMoment(row.dueAt.toISOString(), 'nb') }],
    });
  }
  const set = { decision: 'decided', decisionText: text, ...decided(by, now) } as const;
  return write(tx, of, id, { set, action: 'correction.decided', by, now });
}

/** Staff take back a correction that was not accepted. @throws ApiError alreadyDone; notFound */
export async function dropCorrection(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  by: Actor,
  now: Date,
): Promise<CorrectionView> {
  await requireState(tx, of, id, ['proposed', 'refused'], { alsoSuperseded: true });
  const set = { decision: 'dropped', ...decided(by, now) } as const;
  return write(tx, of, id, { set, action: 'correction.dropped', by, now });
}

const decided = (by: Actor, now: Date) => ({ decisionAt: now, decisionBy: by.personId, decisionByName: by.name });

/** Locks a correction, which must be in one of these states. */
async function requireState(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  states: readonly CorrectionView['state'][],
  { alsoSuperseded = false } = {},
): Promise<CorrectionRow> {
  const { measure, round } = of;
  const here = and(eq(correction.id, id), eq(correction.measureId, measure.id), eq(correction.roundId, round.id));
  const [row] = await tx.select().from(correction).where(here).for('update');
  if (!row) throw noCorrection();
  const { state, superseded } = await correctionOf(tx, of, id);
  if (!states.includes(state) || (superseded && !alsoSuperseded)) throw new ApiError('alreadyDone');
  return row;
}

async function write(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  {
    set,
    action,
    by,
    now,
  }: {
    set: Partial<CorrectionRow>;
    action: 'correction.accepted' | 'correction.refused' | 'correction.decided' | 'correction.dropped';
    by: Actor;
    now: Date;
  },
): Promise<CorrectionView> {
  await tx.update(correction).set(set).where(eq(correction.id, id));
  const view = await correctionOf(tx, of, id);
  const details = { year: of.round.year, question: view.question };
  await record(tx, { actor: auditName(by), action, subject: `measure:${of.measure.id}`, details }, now);
  return view;
}
