import type { BodyOf, decideRollOver, ReplyOf } from '@samblikk/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { isAgencyNumber } from '../directory/index.ts';
import { record } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { type Actor, auditName } from '../platform/signed/index.ts';
import type { AgencyRound } from '../rounds/index.ts';
import { readMeasureNumber } from './number.ts';
import { measure, rollOver } from './schema.ts';

export type RollOverRow = typeof rollOver.$inferSelect;

export type Decision = BodyOf<typeof decideRollOver>;

/**
 * Notes what became of a measure from an earlier round that is not reported in this one; saying it again changes it. Whether
 * the agency has such a measure is the caller's to know.
 * @throws ApiError answersAtFault when what it went into is missing or unknown
 */
export async function writeOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  decision: Decision,
  actor: Actor,
  now: Date,
): Promise<RollOverRow> {
  const row = {
    agencyId: of.agency.agencyId,
    outcome: decision.outcome,
    measures: await requireMeasures(tx, decision),
    toOrgnr: await requireAgency(tx, of, decision),
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

/** Takes back what was said. */
export async function eraseOutcome(
  tx: Transaction,
  of: AgencyRound,
  measureId: string,
  actor: Actor,
  now: Date,
): Promise<void> {
  await tx.delete(rollOver).where(and(eq(rollOver.measureId, measureId), eq(rollOver.roundId, of.round.id)));
  const details = { year: of.round.year, outcome: null };
  await record(
    tx,
    { actor: auditName(actor), action: 'measure.outcome', subject: `measure:${measureId}`, details },
    now,
  );
}

/** The measures it went into, for the outcomes that have any. */
async function requireMeasures(tx: Transaction, { outcome, measures: said = [] }: Decision): Promise<string[]> {
  if (outcome !== 'merged' && outcome !== 'split') return [];
  const measures = said.map((number) => readMeasureNumber(number) ?? number);
  const known = measures.length === 0 ? [] : await tx.select().from(measure).where(inArray(measure.number, measures));
  const unknown = measures.filter((number) => !known.some((one) => one.number === number));
  // What it was split into may be new and without a number yet; what it was merged into is there.
  if (unknown.length > 0) fault('unknownMeasure', { numbers: unknown.join(', ') });
  if (outcome === 'merged' && measures.length === 0) fault('measureMissing');
  return measures;
}

async function requireAgency(tx: Transaction, of: AgencyRound, { outcome, toOrgnr }: Decision): Promise<string | null> {
  if (outcome !== 'transferred') return null;
  if (toOrgnr === undefined) return fault('agencyMissing');
  if (toOrgnr === of.agency.orgnr || !(await isAgencyNumber(tx, toOrgnr))) fault('unknownAgency', { orgnr: toOrgnr });
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

/** What an agency has said in a round became of its measures from earlier ones. */
export function outcomesOf(
  db: Database | Transaction,
  { round, agency }: Pick<AgencyRound, 'round' | 'agency'>,
): Promise<RollOverRow[]> {
  return db
    .select()
    .from(rollOver)
    .where(and(eq(rollOver.roundId, round.id), eq(rollOver.agencyId, agency.agencyId)));
}

/** What agencies have said became of one measure, in every round. */
export function outcomesOfMeasure(db: Database | Transaction, measureId: string): Promise<RollOverRow[]> {
  return db.select().from(rollOver).where(eq(rollOver.measureId, measureId));
}

/** What agencies have said in a round became of measures of earlier ones, with their numbers. */
export function outcomesInRound(db: Database | Transaction, roundId: string) {
  const { measureId, outcome, decidedAt } = rollOver;
  return db
    .select({ measureId, number: measure.number, outcome, decidedAt })
    .from(rollOver)
    .innerJoin(measure, eq(measure.id, measureId))
    .where(eq(rollOver.roundId, roundId))
    .orderBy(measure.number);
}
