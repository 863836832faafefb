import type { Reopening } from '@samblikk/contract';
import { and, eq } from 'drizzle-orm';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../agency-round.ts';
import { reopening } from '../schema.ts';
import { takesAnswers } from '../store.ts';

type ReopeningRow = typeof reopening.$inferSelect;

/** What there is to tell of an agency's reopening of a round, if any. */
export async function reopeningOf(db: Database | Transaction, of: AgencyRound): Promise<Reopening | null> {
  const [row] = await db.select().from(reopening).where(ofAgency(of));
  return row ? toReopening(row) : null;
}

/** What there is to tell of the reopenings of a round, by agency id. */
export async function reopeningsIn(db: Database | Transaction, roundId: string): Promise<Map<string, Reopening>> {
  const rows = await db.select().from(reopening).where(eq(reopening.roundId, roundId));
  return new Map(rows.map((row) => [row.agencyId, toReopening(row)]));
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
  const [before] = await tx.select().from(reopening).where(ofAgency(of)).for('update');
  if (before && toReopening(before).waiting) throw new ApiError('alreadyDone', { detail: 'askedAlready' });
  const asked = { reason, askedAt: now, askedBy: actor.personId, askedByName: actor.name };
  const row = await write(tx, of, asked);
  const details = { year: of.round.year };
  await record(tx, { actor: auditName(actor), action: 'reopening.asked', subject: subjectOf(of), details }, now);
  return toReopening(row);
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
  const row = await write(tx, of, { until, grantedAt: now, grantedBy: actor.personId });
  const details = { year: of.round.year, until: until.toISOString() };
  await record(tx, { actor: auditName(actor), action: 'reopening.granted', subject: subjectOf(of), details }, now);
  return toReopening(row);
}

/** A reopening as the contract shows it. Asked after the last grant means that it waits. */
function toReopening(row: ReopeningRow): Reopening {
  return {
    reason: row.reason,
    askedAt: row.askedAt?.toISOString() ?? null,
    askedBy: row.askedByName,
    until: row.until?.toISOString() ?? null,
    waiting: row.askedAt !== null && (row.grantedAt === null || row.grantedAt < row.askedAt),
  };
}

const ofAgency = ({ round, agency }: AgencyRound) =>
  and(eq(reopening.roundId, round.id), eq(reopening.agencyId, agency.agencyId));
const subjectOf = ({ agency }: AgencyRound) => `agency:${agency.agencyId}`;

function requireBegun({ round }: AgencyRound, now: Date): void {
  if (round.state === 'planned' || (round.opensAt !== null && round.opensAt > now)) {
    throw new ApiError('roundNotOpen', { detail: ['notBegun', { year: round.year }] });
  }
}

async function write(tx: Transaction, of: AgencyRound, values: Partial<ReopeningRow>): Promise<ReopeningRow> {
  const [row] = await tx
    .insert(reopening)
    .values({ roundId: of.round.id, agencyId: of.agency.agencyId, ...values })
    .onConflictDoUpdate({ target: [reopening.roundId, reopening.agencyId], set: values })
    .returning();
  return row as ReopeningRow;
}
