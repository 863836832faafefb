import { deleteStale, type SessionLimits, sessionLimits } from './access/index.ts';
import { deletePassedPresence } from './collaboration/index.ts';
import { deleteAnswerLetters } from './error-reports/index.ts';
import { deleteExpiredUploads } from './intake/index.ts';
import type { Config } from './platform/config/index.ts';
import type { Database } from './platform/db/index.ts';
import type { Job } from './platform/jobs/index.ts';
import { deleteUnconfirmed } from './watch/index.ts';

/** How much was swept away. */
export interface Swept {
  readonly sessions: number;
  readonly uploads: number;
  readonly presence: number;
  readonly alerts: number;
}

/**
 * Deletes what has had its time and holds something personal: sessions and logins under way, lists that nobody took in, and
 * who was where, alerts nobody said yes to, letters to readers who reported errors. None of it counts any more; this is so that it is not kept.
 */
export async function sweep(db: Database, now: Date, limits: SessionLimits): Promise<Swept> {
  await deleteAnswerLetters(db, now);
  return {
    sessions: await deleteStale(db, now, limits),
    uploads: await deleteExpiredUploads(db, now),
    presence: await deletePassedPresence(db, now),
    alerts: await deleteUnconfirmed(db, now),
  };
}

/** Sweeping as a job, every five minutes. */
export const sweepJob = (config: Config, db: Database): Job => ({
  name: 'sweep',
  schedule: '*/5 * * * *',
  work: () => sweep(db, new Date(), sessionLimits(config)),
});
