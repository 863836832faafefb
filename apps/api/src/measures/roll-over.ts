import type { BodyOf, decideRollOver, ReplyOf } from '@samblikk/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../platform/audit/record.ts';
import type { Transaction } from '../platform/db/connect.ts';
import { ApiError } from '../platform/problem/problem.ts';
import { type Actor, auditName } from '../platform/signed/actor.ts';
import { type AgencyRound, measuresToTakeAlong, type RollOverRow } from '../responses/store.ts';
import { demandOpen } from '../rounds/store.ts';
import { agencyVersion, measure, rollOver } from '../schema.ts';

type Decision = BodyOf<typeof decideRollOver>;

/**
 * Notes what became of a measure from an earlier round that is not reported in this one; saying it again changes it.
 * @throws ApiError notFound when the measure is not one the agency can take along; answersAtFault when what it went into
 * is missing or unknown; roundNotOpen
 */
export async function decideOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  decision: Decision,
  actor: Actor,
  now: Date,
): Promise<RollOverRow> {
  await demandEarlier(tx, of, measureId, now);
  const row = {
    agencyId: of.agency.agencyId,
    outcome: decision.outcome,
    measures: await demandMeasures(tx, decision),
    toOrgnr: await demandAgency(tx, of, decision),
    decidedAt: now,
    decidedByName: actor.name,
  };
  const [after] = await tx
    .insert(rollOver)
    .values({ measureId, roundId: of.round.id, ...row })
    .onConflictDoUpdate({ target: [rollOver.measureId, rollOver.roundId], set: row })
    .returning();
  const details = { year: of.round.year, outcome: decision.outcome };
  await record(
    tx,
    { actor: auditName(actor), action: 'measure.outcome', subject: `measure:${measureId}`, details },
    now,
  );
  return after as RollOverRow;
}

/** Takes back what was said; the measure waits to be taken along again. */
export async function undoOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await demandEarlier(tx, of, measureId, now);
  await tx.delete(rollOver).where(and(eq(rollOver.measureId, measureId), eq(rollOver.roundId, of.round.id)));
  const details = { year: of.round.year, outcome: null };
  await record(
    tx,
    { actor: auditName(actor), action: 'measure.outcome', subject: `measure:${measureId}`, details },
    now,
  );
}

async function demandEarlier(tx: Transaction, of: AgencyRound, measureId: string, now: Date): Promise<void> {
  demandOpen(of.round, now);
  const earlier = await measuresToTakeAlong(tx, of);
  if (!earlier.some((one) => one.id === measureId)) {
    throw new ApiError('notFound', {
      detail: 'noEarlierMeasure',
    });
  }
}

/** The measures it went into, for the outcomes that have any. */
async function demandMeasures(tx: Transaction, { outcome, measures = [] }: Decision): Promise<string[]> {
  if (outcome !== 'merged' && outcome !== 'split') return [];
  const known = measures.length === 0 ? [] : await tx.select().from(measure).where(inArray(measure.number, measures));
  const unknown = measures.filter((number) => !known.some((one) => one.number === number));
  // What it was split into may be new and without a number yet; what it was merged into is there.
  if (unknown.length > 0) fault('unknownMeasure', { numbers: unknown.join(', ') });
  if (outcome === 'merged' && measures.length === 0) fault('measureMissing');
  return measures;
}

async function demandAgency(tx: Transaction, of: AgencyRound, { outcome, toOrgnr }: Decision): Promise<string | null> {
  if (outcome !== 'transferred') return null;
  if (toOrgnr === undefined) return fault('agencyMissing');
  const [known] = await tx.select().from(agencyVersion).where(eq(agencyVersion.orgnr, toOrgnr)).limit(1);
  if (!known || toOrgnr === of.agency.orgnr) fault('unknownAgency', { orgnr: toOrgnr });
  return toOrgnr;
}

function fault(code: string, params: Record<string, string> = {}): never {
  throw new ApiError('answersAtFault', { issues: [{ question: '', code, params, level: 'error' }] });
}

/** What was said, as the contract shows it. */
export function toRollOver(row: RollOverRow): ReplyOf<typeof decideRollOver> {
  const { outcome, measures, toOrgnr } = row;
  return { outcome, measures, toOrgnr, at: row.decidedAt.toISOString(), by: row.decidedByName };
}
