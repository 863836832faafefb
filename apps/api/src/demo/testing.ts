import { plantPlan } from '../plans/index.ts';
import type { Database } from '../platform/db/index.ts';
import { freezeRound } from '../releases/index.ts';
import { import2019 as load } from './import-2019.ts';
import { demoPlan } from './plan.ts';

/** For tests: the directory and the survey of 2019, frozen when asked for. Takes about a second. */
export async function import2019(
  db: Database,
  { freeze = false, now = new Date('2026-01-01T12:00:00Z') }: { freeze?: boolean; now?: Date } = {},
): Promise<void> {
  await load(db, 'system:test', now);
  if (freeze) await freezeRound(db, { year: 2019, actor: 'system:test', now });
}

/** The demonstration’s open financing plan, of a measure of its 2019. */
export const plantDemoPlan = (db: Database): Promise<void> =>
  db.transaction((tx) => plantPlan(tx, demoPlan, new Date()));
