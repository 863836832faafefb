import type { PublicFinancingPlan } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { sharersOn } from '../financing/index.ts';
import { measureNumbers } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { leads } from './answer.ts';
import { publicPlan } from './public.ts';
import { agenciesIn, carriersOn, reachOf } from './reach.ts';
import { financingPlan } from './schema.ts';
import { newestOpening } from './store.ts';
import { populationYear } from './view.ts';

/**
 * What is open of the plan of a measure that is public: the version that its lead opened, and the actors that were opened in it.
 * @param number the measure’s, which must be public: that is for the caller to see to
 * @throws ApiError notFound when nothing is open, with the same words whether there is a plan or not
 */
export async function openPlanOf(
  db: Database,
  number: string,
  day: string,
  language: Language,
): Promise<Omit<PublicFinancingPlan, 'number' | 'title'>> {
  const none = new ApiError('notFound', { detail: ['noOpenPlan', { number }] });
  const [measure] = await db.select().from(measureNumbers).where(eq(measureNumbers.number, number));
  const opening = measure && (await newestOpening(db, measure.id));
  if (!measure || !opening || opening.actors.length === 0) throw none;
  const [row] = await db
    .select()
    .from(financingPlan)
    .where(and(eq(financingPlan.measureId, measure.id), eq(financingPlan.version, opening.version)));
  if (!row) throw none;
  const sharers = await sharersOn(db, day, populationYear(row.plan.population), language);
  const agencies = agenciesIn(row, await carriersOn(db, day));
  const { lead } = await reachOf(db, measure.id, day);
  const leading = row.plan.actors.find(({ id }) => leads(id, { agencies, lead }))?.id;
  const nameOf = (id: string) => agencies.get(id)?.name[language] ?? sharers.of(id)?.name ?? id;
  return {
    openedAt: opening.openedAt.toISOString(),
    ...publicPlan(row.plan, opening.actors, leading, { sharers, nameOf, language }),
  };
}
