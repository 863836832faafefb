import type { messageStates } from '@samblikk/contract';
import { and, arrayContains, count, desc, eq, gte, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/index.ts';
import type { Erasure } from '../erasure/index.ts';
import { type GivenUp, mail } from './schema.ts';

type Reader = Database | Transaction;
type MailRow = typeof mail.$inferSelect;

export type LetterState = (typeof messageStates)[number];

/** A letter as it is kept: what can be read of it afterwards, and how it went. */
export interface KeptLetter
  extends Pick<
    MailRow,
    | 'id'
    | 'subject'
    | 'kind'
    | 'year'
    | 'agencies'
    | 'receiver'
    | 'language'
    | 'title'
    | 'body'
    | 'createdAt'
    | 'tries'
    | 'fault'
    | 'returnReason'
    | 'resolvedAt'
  > {
  readonly state: LetterState;
  /** When it was sent, given up or came back; null while it waits. */
  readonly endedAt: Date | null;
  /** It did not arrive, and nobody has seen to it. */
  readonly undelivered: boolean;
}

const unarrived: readonly GivenUp[] = ['refused', 'returned', 'failed'];

export const toKept = (row: MailRow): KeptLetter => ({
  ...row,
  state: row.gaveUp ?? (row.sentAt ? 'sent' : 'waiting'),
  endedAt: row.givenUpAt ?? row.sentAt,
  undelivered: unarrived.some((one) => one === row.gaveUp) && row.resolvedAt === null && row.body !== null,
});

const inState: Record<LetterState, ReturnType<typeof and>> = {
  waiting: and(isNull(mail.sentAt), isNull(mail.gaveUp)),
  sent: and(isNotNull(mail.sentAt), isNull(mail.gaveUp)),
  refused: eq(mail.gaveUp, 'refused'),
  failed: eq(mail.gaveUp, 'failed'),
  stopped: eq(mail.gaveUp, 'stopped'),
  returned: eq(mail.gaveUp, 'returned'),
};

/** A letter that did not arrive and that nobody has seen to: a task for staff. One whose text is erased after its time is none. */
export const isUndelivered = and(inArray(mail.gaveUp, unarrived), isNull(mail.resolvedAt), isNotNull(mail.body));

/** The letters of a round: those about its year, and where they have no other place those about no round too. */
export interface OfRound {
  readonly year: number;
  readonly andOfNone?: boolean;
}

const ofRound = ({ year, andOfNone }: OfRound) => or(eq(mail.year, year), andOfNone ? isNull(mail.year) : undefined);

/** Which letters of a round. */
export interface WhichLetters extends OfRound {
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
    ofRound(which),
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

/** One letter of a round, or of none; undefined when there is none. */
export async function letterOf(db: Reader, year: number, id: string): Promise<KeptLetter | undefined> {
  const [row] = await db
    .select()
    .from(mail)
    .where(and(eq(mail.id, id), ofRound({ year, andOfNone: true })));
  return row && toKept(row);
}

/** How many letters of a round are in each state. */
export async function countLetters(db: Reader, of: OfRound): Promise<Record<LetterState, number>> {
  const rows = await db
    .select({ sent: sql<boolean>`${mail.sentAt} is not null`, gaveUp: mail.gaveUp, letters: count() })
    .from(mail)
    .where(ofRound(of))
    .groupBy(sql`${mail.sentAt} is not null`, mail.gaveUp);
  const states: Record<LetterState, number> = { waiting: 0, sent: 0, refused: 0, failed: 0, stopped: 0, returned: 0 };
  for (const { sent, gaveUp, letters } of rows) states[gaveUp ?? (sent ? 'sent' : 'waiting')] += letters;
  return states;
}

/** Letters of a round that did not arrive and that nobody has seen to, oldest first. */
export async function undeliveredLetters(db: Reader, of: OfRound): Promise<KeptLetter[]> {
  const rows = await db
    .select()
    .from(mail)
    .where(and(ofRound(of), isUndelivered))
    .orderBy(mail.createdAt, mail.id);
  return rows.map(toKept);
}

/** The newest letter that went to an address and has not come back, of any round. */
export async function lastSentTo(db: Reader, address: string): Promise<KeptLetter | undefined> {
  const [row] = await db
    .select()
    .from(mail)
    .where(and(sql`lower(${mail.receiver}) = ${address.toLowerCase()}`, inState.sent))
    .orderBy(desc(mail.sentAt))
    .limit(1);
  return row && toKept(row);
}

/** Our ids of agencies that a letter of these kinds has been written to in a round since a moment, and neither was stopped nor failed to arrive. */
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
        isNull(mail.gaveUp),
      ),
    );
  return new Set(rows.flatMap(({ agencies }) => agencies));
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
          .set({ receiver: pseudonym, title: null, body: null, returnReason: null, sealed: null })
          .where(eq(mail.id, id));
      }
      return rows.length;
    },
  };
}
