import type { PublicFinancingPlan } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import { sharersOn } from '../financing/index.ts';
import { measureNumbers } from '../measures/index.ts';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { isUuid } from '../register/index.ts';
import { leads } from './answer.ts';
import { publicPlan } from './public.ts';
import { agenciesIn, carriersOn, reachOf } from './reach.ts';
import { financingPlan } from './schema.ts';
import { newestOpening, type OpeningRow } from './store.ts';
import { populationYear } from './view.ts';

/**
 * What the lead of a measure’s plan has opened last.
 * @param id the measure’s number, or its id
 * @throws ApiError notFound when nothing is open, with the same words whether there is a plan, or a measure, or not
 */
export async function openingOf(db: Database, id: string): Promise<OpeningRow> {
  const [measure] = await db
    .select()
    .from(measureNumbers)
    .where(isUuid.test(id) ? eq(measureNumbers.id, id) : eq(measureNumbers.number, id));
  const opening = measure && (await newestOpening(db, measure.id));
  if (!opening || opening.actors.length === 0)
    throw new ApiError('notFound', { detail: ['noOpenPlan', { number: id }] });
  return opening;
}

/**
 * What the public sees of an opening: the version that was opened, and the actors that were. That the measure is public is for the caller
 * to see to.
 */
export async function openPlanOf(
  db: Database,
  opening: OpeningRow,
  day: string,
  language: Language,
): Promise<Omit<PublicFinancingPlan, 'number' | 'title'>> {
  const { measureId } = opening;
  const [row] = await db
    .select()
    .from(financingPlan)
    .where(and(eq(financingPlan.measureId, measureId), eq(financingPlan.version, opening.version)));
  if (!row) throw new Error(`Version ${opening.version} of the plan of ${measureId} is open and gone`);
  const sharers = await sharersOn(db, day, populationYear(row.plan.population), language);
  const agencies = agenciesIn(row, await carriersOn(db, day));
  const { lead } = await reachOf(db, measureId, day);
  const leading = row.plan.actors.find(({ id }) => leads(id, { agencies, lead }))?.id;
  const nameOf = (id: string) => agencies.get(id)?.name[language] ?? sharers.of(id)?.name ?? id;
  return {
    openedAt: opening.openedAt.toISOString(),
    ...publicPlan(row.plan, opening.actors, leading, { sharers, nameOf, language }),
  };
}
