import type { GrantedRole } from '@samblikk/contract';
import { holdersOfNumber } from '../../directory/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Representation } from './representation.ts';

/** A role, as a row of the role table says it. */
export interface Grant {
  readonly role: GrantedRole;
  readonly agencyId: string | null;
  readonly ministryId: string | null;
}

/** Digdir, which runs the survey: only its own people can be its staff. */
const OPERATOR = '991825827';

/** What a right at an agency lets a person do. `submit` is Samblikk's name, `report` the one Altinn suggests. */
const atAgency: Readonly<Record<string, readonly GrantedRole[]>> = {
  write: ['fill'],
  submit: ['fill', 'submit'],
  report: ['fill', 'submit'],
  read: ['read'],
};
const atOperator: Readonly<Record<string, readonly GrantedRole[]>> = { admin: ['admin'], analyst: ['analyst'] };
const atMinistry: Readonly<Record<string, readonly GrantedRole[]>> = { coordinator: ['coordinator'] };

/** What an organisation is to us: agencies and ministries of the directory, by our ids, and whether it runs the survey. */
export interface Organisation {
  readonly agencies: readonly string[];
  readonly ministries: readonly string[];
  readonly operator: boolean;
}

/** What an organisation number is today; nothing when it is none of ours. */
export async function organisationOf(tx: Transaction, orgnr: string, now: Date): Promise<Organisation> {
  const holders = await holdersOfNumber(tx, orgnr, now.toISOString().slice(0, 10));
  return { ...holders, operator: orgnr === OPERATOR };
}

/** The roles that follow from acting for an organisation. None when it is not ours, or has given no right we know. */
export function grantsOf(
  { agencies, ministries, operator }: Organisation,
  { rights }: Pick<Representation, 'rights'>,
): Grant[] {
  return [
    ...agencies.flatMap((id) => rolesOf(rights, atAgency).map((role) => ({ role, agencyId: id, ministryId: null }))),
    ...ministries.flatMap((id) =>
      rolesOf(rights, atMinistry).map((role) => ({ role, agencyId: null, ministryId: id })),
    ),
    ...(operator ? rolesOf(rights, atOperator) : []).map((role) => ({ role, agencyId: null, ministryId: null })),
  ];
}

/** Who granted a role that came from a login. */
export const byLogin = 'login';

/** Whether a role is held over this organisation, or over something of it. */
export function isOf({ agencyId, ministryId }: Omit<Grant, 'role'>, organisation: Organisation): boolean {
  if (agencyId !== null) return organisation.agencies.includes(agencyId);
  if (ministryId !== null) return organisation.ministries.includes(ministryId);
  return organisation.operator;
}

/**
 * Whether a role of a person counts in a session. What was given by hand does in all; what a login gave does in those that
 * act for the same organisation, so that signing in for another changes nothing in a session that is there.
 */
export function countsIn(
  row: Omit<Grant, 'role'> & { readonly grantedBy: string },
  actsFor: Organisation | undefined,
): boolean {
  return row.grantedBy !== byLogin || (actsFor !== undefined && isOf(row, actsFor));
}

function rolesOf(rights: readonly string[], table: Readonly<Record<string, readonly GrantedRole[]>>): GrantedRole[] {
  return [...new Set(rights.flatMap((right) => (Object.hasOwn(table, right) ? (table[right] ?? []) : [])))];
}
