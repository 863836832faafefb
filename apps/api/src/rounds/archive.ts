import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { declination, population, reopening, reopeningRefusal } from './schema.ts';

// What the archive of a round holds of this room.

type Reader = Database | Transaction;

/** The agencies a round asks, less their mailboxes, which `mailboxesToArchive` has. */
export async function populationToArchive(db: Reader, roundId: string) {
  const rows = await askedIn(db, roundId);
  return rows.map(({ contactEmail: _, ...row }) => row);
}

/** The mailboxes that agencies of a round have told of. */
export async function mailboxesToArchive(db: Reader, roundId: string) {
  const rows = await askedIn(db, roundId);
  return rows.flatMap(({ agencyId, contactEmail }) => (contactEmail === null ? [] : [{ agencyId, contactEmail }]));
}

const askedIn = (db: Reader, roundId: string) =>
  db.select().from(population).where(eq(population.roundId, roundId)).orderBy(asc(population.agencyId));

/** More time that was asked for or given, and each time it was refused. */
export async function reopeningsToArchive(db: Reader, roundId: string) {
  const rows = await db.select().from(reopening).where(eq(reopening.roundId, roundId)).orderBy(asc(reopening.agencyId));
  const refusals = await db
    .select()
    .from(reopeningRefusal)
    .where(eq(reopeningRefusal.roundId, roundId))
    .orderBy(asc(reopeningRefusal.refusedAt));
  const byAgency = Map.groupBy(refusals, ({ agencyId }) => agencyId);
  return rows.map((row) => ({
    ...row,
    refusals: (byAgency.get(row.agencyId) ?? []).map(({ roundId: _, agencyId: __, ...refusal }) => refusal),
  }));
}

/** Agencies that said that they would not answer, with the reason; those that changed their minds too. */
export const declinationsToArchive = (db: Reader, roundId: string) =>
  db.select().from(declination).where(eq(declination.roundId, roundId)).orderBy(asc(declination.agencyId));
