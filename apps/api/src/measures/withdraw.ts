import { and, eq } from 'drizzle-orm';
import { record } from '../platform/audit/index.ts';
import type { Transaction } from '../platform/db/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import { requireOpen } from '../rounds/index.ts';
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
