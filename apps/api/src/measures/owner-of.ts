import { isPilot } from '@samblikk/contract';
import { desc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { measure, measureRound } from './schema.ts';

/** Whose a measure is, apart from any round: the agency (our id) that has it in its newest one, pilots left out; undefined where there is none. */
export async function ownerOf(
  db: Database | Transaction,
  measureId: string,
): Promise<{ readonly number: string; readonly agencyId: string; readonly year: number } | undefined> {
  const rounds = roundsIn();
  const rows = await db
    .select({ number: measure.number, agencyId: measureRound.agencyId, year: rounds.year })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .innerJoin(rounds, eq(rounds.id, measureRound.roundId))
    .where(eq(measureRound.measureId, measureId))
    .orderBy(desc(rounds.year));
  return rows.find(({ year }) => !isPilot(year));
}
