import type { GrantedRole } from '@samblikk/contract';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../platform/db/index.ts';
import type { Receiver } from '../../platform/mail/index.ts';
import { person, role } from '../schema.ts';

/** The people with a role, at one agency when told, whose address we know. */
export async function holdersOf(tx: Transaction, wanted: GrantedRole, agencyId?: string): Promise<Receiver[]> {
  const held = and(eq(role.role, wanted), agencyId === undefined ? undefined : eq(role.agencyId, agencyId));
  const holders = tx.select({ id: role.personId }).from(role).where(held);
  return receivers(tx, inArray(person.id, holders));
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
