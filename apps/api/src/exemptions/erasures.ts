import { and, eq } from 'drizzle-orm';
import { type Erasure, inHistory, namesIn } from '../platform/erasure/index.ts';
import { exemptionStep } from './schema.ts';

/** Who at the agencies answered Digdir about claims of a round. Who decided them stays. */
export const claimantNamesIn = (roundId: string): Erasure =>
  inHistory(namesIn(exemptionStep.byName, and(eq(exemptionStep.roundId, roundId), eq(exemptionStep.step, 'answered'))));
