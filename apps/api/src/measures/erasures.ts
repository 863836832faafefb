import { eq } from 'drizzle-orm';
import { type Erasure, erasures, namesIn } from '../platform/erasure/index.ts';
import { measureRound, rollOver } from './schema.ts';

/** Who withdrew measures of a round, or said what became of last year's. */
export const deciderNamesIn = (roundId: string): Erasure =>
  erasures([
    namesIn(measureRound.withdrawnByName, eq(measureRound.roundId, roundId)),
    namesIn(rollOver.decidedByName, eq(rollOver.roundId, roundId)),
  ]);
