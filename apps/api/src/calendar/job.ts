import type { Database } from '../platform/db/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { runCalendar } from './run.ts';

/** The calendars of the rounds as a job, every minute. */
export const calendarJob = (db: Database): Job => ({
  name: 'calendar',
  schedule: '* * * * *',
  async work() {
    const runs = await runCalendar(db, new Date());
    return runs.length > 0 ? { runs } : undefined;
  },
});
