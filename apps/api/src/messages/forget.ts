import { eq } from 'drizzle-orm';
import type { Transaction } from '../platform/db/index.ts';
import type { RoundRow } from '../rounds/index.ts';
import { messageSending, messageText } from './schema.ts';

/** Forgets the texts and sendings of a round, before the round is deleted. */
export async function forgetMessages(tx: Transaction, { id }: Pick<RoundRow, 'id'>): Promise<void> {
  await tx.delete(messageText).where(eq(messageText.roundId, id));
  await tx.delete(messageSending).where(eq(messageSending.roundId, id));
}
