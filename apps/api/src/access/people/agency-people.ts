import { type AgencyRole, agencyRoles } from '@samblikk/contract';
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { person, role } from '../schema.ts';

/** Someone with a role at an agency. */
export interface AgencyPerson {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly AgencyRole[];
  /** When they last signed in for the agency. */
  readonly signedInAt: Date | null;
}

/** The people of the agencies, or of one when told, by our ids; those who may send in first, then by name. */
export async function agencyPeople(
  db: Database | Transaction,
  agencyId?: string,
): Promise<ReadonlyMap<string, readonly AgencyPerson[]>> {
  const rows = await db
    .select({ person, role })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(
      and(
        inArray(role.role, [...agencyRoles]),
        agencyId === undefined ? isNotNull(role.agencyId) : eq(role.agencyId, agencyId),
      ),
    )
    .orderBy(person.name, person.id, role.role);
  const byAgency = Map.groupBy(rows, (row) => row.role.agencyId as string);
  return new Map(
    [...byAgency].map(([id, held]) => [id, inOrder([...Map.groupBy(held, byPerson).values()].map(toPerson))]),
  );
}

type Held = { person: typeof person.$inferSelect; role: typeof role.$inferSelect };
const byPerson = (held: Held) => held.person.id;

function toPerson(held: readonly Held[]): AgencyPerson {
  const { name, email } = (held[0] as Held).person;
  const times = held.flatMap(({ role: { lastSignedInAt } }) => lastSignedInAt?.getTime() ?? []);
  return {
    name,
    email,
    roles: held.map((one) => one.role.role as AgencyRole),
    signedInAt: times.length === 0 ? null : new Date(Math.max(...times)),
  };
}

const inOrder = (people: AgencyPerson[]): AgencyPerson[] =>
  people.sort((a, b) => Number(b.roles.includes('submit')) - Number(a.roles.includes('submit')));
