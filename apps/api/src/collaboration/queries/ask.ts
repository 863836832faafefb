import { type askQuery, type BodyOf, may, type ReplyOf } from '@samblikk/contract';
import { findQuestion } from '@samblikk/questionnaire';
import { endOfOsloDay, endOfWorkingDay } from '@samblikk/text/oslo-clock';
import { v7 } from 'uuid';
import { holdersAt } from '../../access/index.ts';
import type { MeasureInRound } from '../../measures/index.ts';
import { record } from '../../platform/audit/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName, type Signed } from '../../platform/signed/index.ts';
import { isSubmitted, revisionOf } from '../../responses/index.ts';
import { type AgencyRound, grant } from '../../rounds/index.ts';
import { query } from '../schema.ts';
import { queryOf } from './store.ts';

/**
 * Sends a measure back with a question, of which the agency is told by e-mail, without the question: it may tell what was answered. A last day opens the round
 * for the agency until then, unless it has more time already.
 * @throws ApiError notSubmitted; roundNotOpen; notFound when edition or measure has no such question or version; notAllowed when someone
 * who may not manage the round gives a last day; invalidRequest when that, or the day the answer is due, has passed
 */
export async function ask(
  tx: Transaction,
  of: MeasureInRound,
  asked: BodyOf<typeof askQuery>,
  by: Actor & Pick<Signed, 'roles'>,
  now: Date,
): Promise<ReplyOf<typeof askQuery>> {
  const { round, measure, edition } = of;
  const { question, text, version } = asked;
  const until = asked.until === undefined ? null : new Date(asked.until);
  if (until && !may(by.roles, 'round.manage', of.target)) throw new ApiError('notAllowed');
  if (until && until <= now) throw new ApiError('invalidRequest', { detail: 'lastDayPassed' });
  const found = question === null ? undefined : findQuestion(edition, question);
  if (question !== null && (!found || found.known)) {
    throw new ApiError('notFound', { detail: ['notAsked', { edition: edition.id, question }] });
  }
  const dueAt = asked.dueOn === undefined ? endOfWorkingDay(now, workingDays) : endOfOsloDay(asked.dueOn);
  if (dueAt <= now) throw new ApiError('invalidRequest', { detail: 'lastDayPassed' });
  if (!(await isSubmitted(tx, measure.id, round.id))) throw new ApiError('notSubmitted');
  if (!(await revisionOf(tx, measure.id, round.id, version))) {
    throw new ApiError('notFound', { detail: ['noVersion', { version }] });
  }
  const id = v7();
  const asker = { askedAt: now, askedBy: by.personId, askedByName: by.name };
  await tx
    .insert(query)
    .values({ id, measureId: measure.id, roundId: round.id, question, version, text, dueAt, ...asker });
  const told = await canTell(tx, of);
  if (until && !(round.reopenedUntil && round.reopenedUntil >= until)) await grant(tx, of, until, by, now);
  const details = { year: round.year, question };
  const actor = auditName(by);
  await record(tx, { actor, action: 'query.asked', subject: `measure:${measure.id}`, details }, now);
  return { query: await queryOf(tx, of, id), told };
}

/** How long an agency has to answer what staff ask or propose, unless told. */
export const workingDays = 5;

/** Whether anyone can be written to. They are, when no more questions come for a while (`messages`). */
async function canTell(tx: Transaction, { agency }: AgencyRound): Promise<boolean> {
  return agency.contactEmail !== null || (await holdersAt(tx, [agency.agencyId], ['fill', 'submit'])).length > 0;
}
