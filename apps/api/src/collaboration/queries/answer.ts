import { type QueryView, sectionsWithin } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import type { MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, actorOf, auditName, type Signed } from '../../platform/signed/index.ts';
import { query } from '../schema.ts';
import { noQuery, type QueryRow, queryOf, seesQuery } from './store.ts';

/**
 * Replies to a question. Words may be left out once the answer has been changed, and are taken also when the round is closed.
 * @throws ApiError notAllowed outside the sections that were delegated; alreadyDone when it is replied to or closed;
 * invalidRequest when there is nothing in the reply; notFound
 */
export async function answer(
  tx: Transaction,
  of: MeasureInRound,
  id: string,
  text: string | undefined,
  user: Signed | undefined,
  now: Date,
): Promise<QueryView> {
  const row = await lockQuery(tx, of, id);
  const sections = sectionsWithin(user?.roles, 'draft.write', of.target);
  if (!seesQuery(of.edition, sections, row.question)) throw new ApiError('notAllowed');
  if (row.closedAt || row.repliedAt) throw new ApiError('alreadyDone');
  if (text === undefined && (await queryOf(tx, of, id)).changed === null) {
    throw new ApiError('invalidRequest', { detail: 'saySomething' });
  }
  const actor = actorOf(user);
  await tx
    .update(query)
    .set({ reply: text ?? null, repliedAt: now, repliedBy: actor.personId, repliedByName: actor.name })
    .where(eq(query.id, id));
  await note(tx, of, row, 'query.answered', auditName(actor), now);
  return queryOf(tx, of, id);
}

/** Staff are done with a question. @throws ApiError alreadyDone; notFound */
export async function close(tx: Transaction, of: MeasureInRound, id: string, by: Actor, now: Date): Promise<QueryView> {
  const row = await lockQuery(tx, of, id);
  if (row.closedAt) throw new ApiError('alreadyDone');
  await tx.update(query).set({ closedAt: now, closedBy: by.personId }).where(eq(query.id, id));
  await note(tx, of, row, 'query.closed', auditName(by), now);
  return queryOf(tx, of, id);
}

async function lockQuery(tx: Transaction, { measure, round }: MeasureInRound, id: string): Promise<QueryRow> {
  const [row] = await tx
    .select()
    .from(query)
    .where(and(eq(query.id, id), eq(query.measureId, measure.id), eq(query.roundId, round.id)))
    .for('update');
  if (!row) throw noQuery();
  return row;
}

async function note(
  tx: Transaction,
  { round, measure }: MeasureInRound,
  { question }: QueryRow,
  action: 'query.answered' | 'query.closed',
  actor: string,
  now: Date,
): Promise<void> {
  const details = { year: round.year, question };
  await record(tx, { actor, action, subject: `measure:${measure.id}`, details }, now);
}
