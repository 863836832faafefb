import { and, asc, eq, getTableColumns, gt, or, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import type { eventsIn } from '../platform/audit/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { revision, submission, submissionRevision } from './schema.ts';

// What the archive of a round holds of this room.

type Reader = Database | Transaction;
type RevisionRow = typeof revision.$inferSelect;

const page = 500;

/** Every revision of a round, by measure and version, some at a time: memory does not grow with the round. */
export async function* revisionsToArchive(db: Reader, roundId: string): AsyncGenerator<RevisionRow> {
  let last: RevisionRow | undefined;
  do {
    const { measureId, version } = revision;
    const after: ReturnType<typeof or> =
      last && or(gt(measureId, last.measureId), and(eq(measureId, last.measureId), gt(version, last.version)));
    const rows: RevisionRow[] = await db
      .select()
      .from(revision)
      .where(and(eq(revision.roundId, roundId), after))
      .orderBy(asc(measureId), asc(version))
      .limit(page);
    yield* rows;
    last = rows.at(-1);
  } while (last);
}

/** What agencies sent in, with receipts and the revisions each submission pins. */
export async function submissionsToArchive(db: Reader, roundId: string) {
  const sent = await db
    .select()
    .from(submission)
    .where(eq(submission.roundId, roundId))
    .orderBy(asc(submission.agencyId), asc(submission.number));
  const pinned = await db
    .select(getTableColumns(submissionRevision))
    .from(submissionRevision)
    .innerJoin(submission, eq(submission.id, submissionRevision.submissionId))
    .where(eq(submission.roundId, roundId))
    .orderBy(asc(submissionRevision.revisionId));
  const pins = Map.groupBy(pinned, ({ submissionId }) => submissionId);
  return sent.map((row) => ({
    ...row,
    pins: (pins.get(row.id) ?? []).map(({ submissionId: _, ...pin }) => pin),
  }));
}

type Events = ReturnType<typeof eventsIn>;

/** Whether an event is about a round: it says so, or is of answers that were saved or sent in to it. Without an id, the round is gone. */
export function isAboutRound(events: Events, { id, year }: { id: string | null; year: number }): SQL {
  const said = sql`${events.details} ->> 'year' = ${String(year)} or ${events.subject} = ${`round:${year}`}`;
  if (id === null) return sql`(${said})`;
  const receipts = new QueryBuilder()
    .select({ receipt: submission.receipt })
    .from(submission)
    .where(eq(submission.roundId, id));
  const { measureId, version, createdAt } = revision;
  return sql`(${said} or (${events.action} = 'response.submitted' and ${events.details} ->> 'receipt' in (${receipts}))
    or (${events.action} = 'draft.saved' and exists (select 1 from ${revision} where ${revision.roundId} = ${id}
      and 'measure:' || ${measureId} = ${events.subject} and ${createdAt} = ${events.at}
      and ${version} = (${events.details} ->> 'version')::int)))`;
}
