import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Transaction } from '../db/index.ts';
import { isUndelivered, type KeptLetter, toKept } from './kept-letters.ts';
import { hiddenLink, type Letter, type LetterName } from './letters.ts';
import { mailJobName, type Outbox, rowOf } from './outbox.ts';
import { mail } from './schema.ts';

/** Why a letter came back: the status of RFC 3463 that a notification says, and what staff say. */
export interface Returned {
  readonly status?: string | undefined;
  readonly reason?: string | undefined;
}

/**
 * Notes that a letter the mail server took came back later.
 * @returns the letter; undefined when it was not sent, or came back already
 */
export async function markReturned(
  tx: Transaction,
  id: string,
  { status, reason }: Returned,
  now: Date,
): Promise<KeptLetter | undefined> {
  const isSent = and(isNotNull(mail.sentAt), isNull(mail.gaveUp), isNotNull(mail.body));
  const [row] = await tx
    .update(mail)
    .set({ gaveUp: 'returned', givenUpAt: now, fault: status ?? null, returnReason: reason ?? null })
    .where(and(eq(mail.id, id), isSent))
    .returning();
  return row && toKept(row);
}

/**
 * Is done with a letter that did not arrive.
 * @returns the letter; undefined when it did not wait for anyone to see to it
 */
export async function resolveUndelivered(tx: Transaction, id: string, now: Date): Promise<KeptLetter | undefined> {
  const [row] = await tx
    .update(mail)
    .set({ resolvedAt: now, sealed: null })
    .where(and(eq(mail.id, id), isUndelivered))
    .returning();
  return row && toKept(row);
}

/**
 * Puts a letter in the outbox once more, to an address, as it was written.
 * @param link of a letter whose link lets in: a new one, since the old is in nothing that is kept
 */
export async function postAgain(
  tx: Transaction,
  { secrets, wake }: Outbox,
  { subject, kind, year, agencies, language, title, body }: KeptLetter,
  { to, link }: { readonly to: string; readonly link?: string | undefined },
  now: Date,
): Promise<void> {
  const kept = body ?? '';
  const text = kept
    .split('\n')
    .map((line) => (link !== undefined && line === hiddenLink ? link : line))
    .join('\n');
  const letter: Letter = { kind: kind as LetterName, to, language, subject: title ?? '', text, kept };
  const about = { subject, agencies, ...(year !== null && { year }) };
  await tx.insert(mail).values(await rowOf(secrets, about, letter, now));
  await wake(tx, mailJobName);
}
