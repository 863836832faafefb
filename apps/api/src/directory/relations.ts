import type { Database, Transaction } from '../platform/db/index.ts';
import { agencySuccession, ministryVersion } from './schema.ts';

type Reader = Database | Transaction;

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** Every code a ministry has had. */
export const ministryCodes = (db: Reader) =>
  db
    .select({ ministryId: ministryVersion.ministryId, code: ministryVersion.code })
    .from(ministryVersion)
    .as('ministry_codes');

/** Which agency carries on which. */
export const successions = (db: Reader) =>
  db
    .select({ predecessorId: agencySuccession.predecessorId, successorId: agencySuccession.successorId })
    .from(agencySuccession)
    .as('successions');
