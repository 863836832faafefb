import type { Target } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { askedAgencies } from './relations.ts';
import { type AskedRound, type PopulationRow, type RoundRow, roundOf } from './store.ts';

type Reader = Database | Transaction;

/** A round and one agency it asks. */
export interface AgencyRound {
  round: AskedRound;
  edition: Edition;
  agency: PopulationRow;
  /** Whose business it is, for the permission table. */
  target: Target;
}

/** @throws ApiError notFound when the round does not ask the agency */
export async function agencyRoundOf(db: Reader, year: number, orgnr: string): Promise<AgencyRound> {
  const [found] = await db
    .select()
    .from(askedAgencies)
    .where(and(eq(askedAgencies.round.year, year), eq(askedAgencies.agency.orgnr, orgnr)));
  if (found) return toAgencyRound(found);
  await roundOf(db, year);
  throw new ApiError('notFound', { detail: ['agencyNotAsked', { year, orgnr }] });
}

/** Reads a row of `askedAgencies`. */
export function toAgencyRound({
  round,
  agency,
  reopenedUntil,
}: {
  round: RoundRow;
  agency: PopulationRow;
  reopenedUntil: Date | null;
}): AgencyRound {
  const target = { agency: agency.agencyId, ministry: agency.ministry };
  return { round: { ...round, reopenedUntil }, edition: editionOfRound(round), agency, target };
}

/** The edition a round was asked with; it is never taken out of the program once a round has it. */
export function editionOfRound(row: Pick<RoundRow, 'edition' | 'year'>): Edition {
  const edition = editionOf(row.edition);
  if (!edition) throw new Error(`Round ${row.year} has edition ${row.edition}, which this program does not know.`);
  return edition;
}
