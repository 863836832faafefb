import { type AgencyRole, agencyRoles } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { person, role } from '../schema.ts';

/** A person who acts for an agency, and whose address we know. */
export interface HolderAt {
  readonly agencyId: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** The people with one of these roles at each of the agencies whose address we know, once per agency. */
export async function holdersAt(
  db: Database | Transaction,
  agencyIds: readonly string[],
  wanted: readonly AgencyRole[],
): Promise<HolderAt[]> {
  const rows = await db
    .selectDistinct({
      agencyId: role.agencyId,
      personId: person.id,
      name: person.name,
      email: person.email,
      language: person.language,
    })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(inArray(role.role, [...wanted]), inArray(role.agencyId, [...agencyIds]), isNotNull(person.email)))
    .orderBy(asc(person.id));
  return rows.map(({ agencyId, email, ...rest }) => ({ ...rest, agencyId: agencyId ?? '', email: email ?? '' }));
}

/** Puts the right address in place of a wrong one, of people with a role at these agencies. */
export async function mendAddress(
  tx: Transaction,
  agencyIds: readonly string[],
  wrong: string,
  right: string,
): Promise<void> {
  const here = (await holdersAt(tx, agencyIds, agencyRoles)).filter(
    ({ email }) => email.toLowerCase() === wrong.toLowerCase(),
  );
  if (here.length === 0) return;
  const ids = here.map(({ personId }) => personId);
  await tx.update(person).set({ email: right }).where(inArray(person.id, ids));
}
