import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { measureTombstone, release, releaseDecision, releaseMeasure, releaseSchedule } from './schema.ts';

// What the archive of a round holds of this room.

type Reader = Database | Transaction;

const page = 500;

/** The releases of a round, first to last. */
export const releasesToArchive = (db: Reader, roundId: string) =>
  db.select().from(release).where(eq(release.roundId, roundId)).orderBy(asc(release.number));

/** What is frozen in each release, in its order, with what is public of it; some at a time. */
export async function* frozenToArchive(db: Reader, roundId: string) {
  for (const { id, number: releaseNumber } of await releasesToArchive(db, roundId)) {
    for (let after = 0; ; ) {
      const rows = await db
        .select()
        .from(releaseMeasure)
        .where(and(eq(releaseMeasure.releaseId, id), gt(releaseMeasure.position, after)))
        .orderBy(asc(releaseMeasure.position))
        .limit(page);
      for (const { releaseId: _, ...row } of rows) yield { releaseNumber, ...row };
      const last = rows.at(-1);
      if (!last) break;
      after = last.position;
    }
  }
}

/** What staff decided of releases: held, published, withdrawn with the reason. */
export async function decisionsToArchive(db: Reader, roundId: string) {
  const made = await releasesToArchive(db, roundId);
  const numbers = new Map(made.map(({ id, number }) => [id, number]));
  const rows = await db
    .select()
    .from(releaseDecision)
    .where(inArray(releaseDecision.releaseId, [...numbers.keys()]))
    .orderBy(asc(releaseDecision.decidedAt), asc(releaseDecision.releaseId));
  return rows.map(({ releaseId, ...row }) => ({ release: numbers.get(releaseId), ...row }));
}

/** When releases were to be published by themselves. */
export async function schedulesToArchive(db: Reader, roundId: string) {
  const made = await releasesToArchive(db, roundId);
  const numbers = new Map(made.map(({ id, number }) => [id, number]));
  const rows = await db
    .select()
    .from(releaseSchedule)
    .where(inArray(releaseSchedule.releaseId, [...numbers.keys()]))
    .orderBy(asc(releaseSchedule.decidedAt), asc(releaseSchedule.id));
  return rows.map(({ releaseId, ...row }) => ({ release: numbers.get(releaseId), ...row }));
}

/** Single measures that were withdrawn from the public, with the reason, or made public again. */
export const tombstonesToArchive = (db: Reader, roundId: string) =>
  db
    .select()
    .from(measureTombstone)
    .where(eq(measureTombstone.roundId, roundId))
    .orderBy(asc(measureTombstone.at), asc(measureTombstone.id));
