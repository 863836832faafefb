import type { Session, SessionRole } from '@samblikk/contract';
import { editionOf, type Text } from '@samblikk/questionnaire';
import type { DelegationHeld, RoleHeld, SessionLimits, sessionFinder } from '../../access/index.ts';
import { delegatedMeasures } from '../../collaboration/index.ts';
import { nameOf, newestAgencies, newestMinistries } from '../../directory/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { titleOf } from '../../responses/index.ts';

/** What a person is told about the own session: names instead of ids, and how long it lasts. */
export async function showSession(
  db: Database,
  find: ReturnType<typeof sessionFinder>,
  id: string | undefined,
  now: Date,
  limits: SessionLimits,
): Promise<Session> {
  const [found] = id === undefined ? [] : await find(db, [id], now);
  if (found === undefined) return { signedIn: false };
  const { user, email, lastSeenAt, expiresAt } = found;
  const idleAt = new Date(Math.min(lastSeenAt.getTime() + limits.idle, expiresAt.getTime()));
  return {
    signedIn: true,
    personId: user.personId,
    name: user.name,
    email,
    language: user.language,
    roles: [...(await rolesWithNames(db, found.roles)), ...(await delegatedToDo(db, found.delegations))],
    idleAt: idleAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    now: now.toISOString(),
  };
}

async function rolesWithNames(db: Database, rows: readonly RoleHeld[]): Promise<SessionRole[]> {
  const held = [...new Map(rows.map((row) => [row.id, row])).values()];
  const agencies = await newestAgencies(
    db,
    held.flatMap((row) => row.agencyId ?? []),
  );
  const ministries = await newestMinistries(
    db,
    held.flatMap((row) => row.ministryId ?? []),
  );
  const unnamed = (id: string): Text => ({ nb: id, nn: id, en: id });
  return held.map(({ role, agencyId, ministryId }) => {
    const agency = agencyId === null ? undefined : agencies.get(agencyId);
    const ministry = ministryId === null ? undefined : ministries.get(ministryId);
    return {
      role,
      ...(agencyId !== null && {
        agency: { id: agencyId, orgnr: agency?.orgnr ?? null, name: agency?.name ?? unnamed(agencyId) },
      }),
      ...(ministryId !== null && {
        ministry: { code: ministry?.code ?? ministryId, name: ministry?.name ?? unnamed(ministryId) },
      }),
    };
  });
}

/** What is delegated to the person, for the list of what there is to do. */
async function delegatedToDo(db: Database, held: readonly DelegationHeld[]): Promise<SessionRole[]> {
  const rows = await delegatedMeasures(
    db,
    held.map(({ id }) => id),
  );
  return rows.map(({ agency, measure, answers, round, section, dueOn }) => {
    const edition = editionOf(round.edition);
    const title = edition ? titleOf(edition, answers) : null;
    return {
      role: 'delegate' as const,
      agency: { id: agency.agencyId, orgnr: agency.orgnr, name: nameOf(agency) },
      measure: { ...measure, title, year: round.year, section, dueOn },
    };
  });
}
