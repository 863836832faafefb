import { desc, eq, sql } from 'drizzle-orm';
import { eventsIn, record } from '../platform/audit/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Pseudonyms } from '../platform/erasure/index.ts';
import { eachByItself } from '../platform/jobs/index.ts';
import { roundRows } from '../rounds/index.ts';
import { dueErasures } from './due.ts';

/** One copy at a time: the other then finds nothing. */
const RETENTION_LOCK = 7_266_208;

/** What was erased, or is to be. */
export interface Erased {
  readonly kind: string;
  readonly year: number | null;
  readonly rows: number;
}

/** What the next run would erase; nothing is changed. */
export async function dueNow(db: Database, now: Date): Promise<Erased[]> {
  const due: Erased[] = [];
  for (const { kind, year, count } of dueErasures(await roundRows(db), now)) {
    const rows = await count(db);
    if (rows > 0) due.push({ kind, year, rows });
  }
  return due;
}

/**
 * Erases all whose time is over. Each kind, and each round of it, is a transaction with its line in the audit: cut off half-way,
 * the next run goes on. What is due follows from what is there, so that an old backup is due again when it is restored.
 */
export async function runRetention(
  db: Database,
  pseudonyms: Pseudonyms,
  { now, actor }: { readonly now: Date; readonly actor: string },
): Promise<Erased[]> {
  const erased: Erased[] = [];
  await eachByItself(dueErasures(await roundRows(db), now), async ({ kind, year, erase }) => {
    const rows = await db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${RETENTION_LOCK})`);
      const taken = await erase(tx, pseudonyms);
      if (taken === 0) return 0;
      const subject = year === null ? `retention:${kind}` : `round:${year}`;
      const details = { kind, rows: taken, ...(year !== null && { year }) };
      await record(tx, { actor, action: 'retention.erased', subject, details }, now);
      return taken;
    });
    if (rows > 0) erased.push({ kind, year, rows });
  });
  return erased;
}

/** The latest runs that erased something, newest first. */
export async function latestErased(db: Database): Promise<(Erased & { readonly at: string })[]> {
  const events = eventsIn();
  const rows = await db
    .select({ at: events.at, details: events.details })
    .from(events)
    .where(eq(events.action, 'retention.erased'))
    .orderBy(desc(events.sequence))
    .limit(50);
  return rows.map(({ at, details }) => {
    const { kind, rows: taken, year } = details as { kind: string; rows: number; year?: number };
    return { kind, year: year ?? null, rows: taken, at: at.toISOString() };
  });
}
