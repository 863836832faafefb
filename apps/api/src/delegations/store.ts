import type { DelegationView } from '@samblikk/contract';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '../db/connect.ts';
import { delegation, invitation, measureRound, person } from '../db/schema.ts';

type Reader = Database | Transaction;
export type DelegationRow = typeof delegation.$inferSelect;

/** The delegations of an agency's measures in a round that are not taken back, by measure, oldest first. */
export async function delegationsOf(
  db: Reader,
  roundId: string,
  agencyId: string,
): Promise<ReadonlyMap<string, DelegationView[]>> {
  const rows = await db
    .select({ delegation, name: person.name, email: invitation.email })
    .from(delegation)
    .innerJoin(
      measureRound,
      and(eq(measureRound.measureId, delegation.measureId), eq(measureRound.roundId, delegation.roundId)),
    )
    .leftJoin(person, eq(person.id, delegation.personId))
    .leftJoin(invitation, eq(invitation.id, delegation.invitationId))
    .where(
      and(
        eq(delegation.roundId, roundId),
        eq(delegation.agencyId, agencyId),
        eq(measureRound.agencyId, agencyId),
        isNull(delegation.endedAt),
      ),
    )
    .orderBy(asc(delegation.createdAt), asc(delegation.id));
  const byMeasure = new Map<string, DelegationView[]>();
  for (const row of rows) {
    const { measureId } = row.delegation;
    byMeasure.set(measureId, [
      ...(byMeasure.get(measureId) ?? []),
      toDelegation(row.delegation, row.name || row.email),
    ]);
  }
  return byMeasure;
}

/** A delegation as the contract shows it. `to` is the colleague's name, or the address they were invited at. */
export function toDelegation(row: DelegationRow, to: string | null): DelegationView {
  return { id: row.id, section: row.section, to: to ?? '', accepted: row.personId !== null, dueOn: row.dueOn };
}
