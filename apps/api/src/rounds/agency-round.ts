import type { Target } from '@samblikk/contract';
import { type Edition, editionOf } from '@samblikk/questionnaire';
import { and, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { population, reopening } from './schema.ts';
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

/** The last moment that one agency has been given for itself, beside its place in the round. */
export const ownReopening = and(eq(reopening.roundId, population.roundId), eq(reopening.agencyId, population.agencyId));

/** @throws ApiError notFound when the round does not ask the agency */
export async function agencyRoundOf(db: Reader, year: number, orgnr: string): Promise<AgencyRound> {
  const row = await roundOf(db, year);
  const [found] = await db
    .select({ agency: population, reopenedUntil: reopening.until })
    .from(population)
    .leftJoin(reopening, ownReopening)
    .where(and(eq(population.roundId, row.id), eq(population.orgnr, orgnr)));
  if (!found) throw new ApiError('notFound', { detail: `The round of ${year} does not ask agency ${orgnr}.` });
  const { agency, reopenedUntil } = found;
  return { round: { ...row, reopenedUntil }, edition: editionOfRound(row), agency, target: targetOf(agency) };
}

/** The edition a round was asked with; it is never taken out of the program once a round has it. */
export function editionOfRound(row: Pick<RoundRow, 'edition' | 'year'>): Edition {
  const edition = editionOf(row.edition);
  if (!edition) throw new Error(`Round ${row.year} has edition ${row.edition}, which this program does not know.`);
  return edition;
}

/** Whose business an agency is, for the permission table. */
export function targetOf(agency: PopulationRow): Target {
  return { agency: agency.agencyId, ministry: agency.ministry };
}
