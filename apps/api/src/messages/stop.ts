import { type MessageKind, messageKinds } from '@samblikk/contract';
import type { Transaction } from '../platform/db/index.ts';
import { type MailContext, postAll, stopLetters } from '../platform/mail/index.ts';
import type { AgencyRound } from '../rounds/index.ts';
import { type MessagePlan, planMessages } from './receivers.ts';
import { aboutAnswering } from './standings.ts';
import { textsOf } from './texts.ts';
import { writeMessage } from './write.ts';

/**
 * Takes back what waits in the outbox and asks an agency for an answer, since it has submitted or declines. A letter that is about other
 * agencies too is written anew for those. Called in the transaction of what happened.
 */
export async function stopMail(tx: Transaction, mailContext: MailContext, of: AgencyRound, now: Date): Promise<void> {
  const { round, agency } = of;
  const { year } = round;
  const stopped = await stopLetters(tx, { year, agencyId: agency.agencyId, kinds: aboutAnswering }, now);
  const shared = stopped.filter(({ agencies }) => agencies.length > 1);
  if (shared.length === 0) return;
  const texts = await textsOf(tx, round);
  const plans = new Map<MessageKind, MessagePlan>();
  for (const { kind, receiver, agencies } of shared) {
    const known = messageKinds.find((one): one is MessageKind => one === kind);
    if (!known || receiver === null) continue;
    const others = agencies.filter((id) => id !== agency.agencyId);
    const plan = plans.get(known) ?? (await planMessages(tx, round, { kind: known, now, again: true }));
    plans.set(known, plan);
    const letter = plan.letters.find(({ to }) => to.toLowerCase() === receiver.toLowerCase());
    const rest = letter?.agencies.filter(({ agencyId }) => others.includes(agencyId)) ?? [];
    if (!letter || rest.length === 0) continue;
    const about = { subject: `round:${year}`, year, agencies: rest.map(({ agencyId }) => agencyId) };
    const where = { publicUrl: mailContext.publicUrl, now };
    const written = writeMessage(known, round, { ...letter, agencies: rest }, texts[known], where);
    await postAll(tx, mailContext, [{ about, letter: written }], now);
  }
}
