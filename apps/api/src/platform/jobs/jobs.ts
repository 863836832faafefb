import type { FastifyBaseLogger } from 'fastify';
import { PgBoss } from 'pg-boss';
import { sessionLimits } from '../../access/auth/sessions.ts';
import { sweep } from '../../sweep.ts';
import type { Config } from '../config/config.ts';
import type { Database } from '../db/connect.ts';

/** What is done by itself, and when (cron, UTC). */
const schedules = { sweep: '*/5 * * * *' } as const;

/**
 * Does what is to be done at certain times, while the program runs. Every copy of it runs this; the work is claimed in the
 * database (schema `pgboss`, which the package makes and migrates by itself), so that one of them does it.
 * @param url of the database
 * @returns how to stop; waits a moment for what is under way
 */
export async function startJobs(
  config: Config,
  { url, db }: { url: string; db: Database },
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, application_name: 'samblikk-jobs', max: 2 });
  // A database that is away is told of at every try, and the next try comes by itself.
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  await boss.createQueue('sweep', { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600 });
  await boss.schedule('sweep', schedules.sweep);
  await boss.work('sweep', { pollingIntervalSeconds: 30 }, async () => {
    log.info(await sweep(db, new Date(), sessionLimits(config)), 'swept');
  });
  return () => boss.stop({ timeout: 5000 });
}
