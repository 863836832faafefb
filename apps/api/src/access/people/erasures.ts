import { and, eq, exists, lt, not, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { type Erasure, personPattern } from '../../platform/erasure/index.ts';
import { byLogin } from '../auth/grants.ts';
import { invitation, person, role } from '../schema.ts';

/**
 * People who have not signed in since a moment and hold no role but what a login gives anyway: name, address and the key of
 * their login go. Whoever of them signs in again is somebody new.
 */
export function peopleUnseenSince(before: Date): Erasure {
  const lasting = new QueryBuilder()
    .select({ id: role.id })
    .from(role)
    .where(and(eq(role.personId, person.id), sql`${role.grantedBy} <> ${byLogin}`));
  const due = and(lt(person.lastSignedInAt, before), not(exists(lasting)), sql`${person.name} !~ ${personPattern}`);
  return {
    count: (db) => db.$count(person, due),
    async erase(tx, pseudonyms) {
      const rows = await tx.select({ id: person.id, name: person.name }).from(person).where(due).for('update');
      for (const { id, name } of rows) {
        await tx.delete(role).where(eq(role.personId, id));
        const gone = { name: pseudonyms.person(name || id), email: null, subject: `erased:${id}` };
        await tx.update(person).set(gone).where(eq(person.id, id));
      }
      return rows.length;
    },
  };
}

/** Addresses of invitations that let nobody in any more, because their time ran out before a moment. */
export function invitationsExpiredBefore(before: Date): Erasure {
  const due = and(lt(invitation.expiresAt, before), sql`${invitation.email} like '%@%'`);
  return {
    count: (db) => db.$count(invitation, due),
    async erase(tx, { address }) {
      const rows = await tx.select({ id: invitation.id, email: invitation.email }).from(invitation).where(due);
      for (const { id, email } of rows)
        await tx
          .update(invitation)
          .set({ email: address(email) })
          .where(eq(invitation.id, id));
      return rows.length;
    },
  };
}
