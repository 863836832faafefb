import { mendAddress } from '../access/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { letterOf, type MailContext, settleRefused } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { mendMailbox, type RoundRow } from '../rounds/index.ts';

/**
 * Is done with a refused address. A right one takes its place, as the person's or the agency's in this round, and the letter goes
 * there; without one nothing is sent.
 * @throws ApiError notFound; alreadyDone when it was no refusal, or is settled
 */
export async function settleBounce(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  { id, email, actor }: { readonly id: string; readonly email: string | null; readonly actor: string },
  now: Date,
): Promise<void> {
  const { year } = round;
  const letter = await letterOf(tx, year, id);
  if (!letter) throw new ApiError('notFound', { detail: 'noMessage' });
  if (!(await settleRefused(tx, mailContext, { year, id, sendTo: email }, now))) throw new ApiError('alreadyDone');
  if (email !== null && letter.receiver !== null) {
    await mendMailbox(tx, round, letter.agencies, letter.receiver, email);
    await mendAddress(tx, letter.agencies, letter.receiver, email);
  }
  const details = { year, sentAgain: email !== null };
  await record(tx, { actor, action: 'messages.bounceSettled', subject: `round:${year}`, details }, now);
}
