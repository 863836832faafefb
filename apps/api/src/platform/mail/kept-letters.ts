import type { messageStates } from '@samblikk/contract';
import { and, arrayContains, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../db/index.ts';
import type { Erasure } from '../erasure/index.ts';
import type { Secrets } from '../secrets/index.ts';
import type { Letter } from './letters.ts';
import { mailJobName } from './outbox.ts';
import type { MailContext } from './receivers.ts';
import { mail } from './schema.ts';

type Reader = Database | Transaction;
type MailRow = typeof mail.$inferSelect;

export type LetterState = (typeof messageStates)[number];

/** A letter as it is kept: what can be read of it afterwards, and how it went. */
export interface KeptLetter
  extends Pick<
    MailRow,
    'id' | 'kind' | 'year' | 'agencies' | 'receiver' | 'title' | 'body' | 'createdAt' | 'tries' | 'fault' | 'resolvedAt'
  > {
  readonly state: LetterState;
  /** When it was sent or given up; null while it waits. */
  readonly endedAt: Date | null;
}

const toKept = (row: MailRow): KeptLetter => ({
  ...row,
  state: row.sentAt ? 'sent' : row.givenUpAt ? (row.gaveUp ?? 'failed') : 'waiting',
  endedAt: row.sentAt ?? row.givenUpAt,
});

const inState: Record<LetterState, ReturnType<typeof and>> = {
  waiting: and(isNull(mail.sentAt), isNull(mail.givenUpAt)),
  sent: isNotNull(mail.sentAt),
  refused: and(isNull(mail.sentAt), eq(mail.gaveUp, 'refused')),
  failed: and(isNull(mail.sentAt), eq(mail.gaveUp, 'failed')),
  stopped: and(isNull(mail.sentAt), eq(mail.gaveUp, 'stopped')),
};

/** Which letters of a round. */
export interface WhichLetters {
  readonly year: number;
  readonly kind?: string | undefined;
  readonly state?: LetterState | undefined;
  readonly agencyId?: string | undefined;
}

/** The letters about a round, newest first, and how many there are in all. */
export async function lettersOf(
  db: Reader,
  which: WhichLetters,
  page: { readonly limit: number; readonly offset: number } = { limit: 1_000_000, offset: 0 },
): Promise<{ letters: KeptLetter[]; total: number }> {
  const where = and(
    eq(mail.year, which.year),
    which.kind === undefined ? undefined : eq(mail.kind, which.kind),
    which.state === undefined ? undefined : inState[which.state],
    which.agencyId === undefined ? undefined : arrayContains(mail.agencies, [which.agencyId]),
  );
  const rows = await db
    .select()
    .from(mail)
    .where(where)
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(page.limit)
    .offset(page.offset);
  return { letters: rows.map(toKept), total: await db.$count(mail, where) };
}

/** One letter of a round; undefined when there is none. */
export async function letterOf(db: Reader, year: number, id: string): Promise<KeptLetter | undefined> {
  const [row] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.id, id), eq(mail.year, year)));
  return row && toKept(row);
}

/** How many letters of a round are in each state, and how many refusals nobody has seen to. */
export async function countLetters(
  db: Reader,
  year: number,
): Promise<{ states: Record<LetterState, number>; bounces: number }> {
  const rows = await db
    .select({ sent: sql<boolean>`${mail.sentAt} is not null`, gaveUp: mail.gaveUp, letters: count() })
    .from(mail)
    .where(eq(mail.year, year))
    .groupBy(sql`${mail.sentAt} is not null`, mail.gaveUp);
  const states: Record<LetterState, number> = { waiting: 0, sent: 0, refused: 0, failed: 0, stopped: 0 };
  for (const { sent, gaveUp, letters } of rows) states[sent ? 'sent' : (gaveUp ?? 'waiting')] += letters;
  return { states, bounces: await db.$count(mail, and(eq(mail.year, year), isBounce)) };
}

const isBounce = and(isNull(mail.sentAt), eq(mail.gaveUp, 'refused'), isNull(mail.resolvedAt));

/** Letters of a round whose receiver was refused and that nobody has seen to, oldest first. */
export async function refusedLetters(db: Reader, year: number): Promise<KeptLetter[]> {
  const rows = await db
    .select()
    .from(mail)
    .where(and(eq(mail.year, year), isBounce))
    .orderBy(mail.createdAt);
  return rows.map(toKept);
}

/** Our ids of agencies that a letter of these kinds has been written to in a round since a moment, and was not stopped or refused. */
export async function writtenTo(
  db: Reader,
  of: { readonly year: number; readonly kinds: readonly string[]; readonly since: Date },
): Promise<Set<string>> {
  const rows = await db
    .select({ agencies: mail.agencies })
    .from(mail)
    .where(
      and(
        eq(mail.year, of.year),
        inArray(mail.kind, [...of.kinds]),
        gte(mail.createdAt, of.since),
        or(isNull(mail.gaveUp), isNotNull(mail.sentAt)),
      ),
    );
  return new Set(rows.flatMap(({ agencies }) => agencies));
}

/**
 * Is done with a refusal; with an address, the letter is sent there instead, as it was written.
 * @returns whether it was waiting for someone to see to it
 */
export async function settleRefused(
  tx: Transaction,
  { secrets, wake }: Pick<MailContext, 'wake'> & { readonly secrets: Pick<Secrets, 'seal' | 'open'> },
  of: { readonly year: number; readonly id: string; readonly sendTo: string | null },
  now: Date,
): Promise<boolean> {
  const [row] = await tx
    .select()
    .from(mail)
    .where(and(eq(mail.id, of.id), eq(mail.year, of.year), isBounce))
    .for('update');
  if (!row) return false;
  await tx.update(mail).set({ resolvedAt: now, sealed: null }).where(eq(mail.id, row.id));
  const json = of.sendTo === null || row.sealed === null ? undefined : await secrets.open(row.sealed);
  if (json === undefined || of.sendTo === null) return true;
  const letter = { ...(JSON.parse(json) as Letter), to: of.sendTo };
  const { subject, kind, year, agencies, title, body } = row;
  await tx.insert(mail).values({
    ...{ id: v7(), subject, kind, year, agencies, title, body, receiver: of.sendTo },
    sealed: await secrets.seal(JSON.stringify(letter)),
    createdAt: now,
    nextTryAt: now,
  });
  await wake(tx, mailJobName);
  return true;
}

/**
 * Addresses and texts of letters written before a moment that are no longer under way; that they were sent, to which agency,
 * about what and when, stays. The same address becomes the same pseudonym.
 */
export function lettersBefore(before: Date): Erasure {
  const due = and(
    lt(mail.createdAt, before),
    or(isNotNull(mail.sentAt), isNotNull(mail.givenUpAt)),
    or(isNotNull(mail.body), sql`${mail.receiver} like '%@%'`),
  );
  return {
    count: (db) => db.$count(mail, due),
    async erase(tx, { address }) {
      const rows = await tx.select({ id: mail.id, receiver: mail.receiver }).from(mail).where(due).for('update');
      for (const { id, receiver } of rows) {
        const pseudonym = receiver?.includes('@') ? address(receiver) : receiver;
        await tx
          .update(mail)
          .set({ receiver: pseudonym, title: null, body: null, sealed: null })
          .where(eq(mail.id, id));
      }
      return rows.length;
    },
  };
}
