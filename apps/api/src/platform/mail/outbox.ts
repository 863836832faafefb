import { and, asc, desc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../db/index.ts';
import type { Wake } from '../jobs/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { Letter } from './letters.ts';
import { mail } from './schema.ts';

const minute = 60_000;
/** The first pause is a minute, then it doubles, to six hours; after so many tries it is given up (some two days). */
const lastTry = 16;
const pauseAfter = (tries: number) => Math.min(minute * 2 ** tries, 360 * minute);

/** What putting a letter in the outbox takes. */
export interface Outbox {
  readonly secrets: Pick<Secrets, 'seal'>;
  /** Wakes whoever sends letters, once the transaction is committed. */
  readonly wake: Wake;
}

/** The job that sends what waits: woken by every letter, and each minute for those that are to be tried again. */
export const mailJobName = 'mail';

/** Puts a letter in the outbox, in the transaction of what causes it: both happen or neither. */
export async function post(
  tx: Transaction,
  { secrets, wake }: Outbox,
  subject: string,
  letter: Letter,
  now: Date,
): Promise<void> {
  const sealed = await secrets.seal(JSON.stringify(letter));
  await tx.insert(mail).values({ id: v7(), subject, sealed, createdAt: now, nextTryAt: now });
  await wake(tx, mailJobName);
}

/** Takes back letters about this that are not sent yet. */
export async function withdrawLetter(tx: Transaction, subject: string, now: Date): Promise<void> {
  await tx
    .update(mail)
    .set({ givenUpAt: now, sealed: null })
    .where(and(eq(mail.subject, subject), isNull(mail.sentAt)));
}

/** How many letters wait. */
export const waiting = (db: Database): Promise<number> =>
  db.$count(mail, and(isNull(mail.sentAt), isNull(mail.givenUpAt)));

export interface Sent {
  sent: number;
  failed: number;
}

/**
 * Sends what waits, one by one. Each is put off before it is tried, so that copies of the program do not send the same;
 * one that dies while sending tries again later, so that a letter may come twice and is never lost.
 * @param onFailure told which letter, never what is in it
 */
export async function sendWaiting(
  db: Database,
  secrets: Pick<Secrets, 'open'>,
  send: (letter: Letter) => Promise<unknown>,
  now: Date,
  onFailure: (id: string, error: unknown) => void = () => undefined,
): Promise<Sent> {
  const result = { sent: 0, failed: 0 };
  for (let next = await claim(db, now); next; next = await claim(db, now)) {
    const { id, tries, sealed } = next;
    const letter = sealed === null ? undefined : await secrets.open(sealed);
    try {
      if (letter === undefined) throw new Error('sealed with another secret');
      await send(JSON.parse(letter) as Letter);
      await db.update(mail).set({ sentAt: now, sealed: null }).where(eq(mail.id, id));
      result.sent += 1;
    } catch (error) {
      result.failed += 1;
      onFailure(id, error);
      if (letter === undefined || tries >= lastTry) {
        await db.update(mail).set({ givenUpAt: now, sealed: null }).where(eq(mail.id, id));
      }
    }
  }
  return result;
}

function claim(db: Database, now: Date) {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(isNull(mail.sentAt), isNull(mail.givenUpAt), lte(mail.nextTryAt, now)))
      .orderBy(asc(mail.nextTryAt))
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return undefined;
    const nextTryAt = new Date(now.getTime() + pauseAfter(row.tries));
    const [claimed] = await tx
      .update(mail)
      .set({ tries: row.tries + 1, nextTryAt })
      .where(eq(mail.id, row.id))
      .returning();
    return claimed;
  });
}

/** The newest letters that can still be read, for the outbox page of a demonstration. */
export async function readable(db: Database, secrets: Pick<Secrets, 'open'>): Promise<Letter[]> {
  const rows = await db.select().from(mail).where(isNotNull(mail.sealed)).orderBy(desc(mail.createdAt)).limit(50);
  const opened = await Promise.all(rows.map(({ sealed }) => secrets.open(sealed ?? '')));
  return opened.flatMap((json) => (json === undefined ? [] : [JSON.parse(json) as Letter]));
}
