import type { askSubmission, ReplyOf } from '@samblikk/contract';
import { and, desc, eq } from 'drizzle-orm';
import { person, role } from '../../access/schema.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { submission } from '../../responses/schema.ts';
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
  const [sent] = await db
    .select({ at: submission.submittedAt })
    .from(submission)
    .where(and(eq(submission.roundId, round.id), eq(submission.agencyId, agency.agencyId)))
    .orderBy(desc(submission.number))
    .limit(1);
  if (sent && sent.at >= row.askedAt) return null;
  return { askedAt: row.askedAt.toISOString(), askedBy: row.askedByName };
}

/** The names of those who may send in for an agency, as far as they have signed in. */
export async function submittersOf(db: Database, agencyId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: person.id, name: person.name })
    .from(role)
    .innerJoin(person, eq(person.id, role.personId))
    .where(and(eq(role.role, 'submit'), eq(role.agencyId, agencyId)))
    .orderBy(person.name);
  return rows.map(({ name }) => name);
}
