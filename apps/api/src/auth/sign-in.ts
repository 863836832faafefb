import type { Language } from '@samblikk/questionnaire';
import { and, eq, notInArray } from 'drizzle-orm';
import { v7 } from 'uuid';
import { record } from '../audit/record.ts';
import type { Database, Transaction } from '../db/connect.ts';
import { delegation, person, role } from '../db/schema.ts';
import { inForce } from '../delegations/store.ts';
import { acceptInvitation, type InvitationFault, invitationOf, refuseInvitation } from '../people/invitations.ts';
import { newSecret } from './cookies.ts';
import { type Grant, grantsOf } from './grants.ts';
import type { Representation } from './representation.ts';
import { deleteStale, insertSession, type SessionLimits } from './store.ts';

/** Someone the login provider vouches for. */
export interface Arrival {
  /** Pseudonym that lasts. */
  readonly subject: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly language: Language;
  readonly assurance: string;
  readonly sid: string | undefined;
  readonly representation: Representation | undefined;
  /** Encrypted. */
  readonly idToken: string;
  /** The hash of the invitation's link, for someone who came by one. */
  readonly invitation?: string | undefined;
}

/** A session, whose cookie has this value; or why there is none. */
export type SignedIn = { readonly cookie: string } | { readonly refused: 'noAccess' | InvitationFault };

const byLogin = 'login';

/**
 * Makes a session for someone who has just logged in, when that gives any role. Roles that came from earlier logins and
 * that this one no longer gives are taken away, also when it gives none. An invitation is bound to the person here; one
 * that is used, taken back or too old lets nobody in, and that is written down.
 */
export async function signIn(db: Database, arrival: Arrival, now: Date, limits: SessionLimits): Promise<SignedIn> {
  return db.transaction(async (tx) => {
    await deleteStale(tx, now, limits);
    const grants = arrival.representation ? await grantsOf(tx, arrival.representation, now) : [];
    const invited = arrival.invitation === undefined ? undefined : await invitationOf(tx, arrival.invitation, now);
    if (arrival.invitation !== undefined && invited === undefined) return { refused: 'unknown' };
    if (invited?.fault) {
      const known = await knownPerson(tx, arrival, false);
      await refuseInvitation(tx, invited.row, invited.fault, known ?? 'system:login', now);
      return { refused: invited.fault };
    }
    const personId = await knownPerson(tx, arrival, grants.length > 0 || invited !== undefined);
    if (personId === undefined) return { refused: 'noAccess' };
    await replaceRoles(tx, personId, grants, now);
    if (invited) await acceptInvitation(tx, invited.row, personId, now);
    if (!(await hasAccess(tx, personId))) return { refused: 'noAccess' };

    const { value, hash } = newSecret();
    const representation = arrival.representation?.orgnr ?? '';
    const data = { assurance: arrival.assurance, representation, idToken: arrival.idToken };
    await insertSession(tx, { id: hash, personId, ...(arrival.sid && { sid: arrival.sid }), data }, now, limits);
    await record(
      tx,
      {
        actor: personId,
        action: 'session.signedIn',
        subject: `person:${personId}`,
        details: { representation, assurance: arrival.assurance },
      },
      now,
    );
    return { cookie: value };
  });
}

async function hasAccess(tx: Transaction, personId: string): Promise<boolean> {
  if ((await tx.$count(role, eq(role.personId, personId))) > 0) return true;
  return (await tx.$count(delegation, and(eq(delegation.personId, personId), inForce()))) > 0;
}

/** The person's id; made when `welcome` and not seen before. */
async function knownPerson(tx: Transaction, arrival: Arrival, welcome: boolean): Promise<string | undefined> {
  const { subject, name, email, representation } = arrival;
  const [before] = await tx.select().from(person).where(eq(person.subject, subject)).for('update');
  if (before === undefined && !welcome) return undefined;
  // Ansattporten names nobody but users of Entra; then the organisation is the best name there is.
  const fresh = { name: name ?? before?.name ?? representation?.name ?? '', ...(email !== undefined && { email }) };
  if (before) {
    await tx.update(person).set(fresh).where(eq(person.id, before.id));
    return before.id;
  }
  const [made] = await tx
    .insert(person)
    .values({ id: v7(), subject, language: arrival.language, ...fresh })
    .onConflictDoUpdate({ target: person.subject, set: fresh })
    .returning({ id: person.id });
  return made?.id;
}

async function replaceRoles(tx: Transaction, personId: string, grants: readonly Grant[], now: Date): Promise<void> {
  const wanted: string[] = [];
  for (const grant of grants) {
    const [row] = await tx
      .insert(role)
      .values({ id: v7(), personId, ...grant, grantedAt: now, grantedBy: byLogin })
      // Held already, by an earlier login or by hand: left as it is, and its id learnt.
      .onConflictDoUpdate({
        target: [role.personId, role.role, role.agencyId, role.ministryId],
        set: { role: grant.role },
      })
      .returning({ id: role.id });
    if (row) wanted.push(row.id);
  }
  await tx
    .delete(role)
    .where(
      and(
        eq(role.personId, personId),
        eq(role.grantedBy, byLogin),
        wanted.length > 0 ? notInArray(role.id, wanted) : undefined,
      ),
    );
}
