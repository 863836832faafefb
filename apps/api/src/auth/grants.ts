import { and, eq, gte, isNull, lte, or } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Transaction } from '../db/connect.ts';
import { agencyVersion, ministryVersion, type RoleName } from '../db/schema.ts';
import type { Representation } from './representation.ts';

/** A role, as a row of the role table says it. */
export interface Grant {
  readonly role: RoleName;
  readonly agencyId: string | null;
  readonly ministryId: string | null;
}

/** Digdir, which runs the survey: only its own people can be its staff. */
const OPERATOR = '991825827';

/** What a right at an agency lets a person do. `submit` is Samblikk's name, `report` the one Altinn suggests. */
const atAgency: Readonly<Record<string, readonly RoleName[]>> = {
  write: ['fill'],
  submit: ['fill', 'submit'],
  report: ['fill', 'submit'],
  read: ['read'],
};
const atOperator: Readonly<Record<string, readonly RoleName[]>> = { admin: ['admin'], analyst: ['analyst'] };
const atMinistry: Readonly<Record<string, readonly RoleName[]>> = { coordinator: ['coordinator'] };

/**
 * The roles that follow from acting for an organisation. None when the organisation is not, today, in our directory, or
 * has given no right we know.
 */
export async function grantsOf(tx: Transaction, { orgnr, rights }: Representation, now: Date): Promise<Grant[]> {
  const today = now.toISOString().slice(0, 10);
  const agencies = await tx
    .selectDistinct({ id: agencyVersion.agencyId })
    .from(agencyVersion)
    .where(and(eq(agencyVersion.orgnr, orgnr), validOn(today, agencyVersion)));
  const ministries = await tx
    .selectDistinct({ id: ministryVersion.ministryId })
    .from(ministryVersion)
    .where(and(eq(ministryVersion.orgnr, orgnr), validOn(today, ministryVersion)));
  const found: Grant[] = [
    ...agencies.flatMap(({ id }) =>
      rolesOf(rights, atAgency).map((role) => ({ role, agencyId: id, ministryId: null })),
    ),
    ...ministries.flatMap(({ id }) =>
      rolesOf(rights, atMinistry).map((role) => ({ role, agencyId: null, ministryId: id })),
    ),
  ];
  if (orgnr === OPERATOR) {
    found.push(...rolesOf(rights, atOperator).map((role) => ({ role, agencyId: null, ministryId: null })));
  }
  return found;
}

function rolesOf(rights: readonly string[], table: Readonly<Record<string, readonly RoleName[]>>): RoleName[] {
  return [...new Set(rights.flatMap((right) => (Object.hasOwn(table, right) ? (table[right] ?? []) : [])))];
}

/** From and to are both within; a missing one is open. */
function validOn(day: string, { validFrom, validTo }: { validFrom: PgColumn; validTo: PgColumn }) {
  return and(or(isNull(validFrom), lte(validFrom, day)), or(isNull(validTo), gte(validTo, day)));
}
