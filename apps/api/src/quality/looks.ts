import { and, asc, eq, isNull } from 'drizzle-orm';
import { v7 } from 'uuid';
import type { MeasureInRound } from '../measures/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { qualityLook } from './schema.ts';

export type LookRow = typeof qualityLook.$inferSelect;

/** Who has looked at the measures of a round, and what they noted, oldest first; also of answers that were changed since. */
export function looksIn(db: Database | Transaction, roundId: string, measureId?: string): Promise<LookRow[]> {
  return db
    .select()
    .from(qualityLook)
    .where(
      and(eq(qualityLook.roundId, roundId), measureId === undefined ? undefined : eq(qualityLook.measureId, measureId)),
    )
    .orderBy(asc(qualityLook.lookedAt), asc(qualityLook.id));
}

/** Notes that somebody has looked at a revision of a measure. */
export async function writeLook(
  tx: Transaction,
  { measure, round }: MeasureInRound,
  { revisionId, version, note }: { revisionId: string; version: number; note: string },
  by: Actor,
  now: Date,
): Promise<void> {
  const looker = { lookedAt: now, lookedBy: by.personId, lookedByName: by.name };
  await tx
    .insert(qualityLook)
    .values({ id: v7(), measureId: measure.id, roundId: round.id, revisionId, note, ...looker });
  const details = { year: round.year, version };
  await record(tx, { actor: auditName(by), action: 'quality.looked', subject: `measure:${measure.id}`, details }, now);
}

/** Puts a measure back into the queue; that it was looked at stays. */
export async function endLooks(
  tx: Transaction,
  { measure, round }: MeasureInRound,
  by: Actor,
  now: Date,
): Promise<void> {
  const counting = and(
    eq(qualityLook.measureId, measure.id),
    eq(qualityLook.roundId, round.id),
    isNull(qualityLook.endedAt),
  );
  const ended = await tx.update(qualityLook).set({ endedAt: now }).where(counting).returning({ id: qualityLook.id });
  if (ended.length === 0) return;
  const event = { actor: auditName(by), action: 'quality.again', subject: `measure:${measure.id}` } as const;
  await record(tx, { ...event, details: { year: round.year } }, now);
}
