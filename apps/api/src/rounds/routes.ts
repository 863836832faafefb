import {
  changeRound as changeRoundEndpoint,
  listRounds,
  type Round,
  readPopulation,
  readRound,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import { followUp } from '../pages/follow-up.ts';
import type { Database } from '../platform/db/connect.ts';
import type { Deps } from '../platform/http/deps.ts';
import { serve } from '../platform/http/serve.ts';
import { ApiError } from '../platform/problem/problem.ts';
import { changeRound } from './change-round.ts';
import { roundOf, rounds } from './store.ts';

export function roundRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, listRounds, () => rounds(db));
  serve(app, readRound, ({ params }) => one(db, params.year));
  serve(app, readPopulation, async ({ params }) => followUp(db, await roundOf(db, params.year)));
  serve(app, changeRoundEndpoint, async ({ params, body, user }) => {
    await db.transaction((tx) => changeRound(tx, params.year, body, user?.personId ?? ''));
    return one(db, params.year);
  });
}

async function one(db: Database, year: number): Promise<Round> {
  const found = (await rounds(db)).find((round) => round.year === year);
  if (!found) throw new ApiError('notFound', { detail: ['noRound', { year }] });
  return found;
}
