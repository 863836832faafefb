import { asc, eq } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { correction, delegation, query, submissionRequest } from './schema.ts';

// What the archive of a round holds of this room.

type Reader = Database | Transaction;

/** Questions from staff with what the agencies replied. */
export const queriesToArchive = (db: Reader, roundId: string) =>
  db.select().from(query).where(eq(query.roundId, roundId)).orderBy(asc(query.askedAt), asc(query.id));

/** Corrections that staff proposed, with the agency's own answer and what came of them. */
export const correctionsToArchive = (db: Reader, roundId: string) =>
  db
    .select()
    .from(correction)
    .where(eq(correction.roundId, roundId))
    .orderBy(asc(correction.proposedAt), asc(correction.id));

/** Measures, or sections of them, that colleagues were given to answer. */
export const delegationsToArchive = (db: Reader, roundId: string) =>
  db
    .select()
    .from(delegation)
    .where(eq(delegation.roundId, roundId))
    .orderBy(asc(delegation.createdAt), asc(delegation.id));

/** Requests to those who may send in that still wait. */
export const submissionRequestsToArchive = (db: Reader, roundId: string) =>
  db
    .select()
    .from(submissionRequest)
    .where(eq(submissionRequest.roundId, roundId))
    .orderBy(asc(submissionRequest.agencyId));
