import type { Declination } from '@samblikk/contract';
import { and, eq, isNull } from 'drizzle-orm';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type Actor, auditName } from '../../platform/signed/index.ts';
import type { AgencyRound } from '../agency-round.ts';
import { declination } from '../schema.ts';

type Reader = Database | Transaction;

/** The agencies that have said that they will not answer a round, by our ids: nobody reminds them. */
export async function declined(db: Reader, roundId: string): Promise<ReadonlySet<string>> {
  return new Set((await declinationsIn(db, roundId)).keys());
}

/** What there is to tell of each agency that will not answer a round, by our ids. */
export async function declinationsIn(db: Reader, roundId: string): Promise<ReadonlyMap<string, Declination>> {
  const rows = await db
    .select()
    .from(declination)
    .where(and(eq(declination.roundId, roundId), isNull(declination.undoneAt)));
  return new Map(rows.map((row) => [row.agencyId, toDeclination(row)]));
}

/**
 * Writes down that an agency will not answer; again, with another reason, it takes the place of the first.
 * @throws ApiError alreadyDone when it has answered
 */
export async function decline(
  tx: Transaction,
  of: AgencyRound,
  reason: string,
  actor: Actor,
  now: Date,
): Promise<Declination> {
  const { round, agency } = of;
  if (agency.answered) throw new ApiError('alreadyDone', { detail: ['hasAnswered', { year: round.year }] });
  const said = { reason, declinedAt: now, declinedBy: actor.personId, declinedByName: actor.name, undoneAt: null };
  const [row] = await tx
    .insert(declination)
    .values({ roundId: round.id, agencyId: agency.agencyId, ...said })
    .onConflictDoUpdate({ target: [declination.roundId, declination.agencyId], set: said })
    .returning();
  await note(tx, of, 'response.declined', actor, now);
  return toDeclination(row as typeof declination.$inferSelect);
}

/** Takes it back. @throws ApiError notFound when it was not said */
export async function undoDecline(tx: Transaction, of: AgencyRound, actor: Actor, now: Date): Promise<void> {
  const own = and(eq(declination.roundId, of.round.id), eq(declination.agencyId, of.agency.agencyId));
  const { rowCount } = await tx
    .update(declination)
    .set({ undoneAt: now })
    .where(and(own, isNull(declination.undoneAt)));
  if (rowCount === 0) throw new ApiError('notFound', { detail: ['notDeclined', { year: of.round.year }] });
  await note(tx, of, 'response.declineUndone', actor, now);
}

function note(
  tx: Transaction,
  { round: { year }, agency }: AgencyRound,
  action: 'response.declined' | 'response.declineUndone',
  actor: Actor,
  now: Date,
): Promise<void> {
  const event = { actor: auditName(actor), action, subject: `agency:${agency.agencyId}`, details: { year } };
  return record(tx, event, now);
}

const toDeclination = (row: typeof declination.$inferSelect): Declination => ({
  reason: row.reason,
  at: row.declinedAt.toISOString(),
  by: row.declinedByName,
});
