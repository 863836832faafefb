import { changeRound as changeRoundEndpoint, isPilot, listRounds, type Round, readRound } from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { changeRound } from './change-round.ts';
import { rounds } from './store.ts';

/** @param isPublished whether anything of a year’s round is public at a moment: told by the releases, which know of rounds */
export function roundRoutes(
  app: FastifyInstance,
  { db, clock }: Deps,
  isPublished: (tx: Transaction, now: Date, year: number) => Promise<boolean>,
): void {
  // Of pilots only those who are signed in know.
  serve(app, listRounds, async ({ user }) => (await rounds(db)).filter(({ year }) => user || !isPilot(year)));
  serve(app, readRound, async ({ params: { year }, user }) => {
    if (!user && isPilot(year)) throw new ApiError('notFound', { detail: ['noRound', { year }] });
    return one(db, year);
  });
  serve(app, changeRoundEndpoint, async ({ params, body, user }) => {
    await db.transaction((tx) =>
      changeRound(tx, params.year, body, user?.personId ?? '', () => isPublished(tx, clock(), params.year)),
    );
    return one(db, params.year);
  });
}

async function one(db: Database, year: number): Promise<Round> {
  const found = (await rounds(db)).find((round) => round.year === year);
  if (!found) throw new ApiError('notFound', { detail: ['noRound', { year }] });
  return found;
}
