import type { HeldRole } from '@samblikk/contract';
import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { ministryCodes } from '../../directory/index.ts';
import { type Database, jsonRows, keyRows, keysOf, prepared, type Transaction } from '../../platform/db/index.ts';
import type { Signed } from '../../platform/signed/index.ts';
import { person, role, session } from '../schema.ts';
import { asHeldRole, type DelegationHeld, type Delegations, delegationsWith } from './delegations.ts';
import { countsIn, type Organisation } from './grants.ts';

/** A role; a coordinator's as often as the ministry has had codes. */
export interface RoleHeld
  extends Pick<typeof role.$inferSelect, 'id' | 'role' | 'agencyId' | 'ministryId' | 'grantedBy'> {
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

type Reader = Database | Transaction;

const held = {
  ...{ id: role.id, role: role.role, agencyId: role.agencyId, ministryId: role.ministryId, grantedBy: role.grantedBy },
  ministryCode: ministryCodes.code,
};

/** The query of sessions with everything that says what they may do, by ids. */
function sessionsQuery({ heldIn }: Pick<Delegations, 'heldIn'>) {
  const roles = new QueryBuilder()
    .select({ list: jsonRows(held, { order: sql`${role.role}, ${role.agencyId}` }) })
    .from(role)
    .leftJoin(ministryCodes, eq(ministryCodes.ministryId, role.ministryId))
    .where(eq(role.personId, person.id));
  return prepared((db) => {
    const one = db.select().from(session).where(sql`${session.id} = key.id`).limit(1).as('one');
    return db
      .select({
        session: one._.selectedFields,
        person,
        roles: sql<RoleHeld[]>`(${roles})`,
        delegations: heldIn(person.id),
      })
      .from(keyRows('id'))
      .innerJoinLateral(one, sql`true`)
      .innerJoin(person, eq(person.id, one.personId))
      .prepare('sessions');
  });
}

/** Finds sessions by id (the hash of the cookie), in their order; those used up or left idle too long are none. */
export function sessionFinder(
  delegations: Pick<Delegations, 'heldIn'>,
  limits: SessionLimits,
): (db: Reader, ids: readonly string[], now: Date) => Promise<(FoundSession | undefined)[]> {
  const query = sessionsQuery(delegations);
  return async (db, ids, now) => {
    const rows = await query(db).execute(keysOf(ids.map((id) => ({ id }))));
    const lasting = rows.filter(
      ({ session: { expiresAt, lastSeenAt } }) => expiresAt > now && now.getTime() - lastSeenAt.getTime() < limits.idle,
    );
    const found = new Map(lasting.map((row) => [row.session.id, toFound(row)]));
    return ids.map((id) => found.get(id));
  };
}

interface SessionRow {
  readonly session: typeof session.$inferSelect;
  readonly person: typeof person.$inferSelect;
  readonly roles: readonly RoleHeld[];
  readonly delegations: readonly DelegationHeld[];
}

function toFound({ session: row, person: who, roles: every, delegations: delegated }: SessionRow): FoundSession {
  const { actsFor } = row.data as unknown as SessionData;
  const roles = every.filter((one) => countsIn(one, actsFor));
  const delegations = delegationsWith(roles, delegated);
  return {
    user: {
      personId: who.id,
      name: who.name,
      language: who.language,
      roles: [...heldRoles(roles), ...delegations.map(asHeldRole)],
      sessionId: row.id,
    },
    email: who.email,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
    expiresAt: row.expiresAt,
    roles,
    delegations,
  };
}

/** A person's roles in a session that acts for an organisation. */
export async function rolesIn(db: Reader, personId: string, actsFor: Organisation | undefined): Promise<RoleHeld[]> {
  const rows = await db
    .select(held)
    .from(role)
    .leftJoin(ministryCodes, eq(ministryCodes.ministryId, role.ministryId))
    .where(eq(role.personId, personId))
    .orderBy(role.role, role.agencyId);
  return rows.filter((row) => countsIn(row, actsFor));
}

/** A coordinator's role counts under every code the ministry has had: the round of 2019 knows KMD, that of 2022 KDD. */
function heldRoles(rows: readonly RoleHeld[]): HeldRole[] {
  const held = new Map<string, HeldRole>();
  for (const { ministryCode, ...row } of rows) {
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
