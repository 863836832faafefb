import type { SavedPlan } from '@samblikk/contract';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { people } from '../access/index.ts';
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

/** The newest version of every plan. */
export const newestVersions = (db: Reader): Promise<PlanRow[]> =>
  db
    .selectDistinctOn([financingPlan.measureId])
    .from(financingPlan)
    .orderBy(financingPlan.measureId, desc(financingPlan.version));

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

/** The newest answer of each actor of a measure's plan. */
export async function answersOf(db: Reader, measureId: string): Promise<ReadonlyMap<string, AnswerRow>> {
  const rows = await db
    .select()
    .from(planAnswer)
    .where(eq(planAnswer.measureId, measureId))
    .orderBy(asc(planAnswer.answeredAt), asc(planAnswer.id));
  return new Map(rows.map((row) => [row.actor, row]));
}

/** What the lead said last of what the public sees; undefined where nothing ever was opened. */
export async function newestOpening(db: Reader, measureId: string): Promise<OpeningRow | undefined> {
  const [row] = await db
    .select()
    .from(planOpening)
    .where(eq(planOpening.measureId, measureId))
    .orderBy(desc(planOpening.openedAt), desc(planOpening.id))
    .limit(1);
  return row;
}

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
