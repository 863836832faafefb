import type { FastifyBaseLogger } from 'fastify';
import { PgBoss } from 'pg-boss';

/** Something that is done by itself, and when. */
export interface Job {
  readonly name: string;
  /** Cron, UTC. */
  readonly schedule: string;
  /** Does it; what it answers goes into the log. */
  readonly work: () => Promise<object>;
}

/**
 * Does what is to be done at certain times, while the program runs. Every copy of it runs this; the work is claimed in the
 * database (schema `pgboss`, which the package makes and migrates by itself), so that one of them does it.
 * @param url of the database
 * @returns how to stop; waits a moment for what is under way
 */
export async function startJobs(
  url: string,
  jobs: readonly Job[],
  log: FastifyBaseLogger,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, application_name: 'samblikk-jobs', max: 2 });
  // A database that is away is told of at every try, and the next try comes by itself.
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const { name, schedule, work } of jobs) {
    await boss.createQueue(name, { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600 });
    await boss.schedule(name, schedule);
    await boss.work(name, { pollingIntervalSeconds: 30 }, async () => log.info(await work(), name));
  }
  return () => boss.stop({ timeout: 5000 });
}
