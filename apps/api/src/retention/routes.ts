import { readRetention, runRetention as runEndpoint } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { pseudonymsFrom } from '../platform/erasure/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { secretsOf } from '../platform/secrets/index.ts';
import { requireSigned } from '../platform/signed/index.ts';
import { roundRows } from '../rounds/index.ts';
import { timeOf } from './due.ts';
import { dueNow, latestErased, runRetention } from './run.ts';
import { retentionSchedule } from './schedule.ts';

export function retentionRoutes(app: FastifyInstance, { config, db, clock }: Deps): void {
  const secrets = secretsOf(config);

  serve(app, readRetention, async () => {
    const now = clock();
    const rounds = await roundRows(db);
    return {
      kinds: [...retentionSchedule],
      rounds: rounds.map((round) => {
        const { atLatest, ...time } = timeOf(round, rounds, now);
        return { ...time, atLatest: atLatest?.toISOString() ?? null };
      }),
      due: await dueNow(db, now),
      done: await latestErased(db),
    };
  });

  serve(app, runEndpoint, async ({ user }) => {
    const by = { now: clock(), actor: requireSigned(user).personId };
    return { erased: await runRetention(db, pseudonymsFrom(await secrets()), by) };
  });
}
