import type { Database, Transaction } from '../platform/db/index.ts';
import { type AgencyAt, agenciesAt } from './store.ts';
import { carriedOnBy, successors } from './successors.ts';

/** By an agency (our id), who carries it on: itself, or whoever it went on as; nobody when it was closed down. */
export type Carriers = (agencyId: string) => readonly AgencyAt[];

/** Who carries each agency on today. */
export async function carriersOn(db: Database | Transaction, now: Date): Promise<Carriers> {
  const agencies = new Map((await agenciesAt(db, now.toISOString().slice(0, 10))).map((one) => [one.id, one]));
  const heirs = await successors(db);
  return (id) => carriedOnBy(id, agencies, heirs).flatMap((one) => agencies.get(one) ?? []);
}
