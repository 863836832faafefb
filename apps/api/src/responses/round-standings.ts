import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { measureNumbers, measuresIn } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { roundsIn } from '../rounds/index.ts';
import { latestPins } from './relations.ts';
import { revision, submission, submissionRevision } from './schema.ts';

type Reader = Database | Transaction;

/** Where a measure stands in a round: its revisions by id, without answers. */
export interface RoundStanding {
  readonly measureId: string;
  readonly number: string;
  readonly agencyId: string;
  /** The newest revision; null when nothing is saved. */
  readonly newest: string | null;
  /** The one that the agency's latest submission pins; null when it has none. */
  readonly sent: string | null;
  /** The newest revision of the latest round before, and that round. */
  readonly previous: string | null;
  readonly previousYear: number | null;
}

/** All measures of a round that are not withdrawn, or the one told, by number: one question to the database, without answers. */
export async function roundStandings(
  db: Reader,
  { id: roundId, year }: { id: string; year: number },
  measureId?: string,
): Promise<RoundStanding[]> {
  const own = measuresIn({ roundId });
  const newest = db
    .select({ id: revision.id })
    .from(revision)
    .where(and(eq(revision.measureId, own.measureId), eq(revision.roundId, roundId)))
    .orderBy(desc(revision.version))
    .limit(1)
    .as('newest');
  const pins = latestPins(roundId);
  // Of a measure that changed hands two agencies may have sent one in: the later counts, as in a freeze.
  const sent = db
    .selectDistinctOn([revision.measureId], { id: revision.id, measureId: revision.measureId })
    .from(pins)
    .innerJoin(revision, eq(revision.id, pins.revisionId))
    .orderBy(revision.measureId, desc(pins.sentAt))
    .as('sent');
  const rounds = roundsIn({ before: year });
  const previous = db
    .select({ id: sql<string>`${revision.id}`.as('previous_id'), year: rounds.year })
    .from(revision)
    .innerJoin(rounds, eq(rounds.id, revision.roundId))
    .where(eq(revision.measureId, own.measureId))
    .orderBy(desc(rounds.year), desc(revision.version))
    .limit(1)
    .as('previous');
  return db
    .select({
      measureId: own.measureId,
      number: measureNumbers.number,
      agencyId: own.agencyId,
      newest: newest.id,
      sent: sent.id,
      previous: previous.id,
      previousYear: previous.year,
    })
    .from(own)
    .innerJoin(measureNumbers, eq(measureNumbers.id, own.measureId))
    .leftJoinLateral(newest, sql`true`)
    .leftJoin(sent, eq(sent.measureId, own.measureId))
    .leftJoinLateral(previous, sql`true`)
    .where(and(isNull(own.withdrawnAt), measureId === undefined ? undefined : eq(own.measureId, measureId)))
    .orderBy(sql`length(${measureNumbers.number})`, measureNumbers.number);
}

/** Every revision that was ever sent in in a round: its id, and which measure it is of. */
export function sentInBefore(db: Reader, roundId: string): Promise<{ id: string; measureId: string }[]> {
  return db
    .selectDistinct({ id: revision.id, measureId: revision.measureId })
    .from(submissionRevision)
    .innerJoin(submission, eq(submission.id, submissionRevision.submissionId))
    .innerJoin(revision, eq(revision.id, submissionRevision.revisionId))
    .where(eq(submission.roundId, roundId));
}
