import { deleteStale, type SessionLimits } from './access/auth/store.ts';
import { deletePassedPresence } from './collaboration/presence/store.ts';
import { deleteExpiredUploads } from './intake/spreadsheet/store.ts';
import type { Database } from './platform/db/connect.ts';

/** How much was swept away. */
export interface Swept {
  readonly sessions: number;
  readonly uploads: number;
  readonly presence: number;
}

/**
 * Deletes what has had its time and holds something personal: sessions and logins under way, lists that nobody took in, and
 * who was where. None of it counts any more; this is so that it is not kept.
 */
export async function sweep(db: Database, now: Date, limits: SessionLimits): Promise<Swept> {
  return {
    sessions: await deleteStale(db, now, limits),
    uploads: await deleteExpiredUploads(db, now),
    presence: await deletePassedPresence(db, now),
  };
}
