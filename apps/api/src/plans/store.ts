import type { SavedPlan } from '@samblikk/contract';
import { and, asc, desc, eq, getTableColumns, inArray, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { people } from '../access/index.ts';
import { measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { financingPlan, planAnswer, planOpening } from './schema.ts';

type Reader = Database | Transaction;
export type PlanRow = typeof financingPlan.$inferSelect;
export type AnswerRow = typeof planAnswer.$inferSelect;
export type OpeningRow = typeof planOpening.$inferSelect;

/** Those who write one measure's plan follow one another. */
export const lockPlan = (tx: Transaction, measureId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`financing plan ${measureId}`}, 0))`);

/** The newest version of a measure's plan. */
export async function newestVersion(db: Reader, measureId: string): Promise<PlanRow | undefined> {
  const [row] = await db
    .select()
    .from(financingPlan)
    .where(eq(financingPlan.measureId, measureId))
    .orderBy(desc(financingPlan.version))
    .limit(1);
  return row;
}

/**
 * The newest version of every plan; of those alone, when agencies (our ids) are told, that one of these is an actor in, or has the measure of in
 * some round.
 */
export function newestVersions(db: Reader, agencyIds?: readonly string[]): Promise<PlanRow[]> {
  const newest = db
    .selectDistinctOn([financingPlan.measureId], getTableColumns(financingPlan))
    .from(financingPlan)
    .orderBy(financingPlan.measureId, desc(financingPlan.version))
    .as('newest');
  const ids = sql`any(${sql.param([...(agencyIds ?? [])])}::text[])`;
  const owned = measuresIn();
  return db
    .select()
    .from(newest)
    .where(
      agencyIds &&
        or(
          sql`exists (select from jsonb_each_text(${newest.agencies}) actor where actor.value = ${ids})`,
          inArray(
            newest.measureId,
            db.select({ id: owned.measureId }).from(owned).where(sql`${owned.agencyId} = ${ids}`),
          ),
        ),
    );
}

/** One version of a measure's plan. */
export async function versionOf(db: Reader, measureId: string, version: number): Promise<SavedPlan | undefined> {
  const [row] = await db
    .select({ plan: financingPlan.plan })
    .from(financingPlan)
    .where(and(eq(financingPlan.measureId, measureId), eq(financingPlan.version, version)));
  return row?.plan;
}

/** Every version of a measure's plan, the first first. */
export const versionsOf = (db: Reader, measureId: string): Promise<PlanRow[]> =>
  db.select().from(financingPlan).where(eq(financingPlan.measureId, measureId)).orderBy(asc(financingPlan.version));

const ofMeasures = (column: PgColumn, ids: readonly string[]) => sql`${column} = any(${sql.param([...ids])}::uuid[])`;

/** The newest answer of each actor of a plan, of each of these measures. */
export async function answersOf(
  db: Reader,
  measureIds: readonly string[],
): Promise<(measureId: string) => ReadonlyMap<string, AnswerRow>> {
  const rows = await db
    .select()
    .from(planAnswer)
    .where(ofMeasures(planAnswer.measureId, measureIds))
    .orderBy(asc(planAnswer.answeredAt), asc(planAnswer.id));
  const by = Map.groupBy(rows, ({ measureId }) => measureId);
  return (measureId) => new Map((by.get(measureId) ?? []).map((row) => [row.actor, row]));
}

/** What the lead said last of what the public sees, of each of these measures; none where nothing ever was opened. */
export async function newestOpenings(
  db: Reader,
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, OpeningRow>> {
  const rows = await db
    .selectDistinctOn([planOpening.measureId])
    .from(planOpening)
    .where(ofMeasures(planOpening.measureId, measureIds))
    .orderBy(planOpening.measureId, desc(planOpening.openedAt), desc(planOpening.id));
  return new Map(rows.map((row) => [row.measureId, row]));
}

/** As `newestOpenings`, of one. */
export const newestOpening = async (db: Reader, measureId: string): Promise<OpeningRow | undefined> =>
  (await newestOpenings(db, [measureId])).get(measureId);

/** What people are called, by id. */
export async function namesOf(db: Reader, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(sql`${people.id} = any(${sql.param(wanted)}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
