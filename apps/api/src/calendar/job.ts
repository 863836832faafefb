import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import type { Job, Wake } from '../platform/jobs/index.ts';
import { mailContextOf } from '../platform/mail/index.ts';
import type { FreezeConcernsOf } from './missing.ts';
import { runCalendar } from './run.ts';

/** The calendars of the rounds as a job, every minute. */
export function calendarJob(config: Config, db: Database, wake: Wake, concernsOf: FreezeConcernsOf): Job {
  const mailContext = mailContextOf({ config, wake });
  return {
    name: 'calendar',
    schedule: '* * * * *',
    async work() {
      const runs = await runCalendar(db, await mailContext(), new Date(), concernsOf);
      return runs.length > 0 ? { runs } : undefined;
    },
  };
}
