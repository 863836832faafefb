import { plantPlan } from '../plans/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { freezeRound } from '../releases/index.ts';
import { answerRound } from './answers-2026.ts';
import { import2019 } from './import-2019.ts';
import { demoPlan } from './plan.ts';
import { openRound } from './round-2026.ts';

const actor = 'system:demo';

/**
 * Loads the demonstration data into an empty database: the directory, the reconstructed survey of 2019 with its release,
 * an open round for 2026 where some agencies have answered, some have begun and some have not, and a financing plan. All or nothing. Every
 * measure is invented, and the notice of each round says so.
 */
export async function loadDemo(db: Database | Transaction, now: Date = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    await import2019(tx, actor, now);
    await freezeRound(tx, { year: 2019, actor, now });
    const round = await openRound(tx, actor, now);
    await answerRound(tx, round, now);
    await plantPlan(tx, demoPlan, now);
  });
}
