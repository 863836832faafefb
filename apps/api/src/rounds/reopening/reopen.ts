import type { Reopening } from '@samblikk/contract';
import { and, desc, eq, type SQL } from 'drizzle-orm';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../agency-round.ts';
import { reopening, reopeningRefusal } from '../schema.ts';
import { takesAnswers } from '../store.ts';

type ReopeningRow = typeof reopening.$inferSelect;
type RefusalRow = typeof reopeningRefusal.$inferSelect;

/** What there is to tell of an agency's reopening of a round, if any. */
export async function reopeningOf(db: Database | Transaction, of: AgencyRound): Promise<Reopening | null> {
  return (await reopeningsWhere(db, ofAgency(of))).get(of.agency.agencyId) ?? null;
}

/** What there is to tell of the reopenings of a round, by agency id. */
export const reopeningsIn = (db: Database | Transaction, roundId: string): Promise<Map<string, Reopening>> =>
  reopeningsWhere(db, eq(reopening.roundId, roundId));

async function reopeningsWhere(db: Database | Transaction, where: SQL | undefined): Promise<Map<string, Reopening>> {
  const { roundId, agencyId, refusedAt } = reopeningRefusal;
  const rows = await db
    .select()
    .from(reopening)
    .leftJoin(reopeningRefusal, and(eq(roundId, reopening.roundId), eq(agencyId, reopening.agencyId)))
    .where(where)
    .orderBy(desc(refusedAt));
  const byAgency = Map.groupBy(rows, (row) => row.reopening.agencyId);
  return new Map(
    [...byAgency].map(([id, all]) => {
      const refusals = all.flatMap((row) => row.reopening_refusal ?? []);
      return [id, toReopening((all[0] as (typeof all)[number]).reopening, refusals)];
    }),
  );
}

/** The id of the person who asked last, if anyone did. */
export async function askerOf(tx: Transaction, of: AgencyRound): Promise<string | null> {
  const [row] = await tx.select({ askedBy: reopening.askedBy }).from(reopening).where(ofAgency(of));
  return row?.askedBy ?? null;
}

/**
 * Asks for more time. @throws ApiError alreadyDone when the agency can answer now, or has asked and waits;
 * roundNotOpen when the round has not begun
 */
export async function ask(
  tx: Transaction,
  of: AgencyRound,
  reason: string,
  actor: Actor,
  now: Date,
): Promise<Reopening> {
  requireBegun(of, now);
  if (takesAnswers(of.round, now)) throw new ApiError('alreadyDone', { detail: 'takesAnswers' });
  if (await waits(tx, of)) throw new ApiError('alreadyDone', { detail: 'askedAlready' });
  await write(tx, of, { reason, askedAt: now, askedBy: actor.personId, askedByName: actor.name });
  const details = { year: of.round.year };
  await record(tx, { actor: auditName(actor), action: 'reopening.asked', subject: subjectOf(of), details }, now);
  return written(tx, of);
}

/** Opens the round for one agency until a moment, asked or not. @throws ApiError roundNotOpen when it has not begun */
export async function grant(
  tx: Transaction,
  of: AgencyRound,
  until: Date,
  actor: Actor,
  now: Date,
): Promise<Reopening> {
  requireBegun(of, now);
  await write(tx, of, { until, grantedAt: now, grantedBy: actor.personId });
  const details = { year: of.round.year, until: until.toISOString() };
  await record(tx, { actor: auditName(actor), action: 'reopening.granted', subject: subjectOf(of), details }, now);
  return written(tx, of);
}

/** Says no to an agency that waits for more time. @throws ApiError alreadyDone when none waits */
export async function refuse(
  tx: Transaction,
  of: AgencyRound,
  reason: string,
  actor: Actor,
  now: Date,
): Promise<Reopening> {
  if (!(await waits(tx, of))) throw new ApiError('alreadyDone', { detail: 'noRequestWaits' });
  const said = { reason, refusedAt: now, refusedBy: actor.personId, refusedByName: actor.name };
  await tx.insert(reopeningRefusal).values({ roundId: of.round.id, agencyId: of.agency.agencyId, ...said });
  const details = { year: of.round.year };
  await record(tx, { actor: auditName(actor), action: 'reopening.refused', subject: subjectOf(of), details }, now);
  return written(tx, of);
}

/** A reopening as the contract shows it: asked for after the last answer, it waits. @param refusals newest first */
function toReopening(row: ReopeningRow, refusals: readonly RefusalRow[]): Reopening {
  const times = { asked: time(row.askedAt), granted: time(row.grantedAt), refused: time(refusals[0]?.refusedAt) };
  return {
    reason: row.reason,
    askedAt: row.askedAt?.toISOString() ?? null,
    askedBy: row.askedByName,
    until: row.until?.toISOString() ?? null,
    waiting: times.asked > Math.max(times.granted, times.refused),
    refused: times.refused > times.granted && times.refused >= times.asked,
    refusals: refusals.map(({ reason, refusedAt, refusedByName }) => ({
      ...{ reason, at: refusedAt.toISOString(), by: refusedByName },
    })),
  };
}

const time = (at: Date | null | undefined): number => at?.getTime() ?? 0;

const ofAgency = ({ round, agency }: AgencyRound) =>
  and(eq(reopening.roundId, round.id), eq(reopening.agencyId, agency.agencyId));
const subjectOf = ({ agency }: AgencyRound) => `agency:${agency.agencyId}`;

function requireBegun({ round }: AgencyRound, now: Date): void {
  if (round.state === 'planned' || (round.opensAt !== null && round.opensAt > now)) {
    throw new ApiError('roundNotOpen', { detail: ['notBegun', { year: round.year }] });
  }
}

async function write(tx: Transaction, of: AgencyRound, values: Partial<ReopeningRow>): Promise<void> {
  await tx
    .insert(reopening)
    .values({ roundId: of.round.id, agencyId: of.agency.agencyId, ...values })
    .onConflictDoUpdate({ target: [reopening.roundId, reopening.agencyId], set: values });
}

/** What there is to tell once something is written. */
const written = async (tx: Transaction, of: AgencyRound): Promise<Reopening> =>
  (await reopeningOf(tx, of)) as Reopening;

/** Whether the agency waits for an answer, which nobody else gives until the transaction ends. */
async function waits(tx: Transaction, of: AgencyRound): Promise<boolean> {
  await tx.select({ roundId: reopening.roundId }).from(reopening).where(ofAgency(of)).for('update');
  return (await reopeningOf(tx, of))?.waiting ?? false;
}
