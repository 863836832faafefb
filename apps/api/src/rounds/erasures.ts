import { and, eq, isNotNull } from 'drizzle-orm';
import { type Erasure, erasures, namesIn } from '../platform/erasure/index.ts';
import { contactConfirmation, population, reopening } from './schema.ts';

/** The mailboxes of the agencies that a round asked. */
export function mailboxesIn(roundId: string): Erasure {
  const due = and(eq(population.roundId, roundId), isNotNull(population.contactEmail));
  return {
    count: (db) => db.$count(population, due),
    erase: async (tx) => (await tx.update(population).set({ contactEmail: null }).where(due)).rowCount ?? 0,
  };
}

/** Who at the agencies confirmed the contacts of a round, or asked for more time. */
export const agencyNamesIn = (roundId: string): Erasure =>
  erasures([
    namesIn(contactConfirmation.confirmedByName, eq(contactConfirmation.roundId, roundId)),
    namesIn(reopening.askedByName, eq(reopening.roundId, roundId)),
  ]);
