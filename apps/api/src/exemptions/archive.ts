import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { exemptionStep } from './schema.ts';

/** What was said and decided of claims of exemption: what the archive of a round holds of this room. */
export const exemptionsToArchive = (db: Database | Transaction, roundId: string) =>
  db
    .select()
    .from(exemptionStep)
    .where(eq(exemptionStep.roundId, roundId))
    .orderBy(asc(exemptionStep.at), asc(exemptionStep.id));
