import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/db/index.ts';
import { pseudonymsFrom } from '../platform/erasure/index.ts';
import type { Job } from '../platform/jobs/index.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { runRetention } from './run.ts';

/** Retention as a job, once each night. */
export function retentionJob(config: Config, db: Database): Job {
  const secrets = secretsOf(config);
  return {
    name: 'retention',
    schedule: '17 2 * * *',
    async work() {
      const by = { now: new Date(), actor: 'system:retention' };
      const erased = await runRetention(db, pseudonymsFrom(await secrets()), by);
      return erased.length > 0 ? { erased } : undefined;
    },
  };
}
