import { type AgencyRole, agencyRoles } from '@samblikk/contract';
import { and, between, eq, inArray, isNotNull, max } from 'drizzle-orm';
import { eventsIn } from '../../platform/audit/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { person, role } from '../schema.ts';

/** Someone with a role at an agency. */
export interface AgencyPerson {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly AgencyRole[];
  /** When they last signed in for the agency; in the time that was asked about, when one was. */
  readonly signedInAt: Date | null;
}

/** From a moment to another, both within. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The people of the agencies, or of one when told, by our ids; those who may send in first, then by name.
 * @param during when a sign-in is to be of; of all time when left out
 */
export async function agencyPeople(
  db: Database | Transaction,
  { agencyId, during }: { agencyId?: string; during?: Period } = {},
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
  const signedIn = during && (await signIns(db, rows, during));
  const toKnown = (held: readonly Held[]) => toPerson(held, signedIn);
  return new Map(
    [...byAgency].map(([id, held]) => [id, inOrder([...Map.groupBy(held, byPerson).values()].map(toKnown))]),
  );
}

/**
 * When each person last signed in within a period. A role knows the latest sign-in alone, which is the one wanted unless it came
 * after the period: then the audit is asked, which does not tell for which of a person's agencies it was.
 */
async function signIns(
  db: Database | Transaction,
  rows: readonly Held[],
  { from, to }: Period,
): Promise<(held: Held) => Date | null> {
  const after = rows.flatMap(({ role: { lastSignedInAt }, person: { id } }) =>
    lastSignedInAt && lastSignedInAt > to ? [id] : [],
  );
  const events = eventsIn();
  const found =
    after.length === 0
      ? []
      : await db
          .select({ person: events.actor, at: max(events.at) })
          .from(events)
          .where(and(eq(events.action, 'session.signedIn'), between(events.at, from, to), inArray(events.actor, after)))
          .groupBy(events.actor);
  const known = new Map(found.map(({ person: id, at }) => [id, at]));
  return ({ role: { lastSignedInAt: at }, person: { id } }) => {
    if (at && at > to) return known.get(id) ?? null;
    return at && at >= from ? at : null;
  };
}

type Held = { person: typeof person.$inferSelect; role: typeof role.$inferSelect };
const byPerson = (held: Held) => held.person.id;

function toPerson(
  held: readonly Held[],
  signedIn: (held: Held) => Date | null = ({ role: { lastSignedInAt } }) => lastSignedInAt,
): AgencyPerson {
  const { name, email } = (held[0] as Held).person;
  const times = held.flatMap((one) => signedIn(one)?.getTime() ?? []);
  return {
    name,
    email,
    roles: held.map((one) => one.role.role as AgencyRole),
    signedInAt: times.length === 0 ? null : new Date(Math.max(...times)),
  };
}

const inOrder = (people: AgencyPerson[]): AgencyPerson[] =>
  people.sort((a, b) => Number(b.roles.includes('submit')) - Number(a.roles.includes('submit')));
