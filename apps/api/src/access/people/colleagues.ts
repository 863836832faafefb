import { type AgencyRole, agencyRoles, type Colleague } from '@samblikk/contract';
import { and, eq, inArray } from 'drizzle-orm';
import { record } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { person, role } from '../schema.ts';

/** The people with a role at an agency, by name, with where each role came from. */
export async function colleaguesOf(db: Database, agencyId: string): Promise<Colleague[]> {
  const rows = await db
    .select({ person, role })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.agencyId, agencyId), inArray(role.role, [...agencyRoles])))
    .orderBy(person.name, person.id, role.role);
  const byId = new Map<string, Colleague>();
  for (const { person: who, role: held } of rows) {
    const one = byId.get(who.id) ?? { id: who.id, name: who.name, email: who.email, roles: [] };
    one.roles.push({
      role: held.role as AgencyRole,
      since: held.grantedAt.toISOString(),
      from: origin(held.grantedBy),
    });
    byId.set(who.id, one);
  }
  return [...byId.values()];
}

/**
 * Takes a role from someone, at once: roles are read anew at every request.
 * @throws ApiError notFound when they do not have it; roleFromLogin when the next login would give it again
 */
export async function withdrawRoleOf(
  tx: Transaction,
  agencyId: string,
  { person: personId, role: name }: { person: string; role: AgencyRole },
  actor: string,
  now: Date,
): Promise<void> {
  const held = and(eq(role.personId, personId), eq(role.role, name), eq(role.agencyId, agencyId));
  const [row] = await tx.select().from(role).where(held).for('update');
  if (!row) throw new ApiError('notFound', { detail: 'noRole' });
  if (origin(row.grantedBy) === 'login') throw new ApiError('roleFromLogin');
  await tx.delete(role).where(eq(role.id, row.id));
  const details = { agency: agencyId, role: name };
  await record(tx, { actor, action: 'role.withdrawn', subject: `person:${personId}`, details }, now);
}

function origin(grantedBy: string): 'login' | 'invitation' | 'staff' {
  if (grantedBy === 'login') return 'login';
  return grantedBy.startsWith('invitation:') ? 'invitation' : 'staff';
}
