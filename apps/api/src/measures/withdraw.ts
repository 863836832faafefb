import { and, eq, inArray } from 'drizzle-orm';
import { record, recordAll } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { type AgencyRound, requireOpen } from '../rounds/index.ts';
import type { MeasureInRound } from './measure-in-round.ts';
import { measureRound } from './schema.ts';

/** Takes a measure out of the agency’s answer. Its revisions stay, and it can be taken along again. */
export async function withdraw(
  tx: Transaction,
  { round, measure }: MeasureInRound,
  actor: Actor,
  now: Date,
): Promise<void> {
  requireOpen(round, now);
  await tx
    .update(measureRound)
    .set({ withdrawnAt: now, withdrawnByName: actor.name })
    .where(and(eq(measureRound.measureId, measure.id), eq(measureRound.roundId, round.id)));
  const details = { year: round.year };
  await record(
    tx,
    { actor: auditName(actor), action: 'measure.withdrawn', subject: `measure:${measure.id}`, details },
    now,
  );
}

/** Takes many measures out at once, as `withdraw` would one by one. */
export async function withdrawAll(
  tx: Transaction,
  { round }: AgencyRound,
  measures: readonly string[],
  actor: Actor,
  now: Date,
): Promise<void> {
  requireOpen(round, now);
  if (measures.length === 0) return;
  await tx
    .update(measureRound)
    .set({ withdrawnAt: now, withdrawnByName: actor.name })
    .where(and(inArray(measureRound.measureId, [...measures]), eq(measureRound.roundId, round.id)));
  await recordAll(
    tx,
    measures.map((id) => ({
      actor: auditName(actor),
      action: 'measure.withdrawn' as const,
      subject: `measure:${id}`,
      details: { year: round.year },
    })),
    now,
  );
}
