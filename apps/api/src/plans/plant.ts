import type { SavedPlan } from '@samblikk/contract';
import { eq } from 'drizzle-orm';
import { sharersOn } from '../financing/index.ts';
import { measureNumbers } from '../measures/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { importAuthor } from '../platform/signed/index.ts';
import { openPlan } from './answer.ts';
import { reachOf } from './reach.ts';
import { savePlan } from './save.ts';
import { populationYear } from './view.ts';

/** A plan that is given to a program, for a measure by its number. */
export interface GivenPlan {
  readonly number: string;
  readonly plan: SavedPlan;
  /** The actors that everyone may see. */
  readonly open: readonly string[];
}

/** Saves a first version of a measure’s plan, as its lead would, and opens it. @throws ApiError as `savePlan`, `openPlan`; notFound */
export async function plantPlan(tx: Transaction, { number, plan, open }: GivenPlan, now: Date): Promise<void> {
  const [measure] = await tx.select().from(measureNumbers).where(eq(measureNumbers.number, number));
  if (!measure) throw new Error(`There is no measure ${number}`);
  const day = now.toISOString().slice(0, 10);
  const language = 'nb' as const;
  const reach = await reachOf(tx, measure.id, day);
  const sharers = await sharersOn(tx, day, populationYear(plan.population), language);
  await savePlan(tx, reach, sharers, { basedOn: 0, plan, keep: [], as: 'lead', by: importAuthor, language }, now);
  await openPlan(tx, reach, { version: 1, actors: open }, { by: importAuthor, language }, now);
}
