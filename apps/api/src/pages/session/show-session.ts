import type { Session, SessionRole } from '@samblikk/contract';
import { editionOf } from '@samblikk/questionnaire';
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type DelegationHeld, findSession, type RoleHeld, type SessionLimits } from '../../access/index.ts';
import { delegations } from '../../collaboration/index.ts';
import { delegation } from '../../collaboration/schema.ts';
import { agencyVersion, ministryVersion } from '../../directory/schema.ts';
import { measure, measureRound } from '../../measures/schema.ts';
import type { Database } from '../../platform/db/index.ts';
import { revision } from '../../responses/schema.ts';
import { population, round } from '../../rounds/schema.ts';

/** What a person is told about the own session: names instead of ids, and how long it lasts. */
export async function showSession(
  db: Database,
  id: string | undefined,
  now: Date,
  limits: SessionLimits,
): Promise<Session> {
  const found = id === undefined ? undefined : await findSession(db, id, now, limits, delegations);
  if (found === undefined) return { signedIn: false };
  const { user, email, lastSeenAt, expiresAt } = found;
  const idleAt = new Date(Math.min(lastSeenAt.getTime() + limits.idle, expiresAt.getTime()));
  return {
    signedIn: true,
    personId: user.personId,
    name: user.name,
    email,
    language: user.language,
    roles: [...(await rolesWithNames(db, found.roles)), ...(await delegatedMeasures(db, found.delegations))],
    idleAt: idleAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    now: now.toISOString(),
  };
}

async function rolesWithNames(db: Database, rows: readonly RoleHeld[]): Promise<SessionRole[]> {
  const held = [...new Map(rows.map(({ role }) => [role.id, role])).values()];
  const agencies = held.flatMap((row) => row.agencyId ?? []);
  const ministries = held.flatMap((row) => row.ministryId ?? []);
  // The newest version comes last and wins: a role is held today. What has no first day was there first.
  const newestLast = <T>(rows: readonly T[], key: (row: T) => string) => new Map(rows.map((row) => [key(row), row]));
  const agencyNames = newestLast(
    await db
      .select()
      .from(agencyVersion)
      .where(inArray(agencyVersion.agencyId, agencies))
      .orderBy(sql`${agencyVersion.validFrom} asc nulls first`),
    (row) => row.agencyId,
  );
  const ministryNames = newestLast(
    await db
      .select()
      .from(ministryVersion)
      .where(inArray(ministryVersion.ministryId, ministries))
      .orderBy(sql`${ministryVersion.validFrom} asc nulls first`),
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

/** What is delegated to the person, for the list of what there is to do. */
async function delegatedMeasures(db: Database, held: readonly DelegationHeld[]): Promise<SessionRole[]> {
  const ids = held.map((row) => row.id);
  const rows = await db
    .select({ delegation, number: measure.number, year: round.year, edition: round.edition, agency: population })
    .from(delegation)
    .innerJoin(measure, eq(measure.id, delegation.measureId))
    .innerJoin(round, eq(round.id, delegation.roundId))
    .innerJoin(population, and(eq(population.roundId, round.id), eq(population.agencyId, delegation.agencyId)))
    .innerJoin(
      measureRound,
      and(
        eq(measureRound.measureId, delegation.measureId),
        eq(measureRound.roundId, round.id),
        eq(measureRound.agencyId, delegation.agencyId),
        isNull(measureRound.withdrawnAt),
      ),
    )
    .where(inArray(delegation.id, ids))
    .orderBy(delegation.dueOn, measure.number);
  return Promise.all(
    rows.map(async ({ delegation: row, number, year, edition, agency }) => {
      const [newest] = await db
        .select({ answers: revision.answers })
        .from(revision)
        .where(and(eq(revision.measureId, row.measureId), eq(revision.roundId, row.roundId)))
        .orderBy(desc(revision.version))
        .limit(1);
      const title = newest?.answers[editionOf(edition)?.roles.title ?? ''];
      return {
        role: 'delegate' as const,
        agency: { id: row.agencyId, orgnr: agency.orgnr, name: names(agency, row.agencyId) },
        measure: {
          id: row.measureId,
          number,
          title: typeof title === 'string' ? title : null,
          year,
          section: row.section,
          dueOn: row.dueOn,
        },
      };
    }),
  );
}

function names(version: { nameNb: string; nameNn: string; nameEn: string } | undefined, fallback: string) {
  return { nb: version?.nameNb ?? fallback, nn: version?.nameNn ?? fallback, en: version?.nameEn ?? fallback };
}
