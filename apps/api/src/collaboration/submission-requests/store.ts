import type { askSubmission, ReplyOf } from '@samblikk/contract';
import { and, eq, max } from 'drizzle-orm';
import { namesOfHolders } from '../../access/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { submissionsIn } from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { submissionRequest } from '../schema.ts';

/** The request that nobody has answered by sending in; null when there is none. */
export async function waitingRequest(
  db: Database | Transaction,
  { round, agency }: AgencyRound,
): Promise<ReplyOf<typeof askSubmission> | null> {
  const [row] = await db
    .select()
    .from(submissionRequest)
    .where(and(eq(submissionRequest.roundId, round.id), eq(submissionRequest.agencyId, agency.agencyId)));
  if (!row) return null;
  const sent = submissionsIn({ roundId: round.id, agencyId: agency.agencyId });
  const [last] = await db.select({ at: max(sent.submittedAt) }).from(sent);
  if (last?.at && last.at >= row.askedAt) return null;
  return { askedAt: row.askedAt.toISOString(), askedBy: row.askedByName };
}

/** The names of those who may send in for an agency, as far as they have signed in. */
export const submittersOf = (db: Database, agencyId: string): Promise<string[]> =>
  namesOfHolders(db, 'submit', agencyId);
