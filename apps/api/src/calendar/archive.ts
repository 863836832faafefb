import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { calendarRun } from './schema.ts';

/** What a round has done by itself: what the archive of the round holds of this room. */
export const calendarToArchive = (db: Database | Transaction, roundId: string) =>
  db
    .select()
    .from(calendarRun)
    .where(eq(calendarRun.roundId, roundId))
    .orderBy(asc(calendarRun.dueAt), asc(calendarRun.event));
