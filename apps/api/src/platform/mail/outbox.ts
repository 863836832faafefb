import { and, arrayOverlaps, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, or, type SQL } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../db/index.ts';
import type { Wake } from '../jobs/index.ts';
import type { Secrets } from '../secrets/index.ts';
import { inRound, type Letter } from './letters.ts';
import { type GivenUp, mail } from './schema.ts';

/** What putting a letter in the outbox takes. */
export interface Outbox {
  readonly secrets: Pick<Secrets, 'seal'>;
  /** Wakes whoever sends letters, once the transaction is committed. */
  readonly wake: Wake;
}

/** The job that sends what waits: woken by every letter, and each minute for those that are to be tried again. */
export const mailJobName = 'mail';

/** What a letter is about: as the audit names it, and of a round its year and our ids of the agencies. */
export interface About {
  readonly subject: string;
  readonly year?: number;
  readonly agencies?: readonly string[];
}

/** Puts a letter in the outbox, in the transaction of what causes it: both happen or neither. */
export const post = (tx: Transaction, outbox: Outbox, about: About, letter: Letter, now: Date): Promise<void> =>
  postAll(tx, outbox, [{ about, letter }], now);

/** As `post`, of many at once. */
export async function postAll(
  tx: Transaction,
  { secrets, wake }: Outbox,
  letters: readonly { readonly about: About; readonly letter: Letter }[],
  now: Date,
): Promise<void> {
  if (letters.length === 0) return;
  const rows = letters.map(({ about, letter }) =>
    rowOf(secrets, about, about.year === undefined ? letter : inRound(letter, about.year), now),
  );
  await tx.insert(mail).values(await Promise.all(rows));
  await wake(tx, mailJobName);
}

/** A letter as it waits: what can be read of it afterwards, and what is sent, sealed. */
export async function rowOf(
  secrets: Pick<Secrets, 'seal'>,
  { subject, year, agencies = [] }: About,
  { kept, ...sent }: Letter,
  now: Date,
): Promise<typeof mail.$inferInsert> {
  return {
    ...{ id: v7(), subject, year: year ?? null, agencies: [...agencies] },
    ...{ kind: sent.kind, language: sent.language, receiver: sent.to, title: sent.subject, body: kept ?? sent.text },
    sealed: await secrets.seal(JSON.stringify(sent satisfies Letter)),
    ...{ createdAt: now, nextTryAt: now },
  };
}

const isWaiting = and(isNull(mail.sentAt), isNull(mail.givenUpAt));

/** Takes back letters that are not sent yet. @returns what they were about */
async function takeBack(tx: Transaction, which: SQL | undefined, now: Date) {
  return await tx
    .update(mail)
    .set({ givenUpAt: now, gaveUp: 'stopped' satisfies GivenUp, sealed: null })
    .where(and(which, isWaiting))
    .returning({ kind: mail.kind, receiver: mail.receiver, agencies: mail.agencies });
}

/** Takes back letters about this that are not sent yet. */
export async function withdrawLetter(tx: Transaction, subject: string, now: Date): Promise<void> {
  await takeBack(tx, eq(mail.subject, subject), now);
}

/**
 * Takes back letters of these kinds to an agency in a round that are not sent yet.
 * @returns what they were, so that those about other agencies too can be written anew
 */
export function stopLetters(
  tx: Transaction,
  of: { readonly year: number; readonly agencyId: string; readonly kinds: readonly string[] },
  now: Date,
): Promise<{ kind: string; receiver: string | null; agencies: string[] }[]> {
  const kinds = inArray(mail.kind, [...of.kinds]);
  return takeBack(tx, and(eq(mail.year, of.year), arrayOverlaps(mail.agencies, [of.agencyId]), kinds), now);
}

/** Deletes all that is left of letters of these kinds about these things, those that wait too. */
export async function deleteLetters(
  tx: Database | Transaction,
  which: { subjects: readonly string[] } | { kinds: readonly string[]; before: Date },
) {
  const done = or(isNotNull(mail.sentAt), isNotNull(mail.givenUpAt));
  await tx
    .delete(mail)
    .where(
      'subjects' in which
        ? inArray(mail.subject, [...which.subjects])
        : and(inArray(mail.kind, [...which.kinds]), lt(mail.createdAt, which.before), done),
    );
}

/** How many letters wait. */
export const waiting = (db: Database): Promise<number> => db.$count(mail, isWaiting);

/** The newest letters that can still be read, for the outbox page of a demonstration. */
export async function readable(db: Database, secrets: Pick<Secrets, 'open'>): Promise<Letter[]> {
  const rows = await db.select().from(mail).where(isNotNull(mail.sealed)).orderBy(desc(mail.createdAt)).limit(50);
  const opened = await Promise.all(rows.map(({ sealed }) => secrets.open(sealed ?? '')));
  return opened.flatMap((json) => (json === undefined ? [] : [JSON.parse(json) as Letter]));
}

/** The letters that are due, each put off by whoever takes it, so that copies of the program do not send the same. */
export function claim(db: Database, now: Date, pauseAfter: (tries: number) => number) {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(isWaiting, lte(mail.nextTryAt, now)))
      .orderBy(asc(mail.nextTryAt), asc(mail.id))
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
