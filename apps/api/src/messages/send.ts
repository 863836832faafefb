import type { MessageKind, MessagesSent } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type MailContext, postAll } from '../platform/mail/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type RoundRow, takesAnswers } from '../rounds/index.ts';
import { type MessagePlan, planMessages } from './receivers.ts';
import { askedTold, messageSending } from './schema.ts';
import { aboutAnswering, type Standing } from './standings.ts';
import { textsOf } from './texts.ts';
import { writeMessage } from './write.ts';

/** Whether a letter of this kind can be sent now: those about answering only while somebody may answer. */
export const isSendable = (kind: MessageKind, round: RoundRow, { letters }: MessagePlan, now: Date): boolean =>
  !aboutAnswering.includes(kind) ||
  takesAnswers(round, now) ||
  (round.state !== 'planned' && letters.some(({ agencies }) => agencies.some(({ until }) => until && now <= until)));

/** What is asked for, and by whom: a person’s id, or `system:…`. */
export interface Sending {
  readonly kind: MessageKind;
  readonly orgnrs?: readonly string[] | undefined;
  readonly actor: string;
  /** Also to those who have had one today. */
  readonly again?: boolean;
}

/**
 * Writes a letter of this kind to everyone who is to have one, and puts them in the outbox: all of them or, when something
 * stops it, none. The caller has locked the round, so that two who send at once do not send the same.
 * @returns how many, about how many agencies, and who gets none
 */
export async function sendMessages(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  { kind, orgnrs, actor, again = false }: Sending,
  now: Date,
): Promise<MessagesSent> {
  const plan = await planMessages(tx, round, { kind, orgnrs, now, again });
  const { [kind]: words } = await textsOf(tx, round);
  const where = { publicUrl: mailContext.publicUrl, now };
  const letters = plan.letters.map((letter) => ({
    about: {
      subject: `round:${round.year}`,
      year: round.year,
      agencies: letter.agencies.map(({ agencyId }) => agencyId),
    },
    letter: writeMessage(kind, round, letter, words, where),
  }));
  await postAll(tx, mailContext, letters, now);
  const agencies = [...new Set(letters.flatMap(({ about }) => about.agencies))];
  if (kind === 'queries') await markTold(tx, plan.standings, agencies, now);
  if (letters.length > 0) {
    const details = { year: round.year, kind, letters: letters.length, agencies: agencies.length };
    await record(tx, { actor, action: 'messages.sent', subject: `round:${round.year}`, details }, now);
  }
  return { letters: letters.length, agencies: agencies.length, skipped: plan.skipped.map((one) => ({ ...one })) };
}

/**
 * As `sendMessages`, once for a key.
 * @throws ApiError roundNotOpen when nobody may answer; keyUsedForOther when the key was used to ask for something else
 */
export async function sendOnce(
  tx: Transaction,
  mailContext: MailContext,
  round: RoundRow,
  sending: Sending & { readonly key: string },
  now: Date,
): Promise<MessagesSent> {
  const { key, kind, orgnrs } = sending;
  const asked = JSON.stringify([kind, orgnrs?.toSorted() ?? null]);
  const [before] = await tx
    .select()
    .from(messageSending)
    .where(and(eq(messageSending.roundId, round.id), eq(messageSending.key, key)));
  if (before) {
    if (before.asked !== asked) throw new ApiError('keyUsedForOther');
    return before.result;
  }
  if (!isSendable(kind, round, await planMessages(tx, round, { kind, orgnrs, now }), now))
    throw new ApiError('roundNotOpen', { detail: ['takesNoAnswers', { year: round.year }] });
  const result = await sendMessages(tx, mailContext, round, sending, now);
  await tx.insert(messageSending).values({ roundId: round.id, key, asked, result, sentAt: now });
  return result;
}

/** Notes that these agencies have been written to about what waits for them. */
async function markTold(
  tx: Transaction,
  standings: readonly Standing[],
  agencyIds: readonly string[],
  now: Date,
): Promise<void> {
  const told = standings
    .filter(({ agencyId }) => agencyIds.includes(agencyId))
    .flatMap(({ questions }) => questions.map(({ id }) => ({ id, toldAt: now })));
  if (told.length > 0)
    await tx
      .insert(askedTold)
      .values(told)
      .onConflictDoUpdate({ target: askedTold.id, set: { toldAt: now } });
}
