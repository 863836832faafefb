import type { DelegationView, Draft } from '@samblikk/contract';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Delegations, invitedAddresses, people } from '../../access/index.ts';
import { measuresIn } from '../../measures/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { roundsIn } from '../../rounds/index.ts';
import { delegation } from '../schema.ts';

type Reader = Database | Transaction;
export type DelegationRow = typeof delegation.$inferSelect;

/** The delegations of an agency's measures in a round that are not taken back, by measure, oldest first. */
export async function delegationsOf(
  db: Reader,
  roundId: string,
  agencyId: string,
): Promise<ReadonlyMap<string, DelegationView[]>> {
  const own = measuresIn({ roundId, agencyId });
  const rows = await db
    .select({ delegation, name: people.name, email: invitedAddresses.email })
    .from(delegation)
    .innerJoin(own, eq(own.measureId, delegation.measureId))
    .leftJoin(people, eq(people.id, delegation.personId))
    .leftJoin(invitedAddresses, eq(invitedAddresses.id, delegation.invitationId))
    .where(and(eq(delegation.roundId, roundId), eq(delegation.agencyId, agencyId), isNull(delegation.endedAt)))
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
  const { id, section, dueOn } = row;
  const accepted = row.personId !== null;
  return { id, section, to: to ?? '', accepted, dueOn, finishedAt: row.finishedAt?.toISOString() ?? null };
}

/** What of a measure in a round is delegated to a person, oldest first. */
export function delegatedTo(
  db: Reader,
  measureId: string,
  roundId: string,
  personId: string,
): Promise<DelegationRow[]> {
  const { measureId: measure, roundId: round, personId: person, endedAt, createdAt, id } = delegation;
  return db
    .select()
    .from(delegation)
    .where(and(eq(measure, measureId), eq(round, roundId), eq(person, personId), isNull(endedAt)))
    .orderBy(asc(createdAt), asc(id));
}

/** When a person said that they had finished all of a measure that was delegated to them; null when nothing was. */
export async function ownDelegation(
  db: Reader,
  of: { measure: { id: string }; round: { id: string } },
  personId: string | undefined,
): Promise<Draft['delegation']> {
  if (personId === undefined) return null;
  const times = (await delegatedTo(db, of.measure.id, of.round.id, personId)).map((row) => row.finishedAt);
  if (times.length === 0) return null;
  return { finishedAt: times.includes(null) ? null : new Date(Math.max(...times.map(Number))).toISOString() };
}

/** What access is given by delegations: handed to whoever opens sessions. */
export const delegations: Delegations = {
  async heldBy(db, personId) {
    const { id, agencyId, measureId, section, invitationId } = delegation;
    const rounds = roundsIn();
    return db
      .select({ id, agencyId, measureId, section, invitationId, year: rounds.year })
      .from(delegation)
      .innerJoin(rounds, eq(rounds.id, delegation.roundId))
      .where(and(eq(delegation.personId, personId), isNull(delegation.endedAt)));
  },
  async bind(tx, invitationId, personId) {
    await tx.update(delegation).set({ personId }).where(eq(delegation.invitationId, invitationId));
  },
};
