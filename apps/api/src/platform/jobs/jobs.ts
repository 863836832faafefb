import { sql } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Transaction } from '../db/index.ts';

/** Something that is done by itself, and when. */
export interface Job {
  readonly name: string;
  /** Cron, UTC. */
  readonly schedule: string;
  /** Does it; what it answers goes into the log, undefined when there is nothing to tell. */
  readonly work: () => Promise<object | undefined>;
}

/** Asks for a job to be done now, beside its schedule, once the transaction is committed. */
export type Wake = (tx: Transaction, job: string) => Promise<void>;

export interface JobRunner {
  /** Runs these jobs from now on. @returns how to stop; waits a moment for what is under way */
  start(jobs: readonly Job[], log: FastifyBaseLogger): Promise<() => Promise<void>>;
  /** Does nothing while the runner does not run: then the schedule, of this copy or another, is what there is. */
  readonly wake: Wake;
}

/**
 * Does what is to be done at certain times or for a certain cause, while the program runs. Every copy of it runs this; the
 * work is claimed in the database (schema `pgboss`, which the package makes and migrates by itself), so that one of them does
 * it. A job that is woken is told of over LISTEN/NOTIFY, and where that does not get through (a pooler) found within
 * seconds by asking.
 * @param url of the database
 */
export function jobRunner(url: string): JobRunner {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'samblikk-jobs',
    max: 2,
    useListenNotify: true,
  });
  let runs = false;
  return {
    async start(jobs, log) {
      // A database that is away is told of at every try, and the next try comes by itself.
      boss.on('error', (error) => log.error({ err: error }, 'jobs'));
      await boss.start();
      for (const { name, schedule, work } of jobs) {
        const queue = { retryLimit: 0, expireInSeconds: 300, deleteAfterSeconds: 3600, notify: true };
        await boss.createQueue(name, queue);
        await boss.schedule(name, schedule);
        // Many causes at once are one piece of work.
        const asks = { batchSize: 100, pollingIntervalSeconds: 10, notifyPollingIntervalSeconds: 30 };
        await boss.work(name, asks, async () => {
          try {
            const done = await work();
            if (done !== undefined) log.info(done, name);
          } catch (error) {
            // The package keeps it to itself.
            log.error({ err: error }, name);
            throw error;
          }
        });
      }
      runs = true;
      return async () => {
        runs = false;
        await boss.stop({ timeout: 5000 });
      };
    },
    async wake(tx, job) {
      if (runs) await boss.send(job, null, { db: fromDrizzle(tx, sql) });
    },
  };
}
