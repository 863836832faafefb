import { isPilot, type SourcePace } from '@samblikk/contract';
import { and, asc, desc, eq, inArray, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type AgencyRound, askedAgencies, takesAnswers, toAgencyRound } from '../../rounds/index.ts';
import { source, sourceDelivery } from './schema.ts';

type Reader = Database | Transaction;
export type SourceRow = typeof source.$inferSelect;
export type DeliveryRow = typeof sourceDelivery.$inferSelect;

const day = 24 * 60 * 60_000;
/** How long there is between two looks at an address, in milliseconds. */
const paces: Readonly<Record<SourcePace, number>> = { daily: day, weekly: 7 * day };

/** When a source that was looked at is looked at again: by its pace; sooner when it failed, and less and less so. */
export function nextLook({ pace }: Pick<SourceRow, 'pace'>, failures: number, now: Date): Date | null {
  if (pace === null) return null;
  const wait = failures === 0 ? paces[pace] : Math.min(paces[pace], 2 ** (failures - 1) * 60 * 60_000);
  return new Date(now.getTime() + wait);
}

/** How long reports of deliveries are kept. */
const reportsFor = 400 * day;

/** Forgets reports whose time is over: that there was a delivery, and how much it brought, stays. */
export async function forgetOldReports(db: Reader, now: Date): Promise<number> {
  const old = and(lt(sourceDelivery.at, new Date(now.getTime() - reportsFor)), isNotNull(sourceDelivery.report));
  return (await db.update(sourceDelivery).set({ report: null }).where(old)).rowCount ?? 0;
}

/** The sources of an agency (our id), or of all, that are not removed. */
export function sourcesOf(db: Reader, agencyId?: string): Promise<SourceRow[]> {
  const own = agencyId === undefined ? undefined : eq(source.agencyId, agencyId);
  return db
    .select()
    .from(source)
    .where(and(own, isNull(source.removedAt)))
    .orderBy(asc(source.createdAt), asc(source.id));
}

/** A source of an agency. @throws ApiError notFound */
export async function sourceOf(db: Reader, agencyId: string, id: string, { lock = false } = {}): Promise<SourceRow> {
  const query = db
    .select()
    .from(source)
    .where(and(eq(source.id, id), eq(source.agencyId, agencyId), isNull(source.removedAt)));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) throw new ApiError('notFound', { detail: 'noSource' });
  return row;
}

/** Watched addresses that are due, the longest waiting first. */
export const dueSources = (db: Reader, now: Date): Promise<SourceRow[]> =>
  db
    .select()
    .from(source)
    .where(and(isNull(source.removedAt), isNull(source.pausedAt), isNotNull(source.address), lte(source.nextAt, now)))
    .orderBy(asc(source.nextAt))
    .limit(10);

/** Takes a due source for this copy of the program for a while. @returns whether no other has it */
export async function claim(db: Reader, { id, nextAt }: SourceRow, now: Date): Promise<boolean> {
  if (nextAt === null) return false;
  const until = new Date(now.getTime() + 15 * 60_000);
  const { rowCount } = await db
    .update(source)
    .set({ nextAt: until })
    .where(and(eq(source.id, id), eq(source.nextAt, nextAt)));
  return (rowCount ?? 0) > 0;
}

export const changeRow = (db: Reader, id: string, to: Partial<SourceRow>) =>
  db.update(source).set(to).where(eq(source.id, id));

/** Notes a delivery. */
export async function addDelivery(tx: Reader, values: Omit<DeliveryRow, 'id'>): Promise<DeliveryRow> {
  const [row] = await tx
    .insert(sourceDelivery)
    .values({ id: uuid(), ...values })
    .returning();
  return row as DeliveryRow;
}

/** The deliveries of a source, the newest first. */
export const deliveriesOf = (db: Reader, sourceId: string, limit = 30): Promise<DeliveryRow[]> =>
  db
    .select()
    .from(sourceDelivery)
    .where(eq(sourceDelivery.sourceId, sourceId))
    .orderBy(desc(sourceDelivery.at), desc(sourceDelivery.id))
    .limit(limit);

/** The newest delivery of each of some sources, by source. */
export async function lastDeliveries(db: Reader, ids: readonly string[]): Promise<Map<string, DeliveryRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([sourceDelivery.sourceId])
    .from(sourceDelivery)
    .where(inArray(sourceDelivery.sourceId, [...ids]))
    .orderBy(sourceDelivery.sourceId, desc(sourceDelivery.at), desc(sourceDelivery.id));
  return new Map(rows.map((row) => [row.sourceId, row]));
}

/** The real rounds that ask an agency (our id), the newest first. */
export async function roundsAsking(db: Reader, agencyId: string): Promise<AgencyRound[]> {
  const rows = await db
    .select()
    .from(askedAgencies)
    .where(eq(askedAgencies.agency.agencyId, agencyId))
    .orderBy(desc(sql`${askedAgencies.round.year}`));
  return rows.filter(({ round }) => !isPilot(round.year)).map(toAgencyRound);
}

/** The newest of them that takes answers from the agency now; undefined when none does. */
export const roundToDeliverTo = async (db: Reader, agencyId: string, now: Date): Promise<AgencyRound | undefined> =>
  (await roundsAsking(db, agencyId)).find(({ round }) => takesAnswers(round, now));

/** One delivery of a source. @throws ApiError notFound */
export async function deliveryOf(db: Reader, sourceId: string, id: string): Promise<DeliveryRow> {
  const [row] = await db
    .select()
    .from(sourceDelivery)
    .where(and(eq(sourceDelivery.id, id), eq(sourceDelivery.sourceId, sourceId)));
  if (!row) throw new ApiError('notFound', { detail: 'noDelivery' });
  return row;
}
