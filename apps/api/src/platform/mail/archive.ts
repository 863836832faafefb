import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../db/index.ts';
import { mail } from './schema.ts';

// What the archive of a round holds of this room.

const ofYear = (db: Database | Transaction, year: number) =>
  db.select().from(mail).where(eq(mail.year, year)).orderBy(asc(mail.createdAt), asc(mail.id));

/** The letters of the round of a year: what they were about, to which agencies, when, and what became of them. */
export async function lettersToArchive(db: Database | Transaction, year: number) {
  const rows = await ofYear(db, year);
  return rows.map(({ receiver: _, title: __, body: ___, returnReason: ____, sealed: _____, ...row }) => row);
}

/** Whom those letters went to and what they said: what is erased after its time. */
export async function receiversToArchive(db: Database | Transaction, year: number) {
  const rows = await ofYear(db, year);
  return rows.map(({ id, receiver, title, body, returnReason }) => ({ id, receiver, title, body, returnReason }));
}
