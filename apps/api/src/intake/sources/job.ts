import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { eachByItself, type Job, type Wake } from '../../platform/jobs/index.ts';
import { type MailContext, mailContextOf } from '../../platform/mail/index.ts';
import { deliver } from './deliver.ts';
import { getFile } from './get-list.ts';
import { claim, dueSources, forgetOldReports } from './store.ts';

/**
 * Looks at the watched addresses that are due, each by itself.
 * @returns how many were looked at, and how many brought something new
 */
export async function runSources(
  db: Database,
  mail: MailContext,
  settings: Pick<Config, 'watchedFilesFrom'>,
  clock: () => Date,
): Promise<{ looked: number; delivered: number }> {
  let looked = 0;
  let delivered = 0;
  await eachByItself(await dueSources(db, clock()), async (source) => {
    // Those before may have taken their time.
    const now = clock();
    if (!(await claim(db, source, now))) return;
    looked += 1;
    const get = (again: boolean) => getFile(source, { again, alsoFrom: settings.watchedFilesFrom });
    const delivery = await deliver(db, mail, source, get, now);
    if (delivery?.outcome === 'taken') delivered += 1;
  });
  return { looked, delivered };
}

/** Watched files as a job, every five minutes. */
export function sourcesJob(config: Config, db: Database, wake: Wake): Job {
  const mailContext = mailContextOf({ config, wake });
  return {
    name: 'sources',
    schedule: '*/5 * * * *',
    async work() {
      const clock = () => new Date();
      await forgetOldReports(db, clock());
      const done = await runSources(db, await mailContext(), config, clock);
      return done.looked > 0 ? done : undefined;
    },
  };
}
