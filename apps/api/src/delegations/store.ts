import type { DelegationView } from '@samblikk/contract';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../db/connect.ts';
import { delegation, invitation, measureRound, person, role } from '../db/schema.ts';

type Reader = Database | Transaction;
export type DelegationRow = typeof delegation.$inferSelect;

/**
 * Which delegations give access: those not taken back. One to a colleague with a role at the agency counts as long as
 * they have one; one by invitation stands by itself.
 */
export function inForce(): SQL | undefined {
  return and(
    isNull(delegation.endedAt),
    sql`(${delegation.invitationId} is not null or exists (
      select 1 from ${role} where ${role.personId} = ${delegation.personId} and ${role.agencyId} = ${delegation.agencyId}))`,
  );
}

/** The delegations in force of an agency's measures in a round, by measure, oldest first. */
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
