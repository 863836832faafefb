import { QueryBuilder } from 'drizzle-orm/pg-core';
import { agencySuccession, ministryVersion } from './schema.ts';

// What slices above join in queries of their own, to read: a question over several slices stays one question to the database.

/** Every code a ministry has had. */
export const ministryCodes = new QueryBuilder()
  .select({ ministryId: ministryVersion.ministryId, code: ministryVersion.code })
  .from(ministryVersion)
  .as('ministry_codes');

/** Which agency carries on which. */
export const successions = new QueryBuilder()
  .select({ predecessorId: agencySuccession.predecessorId, successorId: agencySuccession.successorId })
  .from(agencySuccession)
  .as('successions');
