import {
  changeRound as changeRoundEndpoint,
  isPilot,
  listRounds,
  may,
  type Round,
  readRound,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Signed } from '../platform/signed/index.ts';
import { changeRound, type RoundHooks } from './change-round.ts';
import { rounds, yearsAsking } from './store.ts';

export function roundRoutes(app: FastifyInstance, { db, clock }: Deps, hooks: RoundHooks): void {
  serve(app, listRounds, async ({ user }) => {
    const all = await rounds(db);
    return all.some(({ year }) => isPilot(year)) ? seenBy(db, user, all) : all;
  });
  serve(app, readRound, async ({ params: { year }, user }) => {
    if (!user && isPilot(year)) throw new ApiError('notFound', { detail: ['noRound', { year }] });
    return one(db, year);
  });
  serve(app, changeRoundEndpoint, async ({ params, body, user }) => {
    const by = { actor: user?.personId ?? '', now: clock() };
    await db.transaction((tx) => changeRound(tx, params.year, body, by, hooks));
    return one(db, params.year);
  });
}

async function one(db: Database, year: number): Promise<Round> {
  const found = (await rounds(db)).find((round) => round.year === year);
  if (!found) throw new ApiError('notFound', { detail: ['noRound', { year }] });
  return found;
}

/** The rounds that someone sees: a pilot only staff, and the people of the agencies it asks. */
async function seenBy(db: Database, user: Signed | undefined, all: readonly Round[]): Promise<Round[]> {
  if (may(user?.roles, 'round.followUp')) return [...all];
  const asked = await yearsAsking(
    db,
    (user?.roles ?? []).flatMap(({ agency }) => agency ?? []),
  );
  return all.filter(({ year }) => !isPilot(year) || asked.has(year));
}
