import type { DelegationView, Draft } from '@samblikk/contract';
import { and, asc, type Column, eq, isNull, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Delegations, invitedAddresses, people } from '../../access/index.ts';
import { measuresIn } from '../../measures/index.ts';
import { type Database, jsonRows, keyRows, keysOf, prepared, type Transaction } from '../../platform/db/index.ts';
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
export function delegatedTo(db: Reader, measure: string, round: string, personId: string): Promise<DelegationRow[]> {
  return db
    .select()
    .from(delegation)
    .where(and(eq(delegation.measureId, measure), eq(delegation.roundId, round), ofPerson(personId)))
    .orderBy(asc(delegation.createdAt), asc(delegation.id));
}

/** Whom what may be delegated to. */
export interface DelegateKey {
  readonly measureId: string;
  readonly roundId: string;
  readonly personId: string;
}

const toDelegates = prepared((db) =>
  db
    .select({ key: sql<number>`key.n`.mapWith(Number), finishedAt: delegation.finishedAt })
    .from(keyRows('measureId', 'roundId', 'personId'))
    .innerJoin(
      delegation,
      and(
        sql`(${delegation.measureId}, ${delegation.roundId}, ${delegation.personId}) = (key.measure, key.round, key.person)`,
        isNull(delegation.endedAt),
      ),
    )
    .prepare('to_delegates'),
);

/** For each, in their order: when the person said that they had finished all that was delegated to them; null when nothing was. */
export async function ownDelegations(db: Reader, keys: readonly DelegateKey[]): Promise<Draft['delegation'][]> {
  const rows = await toDelegates(db).execute(keysOf(keys));
  return keys.map((_, at) => {
    const times = rows.filter(({ key }) => key === at).map(({ finishedAt }) => finishedAt);
    if (times.length === 0) return null;
    return { finishedAt: times.includes(null) ? null : new Date(Math.max(...times.map(Number))).toISOString() };
  });
}

const rounds = roundsIn();
const { id, agencyId, measureId, section, invitationId } = delegation;
const held = { id, agencyId, measureId, section, invitationId, year: rounds.year };
const ofPerson = (personId: string | Column) => and(eq(delegation.personId, personId), isNull(delegation.endedAt));

/** What access is given by delegations: handed to whoever opens sessions. */
export const delegations: Delegations = {
  async heldBy(db, personId) {
    return db
      .select(held)
      .from(delegation)
      .innerJoin(rounds, eq(rounds.id, delegation.roundId))
      .where(ofPerson(personId));
  },
  heldIn(personId) {
    const rows = new QueryBuilder()
      .select({ list: jsonRows(held) })
      .from(delegation)
      .innerJoin(rounds, eq(rounds.id, delegation.roundId))
      .where(ofPerson(personId));
    return sql`(${rows})`;
  },
  async bind(tx, invitation, personId) {
    await tx.update(delegation).set({ personId }).where(eq(delegation.invitationId, invitation));
  },
};
