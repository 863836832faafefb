import type { Language } from '@samblikk/questionnaire';
import { and, eq, inArray } from 'drizzle-orm';
import { v7 } from 'uuid';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { acceptInvitation, type InvitationFault, invitationOf, refuseInvitation } from '../people/invitations.ts';
import { person, role } from '../schema.ts';
import { newSecret } from './cookies.ts';
import { type Delegations, delegationsWith } from './delegations.ts';
import { byLogin, type Grant, grantsOf, isOf, type Organisation, organisationOf } from './grants.ts';
import type { Representation } from './representation.ts';
import { insertSession, rolesIn, type SessionLimits } from './store.ts';

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

const nowhere: Organisation = { agencies: [], ministries: [], operator: false };

/**
 * Makes a session for someone who has just logged in, when that gives any role. Roles at the same organisation that came
 * from earlier logins and that this one no longer gives are taken away, also when it gives none. An invitation is bound to
 * the person here. Whoever is not let in is written down, with the organisation that the login claims.
 */
export async function signIn(
  db: Database,
  arrival: Arrival,
  now: Date,
  limits: SessionLimits,
  delegations: Delegations,
): Promise<SignedIn> {
  const { representation } = arrival;
  return db.transaction(async (tx) => {
    const actsFor = representation ? await organisationOf(tx, representation.orgnr, now) : nowhere;
    const grants = representation ? grantsOf(actsFor, representation) : [];
    const invited = arrival.invitation === undefined ? undefined : await invitationOf(tx, arrival.invitation, now);
    const fault = arrival.invitation !== undefined && invited === undefined ? 'unknown' : invited?.fault;
    if (fault) {
      const known = await knownPerson(tx, arrival, false, now);
      await refuseInvitation(tx, invited?.row, fault, known ?? 'system:login', now);
      return { refused: fault };
    }
    const personId = await knownPerson(tx, arrival, grants.length > 0 || invited !== undefined, now);
    if (personId !== undefined) {
      await replaceRoles(tx, personId, actsFor, grants, now);
      if (invited) await acceptInvitation(tx, invited.row, personId, now, delegations);
    }
    if (personId === undefined || !(await entered(tx, personId, actsFor, delegations, now))) {
      await refuse(tx, personId, representation, now);
      return { refused: 'noAccess' };
    }

    const { value, hash } = newSecret();
    const orgnr = representation?.orgnr ?? '';
    const data = { assurance: arrival.assurance, representation: orgnr, actsFor, idToken: arrival.idToken };
    await insertSession(tx, { id: hash, personId, ...(arrival.sid && { sid: arrival.sid }), data }, now, limits);
    await record(
      tx,
      {
        actor: personId,
        action: 'session.signedIn',
        subject: `person:${personId}`,
        details: { representation: orgnr, assurance: arrival.assurance },
      },
      now,
    );
    return { cookie: value };
  });
}

/** Writes down a login that gave no access. */
function refuse(
  tx: Transaction,
  personId: string | undefined,
  representation: Representation | undefined,
  now: Date,
): Promise<void> {
  const details = {
    reason: representation ? 'no role at the organisation' : 'no organisation that can be read',
    representation: representation?.orgnr ?? '',
  };
  const [actor, subject] = personId ? [personId, `person:${personId}`] : ['system:login', 'person:unknown'];
  return record(tx, { actor, action: 'session.refused', subject, details }, now);
}

/** Whether a person has any access in a session that acts for an organisation; the roles that give it learn that they were used. */
async function entered(
  tx: Transaction,
  personId: string,
  actsFor: Organisation,
  { heldBy }: Delegations,
  now: Date,
): Promise<boolean> {
  const roles = await rolesIn(tx, personId, actsFor);
  const ids = roles.map(({ id }) => id);
  if (ids.length > 0) await tx.update(role).set({ lastSignedInAt: now }).where(inArray(role.id, ids));
  return roles.length > 0 || delegationsWith(roles, await heldBy(tx, personId)).length > 0;
}

/** The person's id; made when `welcome` and not seen before. */
async function knownPerson(
  tx: Transaction,
  arrival: Arrival,
  welcome: boolean,
  now: Date,
): Promise<string | undefined> {
  const { subject, name, email, representation } = arrival;
  const [before] = await tx.select().from(person).where(eq(person.subject, subject)).for('update');
  if (before === undefined && !welcome) return undefined;
  // Ansattporten names nobody but users of Entra; then the organisation is the best name there is.
  const fresh = {
    name: name ?? before?.name ?? representation?.name ?? '',
    lastSignedInAt: now,
    ...(email !== undefined && { email }),
  };
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

/** What the login gives at its organisation, and nothing more there from earlier ones. */
async function replaceRoles(
  tx: Transaction,
  personId: string,
  organisation: Organisation,
  grants: readonly Grant[],
  now: Date,
): Promise<void> {
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
  const before = await tx
    .select()
    .from(role)
    .where(and(eq(role.personId, personId), eq(role.grantedBy, byLogin)));
  const gone = before.filter((row) => isOf(row, organisation) && !wanted.includes(row.id)).map(({ id }) => id);
  if (gone.length > 0) await tx.delete(role).where(inArray(role.id, gone));
}
