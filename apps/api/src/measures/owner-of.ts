import { isPilot } from '@samblikk/contract';
import { desc, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { measure, measureRound } from './schema.ts';

/** Whose a measure is, apart from any round: the agency (our id) that has it in its newest one. */
export interface Owner {
  readonly number: string;
  readonly agencyId: string;
}

/** The owners of measures, by their ids; pilots are left out, and so are measures that were in nothing else. */
export async function ownersOf(
  db: Database | Transaction,
  measureIds: readonly string[],
): Promise<ReadonlyMap<string, Owner>> {
  const rounds = roundsIn();
  const rows = await db
    .select({ id: measure.id, number: measure.number, agencyId: measureRound.agencyId, year: rounds.year })
    .from(measureRound)
    .innerJoin(measure, eq(measure.id, measureRound.measureId))
    .innerJoin(rounds, eq(rounds.id, measureRound.roundId))
    .where(sql`${measureRound.measureId} = any(${sql.param([...measureIds])}::uuid[])`)
    .orderBy(desc(rounds.year));
  // The newest comes last, and so wins in the map.
  const real = rows.filter(({ year }) => !isPilot(year)).reverse();
  return new Map(real.map(({ id, number, agencyId }) => [id, { number, agencyId }]));
}
