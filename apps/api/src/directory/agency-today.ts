import type { Target } from '@samblikk/contract';
import type { Text } from '@samblikk/questionnaire';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { findAgency } from './store.ts';

/** An agency as it is today, apart from any round. */
export interface AgencyToday {
  readonly id: string;
  readonly orgnr: string;
  readonly name: Text;
  /** Whose business it is, for the permission table. */
  readonly target: Target;
}

/** @throws ApiError notFound when no agency has the number today */
export async function agencyToday(db: Database | Transaction, orgnr: string, now: Date): Promise<AgencyToday> {
  const found = await findAgency(db, orgnr, now.toISOString().slice(0, 10));
  if (!found) throw new ApiError('notFound', { detail: ['noAgency', { orgnr }] });
  return { id: found.id, orgnr, name: found.name, target: { agency: found.id, ministry: found.ministry?.code ?? '' } };
}
