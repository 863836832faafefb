import type { HeldRole } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { ministryCodes } from '../../directory/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { person, role, session } from '../schema.ts';
import { asHeldRole, type DelegationHeld, type Delegations, delegationsWith } from './delegations.ts';
import { countsIn, type Organisation } from './grants.ts';

/** A role; a coordinator's as often as the ministry has had ministryCodes. */
export interface RoleHeld {
  readonly role: typeof role.$inferSelect;
  readonly ministryCode: string | null;
}

/** What a session remembers of its login. */
export interface SessionData {
  /** How sure the provider was, e.g. `high`. */
  readonly assurance: string;
  /** Organisation number the person acts for. */
  readonly representation: string;
  /** What that is to us: roles from logins count where they are of it. Missing: none do. */
  readonly actsFor?: Organisation;
  /** The id token, encrypted: it holds the national identity number, and logging out needs it. */
  readonly idToken?: string;
}

/** How long sessions live, milliseconds. */
export interface SessionLimits {
  readonly idle: number;
  readonly total: number;
}

export interface FoundSession {
  readonly user: Signed;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  /** What `user.roles` is made of. */
  readonly roles: readonly RoleHeld[];
  readonly delegations: readonly DelegationHeld[];
}

/** The session with this id (the hash of the cookie), when it is neither used up nor left idle too long. */
export async function findSession(
  db: Database | Transaction,
  id: string,
  now: Date,
  limits: SessionLimits,
  { heldBy }: Pick<Delegations, 'heldBy'>,
): Promise<FoundSession | undefined> {
  const [first] = await db
    .select({ session, person })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .where(
      and(
        eq(session.id, id),
        gt(session.expiresAt, now),
        gt(session.lastSeenAt, new Date(now.getTime() - limits.idle)),
      ),
    );
  if (first === undefined) return undefined;
  const data = first.session.data as unknown as SessionData;
  const [roles, delegated] = await Promise.all([
    rolesIn(db, first.person.id, data.actsFor),
    heldBy(db, first.person.id),
  ]);
  const delegations = delegationsWith(roles, delegated);
  return {
    user: {
      personId: first.person.id,
      name: first.person.name,
      language: first.person.language as Language,
      roles: [...heldRoles(roles), ...delegations.map(asHeldRole)],
      sessionId: id,
    },
    email: first.person.email,
    createdAt: first.session.createdAt,
    lastSeenAt: first.session.lastSeenAt,
    expiresAt: first.session.expiresAt,
    roles,
    delegations,
  };
}

/** A person's roles in a session that acts for an organisation. */
export async function rolesIn(
  db: Database | Transaction,
  personId: string,
  actsFor: Organisation | undefined,
): Promise<RoleHeld[]> {
  const rows = await db
    .select({ role, ministryCode: ministryCodes.code })
    .from(role)
    .leftJoin(ministryCodes, eq(ministryCodes.ministryId, role.ministryId))
    .where(eq(role.personId, personId))
    .orderBy(role.role, role.agencyId);
  return rows.filter((row) => countsIn(row.role, actsFor));
}

/** A coordinator's role counts under every code the ministry has had: the round of 2019 knows KMD, that of 2022 KDD. */
function heldRoles(rows: readonly RoleHeld[]): HeldRole[] {
  const held = new Map<string, HeldRole>();
  for (const { role: row, ministryCode } of rows) {
    const ministry = row.ministryId === null ? undefined : (ministryCode ?? row.ministryId);
    const one: HeldRole = {
      role: row.role,
      ...(row.agencyId !== null && { agency: row.agencyId }),
      ...(ministry !== undefined && { ministry }),
    };
    held.set(`${one.role} ${one.agency} ${one.ministry}`, one);
  }
  return [...held.values()];
}

/** Notes that the session was used. */
export async function touchSession(db: Database | Transaction, id: string, now: Date): Promise<void> {
  await db.update(session).set({ lastSeenAt: now }).where(eq(session.id, id));
}

/** Starts a session for a person. `id` is the hash of the cookie. */
export async function insertSession(
  db: Database | Transaction,
  row: { id: string; personId: string; sid?: string; data: SessionData },
  now: Date,
  limits: SessionLimits,
): Promise<void> {
  await db.insert(session).values({
    id: row.id,
    personId: row.personId,
    sid: row.sid ?? null,
    data: { ...row.data },
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + limits.total),
  });
}

/** Ends a session; the person it was of, when there was one. */
export async function deleteSession(
  db: Database | Transaction,
  id: string,
): Promise<{ personId: string; data: SessionData } | undefined> {
  const [gone] = await db
    .delete(session)
    .where(and(eq(session.id, id), isNotNull(session.personId)))
    .returning();
  if (gone?.personId == null) return undefined;
  return { personId: gone.personId, data: gone.data as unknown as SessionData };
}

/** Ends every session the login provider knows under this id; the people they were of. */
export async function deleteSessionsOf(db: Database | Transaction, sid: string): Promise<string[]> {
  const gone = await db.delete(session).where(eq(session.sid, sid)).returning();
  return gone.flatMap((row) => (row.personId === null ? [] : [row.personId]));
}

/** Deletes what no longer counts: used-up sessions, idle ones, logins never finished. @returns how many */
export async function deleteStale(db: Database | Transaction, now: Date, limits: SessionLimits): Promise<number> {
  const idle = and(isNotNull(session.personId), lt(session.lastSeenAt, new Date(now.getTime() - limits.idle)));
  return (await db.delete(session).where(or(lt(session.expiresAt, now), idle))).rowCount ?? 0;
}

/** Keeps what a login under way must remember until its answer comes. */
export async function insertLogin(
  db: Database | Transaction,
  row: { id: string; data: Record<string, unknown> },
  now: Date,
  lifetime: number,
): Promise<void> {
  await db.insert(session).values({
    id: row.id,
    data: row.data,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + lifetime),
  });
}

/** Takes a login under way; a second taker gets nothing, so an answer cannot be played twice. */
export async function takeLogin(
  db: Database | Transaction,
  id: string,
  now: Date,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await db
    .delete(session)
    .where(and(eq(session.id, id), isNull(session.personId)))
    .returning();
  return row && row.expiresAt > now ? row.data : undefined;
}
