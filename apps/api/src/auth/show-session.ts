import type { Session, SessionRole } from '@samblikk/contract';
import { desc, eq, inArray } from 'drizzle-orm';
import type { Database } from '../db/connect.ts';
import { agencyVersion, ministryVersion, role } from '../db/schema.ts';
import { findSession, type SessionLimits } from './store.ts';

/** What a person is told about the own session: names instead of ids, and how long it lasts. */
export async function showSession(
  db: Database,
  id: string | undefined,
  now: Date,
  limits: SessionLimits,
): Promise<Session> {
  const found = id === undefined ? undefined : await findSession(db, id, now, limits);
  if (found === undefined) return { signedIn: false };
  const { user, lastSeenAt, expiresAt } = found;
  const idleAt = new Date(Math.min(lastSeenAt.getTime() + limits.idle, expiresAt.getTime()));
  return {
    signedIn: true,
    personId: user.personId,
    name: user.name,
    language: user.language,
    roles: await rolesWithNames(db, user.personId),
    idleAt: idleAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}

async function rolesWithNames(db: Database, personId: string): Promise<SessionRole[]> {
  const held = await db.select().from(role).where(eq(role.personId, personId)).orderBy(role.role, role.agencyId);
  const agencies = held.flatMap((row) => row.agencyId ?? []);
  const ministries = held.flatMap((row) => row.ministryId ?? []);
  // The newest version comes last and wins: a role is held today.
  const newestLast = <T extends { validFrom: string | null }>(rows: readonly T[], key: (row: T) => string) =>
    new Map(rows.toReversed().map((row) => [key(row), row]));
  const agencyNames = newestLast(
    await db
      .select()
      .from(agencyVersion)
      .where(inArray(agencyVersion.agencyId, agencies))
      .orderBy(desc(agencyVersion.validFrom)),
    (row) => row.agencyId,
  );
  const ministryNames = newestLast(
    await db
      .select()
      .from(ministryVersion)
      .where(inArray(ministryVersion.ministryId, ministries))
      .orderBy(desc(ministryVersion.validFrom)),
    (row) => row.ministryId,
  );
  return held.map((row) => {
    const a = row.agencyId === null ? undefined : agencyNames.get(row.agencyId);
    const m = row.ministryId === null ? undefined : ministryNames.get(row.ministryId);
    return {
      role: row.role,
      ...(row.agencyId !== null && {
        agency: { id: row.agencyId, orgnr: a?.orgnr ?? null, name: names(a, row.agencyId) },
      }),
      ...(row.ministryId !== null && { ministry: { code: m?.code ?? row.ministryId, name: names(m, row.ministryId) } }),
    };
  });
}

function names(version: { nameNb: string; nameNn: string; nameEn: string } | undefined, fallback: string) {
  return { nb: version?.nameNb ?? fallback, nn: version?.nameNn ?? fallback, en: version?.nameEn ?? fallback };
}
