import { createHash, timingSafeEqual } from 'node:crypto';
import type { Language } from '@samblikk/questionnaire';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { Database, Transaction } from '../platform/db/index.ts';
import { compose, deleteLetters, linkTo, type MailContext, post } from '../platform/mail/index.ts';
import type { Secrets } from '../platform/secrets/index.ts';
import { releases } from '../releases/index.ts';
import { alert } from './schema.ts';

const hour = 60 * 60_000;
/** How long an alert waits for a yes; and how long a letter about it is kept. */
export const waitsFor = 48 * hour;
/** The same is not sent again so soon, and no more wait for the same reader: nobody's mailbox is filled by others. */
const notAgain = 12 * hour;
const mostWaiting = 3;
const mostOfReader = 50;

export const alertSubject = (id: string): string => `alert:${id}`;

/** What lets whoever has a letter say yes, or stop: made of the program's secret, so that it is kept nowhere. */
export const keyOf = (secrets: Pick<Secrets, 'pseudonym'>, id: string): string =>
  secrets.pseudonym(`alert ${id}`).slice(0, 32);

/** A page about an alert, with what lets one in. */
export const alertPage = (page: 'bekreft' | 'stopp', id: string, key: string): string =>
  `/varsle/${page}?${new URLSearchParams({ alert: id, key })}`;

/** Everything that is public now or was: none of it is news. */
export async function releasesSoFar(db: Database, now: Date): Promise<string[]> {
  const all = await releases(db, now, { unpublished: true });
  return all
    .filter(({ publication }) => publication === 'published' || publication === 'withdrawn')
    .map(({ id }) => id);
}

/**
 * Asks somebody whether they want to be told of what is new in a search. Says nothing of whether they were asked before, or are
 * told already: then no letter is sent.
 * @param asked the search as it stands in the address, and in words
 */
export async function ask(
  db: Database,
  mail: MailContext,
  asked: { readonly email: string; readonly language: Language; readonly search: string; readonly inWords: string },
  now: Date,
): Promise<void> {
  const { email, language, search, inWords } = asked;
  const reader = mail.secrets.pseudonym(`alert to ${email.toLowerCase()}`);
  const sealed = await mail.secrets.seal(email);
  await db.transaction(async (tx) => {
    // Two requests for the same reader at once are one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${reader}, 0))`);
    const all = await tx.select().from(alert).where(eq(alert.reader, reader));
    const same = all.find((one) => one.search === search);
    const isRecent = ({ createdAt }: { createdAt: Date }) => createdAt.getTime() > now.getTime() - notAgain;
    const waiting = all.filter((one) => one.confirmedAt === null && one !== same && isRecent(one));
    if (same?.confirmedAt || (same && isRecent(same))) return;
    if (waiting.length >= mostWaiting || all.length >= mostOfReader) return;
    const id = same?.id ?? v7();
    const row = { reader, sealed, language, search, seen: [], createdAt: now };
    if (same) await tx.update(alert).set(row).where(eq(alert.id, id));
    else await tx.insert(alert).values({ id, ...row });
    const link = linkTo(mail, language, alertPage('bekreft', id, keyOf(mail.secrets, id)));
    await post(
      tx,
      mail,
      { subject: alertSubject(id) },
      compose('alertConfirm', email, language, { search: inWords, link }),
      now,
    );
  });
}

function fits(secrets: Pick<Secrets, 'pseudonym'>, id: string, key: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(key), hash(keyOf(secrets, id)));
}

/** Says yes, once or again. @returns the search that is watched; undefined when there is no such alert (any more) */
export async function confirm(
  db: Database,
  secrets: Pick<Secrets, 'pseudonym'>,
  { id, key }: { id: string; key: string },
  now: Date,
): Promise<string | undefined> {
  if (!fits(secrets, id, key)) return undefined;
  const [row] = await db.select().from(alert).where(eq(alert.id, id));
  if (!row) return undefined;
  if (row.confirmedAt) return row.search;
  if (row.createdAt.getTime() <= now.getTime() - waitsFor) return undefined;
  const seen = await releasesSoFar(db, now);
  await db
    .update(alert)
    .set({ confirmedAt: now, seen })
    .where(and(eq(alert.id, id), isNull(alert.confirmedAt)));
  return row.search;
}

/** Stops an alert: nothing is left of it, nor of its letters. Once more does nothing. */
export async function stop(
  db: Database,
  secrets: Pick<Secrets, 'pseudonym'>,
  { id, key }: { id: string; key: string },
) {
  if (!fits(secrets, id, key)) return;
  await db.transaction((tx) => forget(tx, [id]));
}

/** Deletes alerts, with all that is left of their letters. */
export async function forget(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of ids) await tx.delete(alert).where(eq(alert.id, id));
  if (ids.length > 0) await deleteLetters(tx, { subjects: ids.map(alertSubject) });
}

/** Deletes alerts that nobody said yes to in time, and letters that have done their work. @returns how many alerts */
export async function deleteUnconfirmed(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - waitsFor);
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: alert.id })
      .from(alert)
      .where(and(isNull(alert.confirmedAt), lt(alert.createdAt, before)));
    await forget(
      tx,
      rows.map(({ id }) => id),
    );
    await deleteLetters(tx, { kinds: ['alertConfirm', 'alertNews'], before });
    return rows.length;
  });
}
