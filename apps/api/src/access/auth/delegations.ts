import type { HeldRole } from '@samblikk/contract';
import type { Column, SQL } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { RoleHeld } from './store.ts';

/** A measure in a round, or one section of it, that a colleague has given someone to answer. */
export interface DelegationHeld {
  readonly id: string;
  readonly agencyId: string;
  readonly measureId: string;
  readonly year: number;
  /** Null: the whole measure. */
  readonly section: string | null;
  /** Set where it was given by a link in an e-mail. */
  readonly invitationId: string | null;
}

/** Where delegations are kept. The composition root hands it in: the slice that keeps them lies above this one. */
export interface Delegations {
  /** What is delegated to a person, and not taken back. Whether it counts in a session, `delegationsWith` says. */
  readonly heldBy: (db: Database | Transaction, personId: string) => Promise<DelegationHeld[]>;
  /** The same as a value within a query that knows the person. */
  readonly heldIn: (personId: Column) => SQL<DelegationHeld[]>;
  /** The delegation that came with an invitation is this person's from now on. */
  readonly bind: (tx: Transaction, invitationId: string, personId: string) => Promise<void>;
}

/**
 * The delegations that give access beside these roles: one to a colleague with a role at the agency counts where they have
 * one; one by invitation stands by itself.
 */
export function delegationsWith(roles: readonly RoleHeld[], delegations: readonly DelegationHeld[]): DelegationHeld[] {
  const agencies = roles.map(({ agencyId }) => agencyId);
  return delegations.filter((one) => one.invitationId !== null || agencies.includes(one.agencyId));
}

/** A delegation as the permission table knows it. */
export function asHeldRole({ agencyId, measureId, section, year }: DelegationHeld): HeldRole {
  return { role: 'delegate', agency: agencyId, measure: measureId, year, ...(section !== null && { section }) };
}
