import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { source, sourceDelivery } from './schema.ts';

/** What sources delivered to a round, each with its report: what the archive of a round holds of this room. */
export const deliveriesToArchive = (db: Database | Transaction, roundId: string) =>
  db
    .select({ delivery: sourceDelivery, agencyId: source.agencyId, kind: source.kind, source: source.name })
    .from(sourceDelivery)
    .innerJoin(source, eq(source.id, sourceDelivery.sourceId))
    .where(eq(sourceDelivery.roundId, roundId))
    .orderBy(asc(sourceDelivery.at), asc(sourceDelivery.id));
