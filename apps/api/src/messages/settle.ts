import { mendAddress, renewLink } from '../access/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import {
  type KeptLetter,
  letsIn,
  type MailContext,
  markReturned,
  postAgain,
  type Returned,
  resolveUndelivered,
} from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { mendMailbox, type RoundRow } from '../rounds/index.ts';

/**
 * Notes that a letter came back after the mail server took it: a task for staff, as one that was refused.
 * @throws ApiError alreadyDone when it was not sent, or did not arrive already
 */
export async function letterReturned(
  tx: Transaction,
  { id, actor, ...why }: Returned & { readonly id: string; readonly actor: string },
  now: Date,
): Promise<KeptLetter> {
  const letter = await markReturned(tx, id, why, now);
  if (!letter) throw new ApiError('alreadyDone', { detail: 'cannotHaveReturned' });
  const { year, subject } = letter;
  const about = year === null ? subject : `round:${year}`;
  await record(tx, { actor, action: 'messages.returned', subject: about, details: { year } }, now);
  return letter;
}

/**
 * Is done with a letter that did not arrive. With an address it is sent again, and the address takes the place of a wrong one, as the
 * person's, the invitation's or the agency's in this round; without one nothing is sent.
 * @throws ApiError alreadyDone when it waited for nobody, or is an invitation that is over
 */
export async function settleBounce(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  { id, email, actor }: { readonly id: string; readonly email: string | null; readonly actor: string },
  now: Date,
): Promise<void> {
  const { year } = round;
  const letter = await resolveUndelivered(tx, id, now);
  if (!letter) throw new ApiError('alreadyDone');
  if (email !== null) {
    const { kind, subject, agencies, receiver } = letter;
    const link = letsIn(kind) ? await renewLink(tx, mailContext, { subject, email }, now) : undefined;
    await postAgain(tx, mailContext, letter, { to: email, link }, now);
    if (receiver !== null && receiver !== email) {
      await mendMailbox(tx, round, agencies, receiver, email);
      await mendAddress(tx, agencies, receiver, email);
    }
  }
  const details = { year, sentAgain: email !== null };
  await record(tx, { actor, action: 'messages.bounceSettled', subject: `round:${year}`, details }, now);
}
