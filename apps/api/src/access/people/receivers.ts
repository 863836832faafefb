import type { GrantedRole } from '@samblikk/contract';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { Receiver } from '../../platform/mail/index.ts';
import { person, role } from '../schema.ts';

/** The people with a role, at one agency when told, whose address we know. */
export async function holdersOf(tx: Transaction, wanted: GrantedRole, agencyId?: string): Promise<Receiver[]> {
  const held = and(eq(role.role, wanted), agencyId === undefined ? undefined : eq(role.agencyId, agencyId));
  const holders = tx.select({ id: role.personId }).from(role).where(held);
  return receivers(tx, inArray(person.id, holders));
}

/** The names of the people with a role at an agency, as far as they have signed in. */
export async function namesOfHolders(db: Database, wanted: GrantedRole, agencyId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: person.id, name: person.name })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.role, wanted), eq(role.agencyId, agencyId)))
    .orderBy(person.name);
  return rows.map(({ name }) => name);
}

/** The name of a person with any role at an agency; undefined for everyone else. */
export async function nameOfColleague(
  tx: Transaction,
  personId: string,
  agencyId: string,
): Promise<string | undefined> {
  const [found] = await tx
    .select({ name: person.name })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.personId, personId), eq(role.agencyId, agencyId)))
    .limit(1);
  return found?.name;
}

/** One person, when we know their address. */
export const personAsReceiver = (tx: Transaction, personId: string): Promise<Receiver[]> =>
  receivers(tx, eq(person.id, personId));

async function receivers(tx: Transaction, which: ReturnType<typeof eq>): Promise<Receiver[]> {
  const rows = await tx
    .select({ email: person.email, language: person.language })
    .from(person)
    .where(and(which, isNotNull(person.email)))
    .orderBy(person.id);
  return rows.map(({ email, language }) => ({ email: email ?? '', language }));
}
