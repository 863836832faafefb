import {
  changeRound as changeRoundEndpoint,
  isPilot,
  listRounds,
  may,
  type Round,
  readRound,
} from '@samblikk/contract';
import type { FastifyInstance } from 'fastify';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Deps, serve } from '../platform/http/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import type { Signed } from '../platform/signed/index.ts';
import { changeRound } from './change-round.ts';
import { rounds, yearsAsking } from './store.ts';

/** @param isPublished whether anything of a year’s round is public at a moment: told by the releases, which know of rounds */
export function roundRoutes(
  app: FastifyInstance,
  { db, clock }: Deps,
  isPublished: (tx: Transaction, now: Date, year: number) => Promise<boolean>,
): void {
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
    await db.transaction((tx) => changeRound(tx, params.year, body, by, () => isPublished(tx, by.now, params.year)));
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
