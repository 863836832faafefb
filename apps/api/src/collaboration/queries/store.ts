import type { QueryView } from '@samblikk/contract';
import { type Edition, partOf } from '@samblikk/questionnaire';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { measuresIn } from '../../measures/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { revisionsIn } from '../../responses/index.ts';
import { query } from '../schema.ts';

export type QueryRow = typeof query.$inferSelect;

/** A question from staff, with the measure and the agency it is put to. */
export interface AskedQuery {
  readonly measureId: string;
  readonly agencyId: string;
  readonly query: QueryView;
}

/**
 * The questions from staff in a round, about one agency's measures or one measure when told, oldest first; none about
 * measures that were withdrawn. An answer that differs from the one in the version they asked about counts as a reply.
 */
export async function queriesIn(
  db: Database | Transaction,
  { roundId, agencyId, measureId }: { roundId: string; agencyId?: string; measureId?: string },
): Promise<AskedQuery[]> {
  const asked = revisionsIn({ roundId, as: 'asked' });
  const every = revisionsIn({ roundId });
  const own = measuresIn({ roundId, ...(agencyId !== undefined && { agencyId }) });
  const newest = db
    .select({ answers: every.answers, authors: every.authors })
    .from(every)
    .where(eq(every.measureId, query.measureId))
    .orderBy(desc(every.version))
    .limit(1)
    .as('newest');
  const rows = await db
    .select({
      row: query,
      agencyId: own.agencyId,
      authors: newest.authors,
      changed: sql<boolean>`case when ${query.question} is null then ${newest.answers} is distinct from ${asked.answers}
        else ${newest.answers} -> ${query.question} is distinct from ${asked.answers} -> ${query.question} end`,
    })
    .from(query)
    .innerJoin(own, and(eq(own.measureId, query.measureId), isNull(own.withdrawnAt)))
    .leftJoin(asked, and(eq(asked.measureId, query.measureId), eq(asked.version, query.version)))
    .leftJoinLateral(newest, sql`true`)
    .where(and(eq(query.roundId, roundId), measureId === undefined ? undefined : eq(query.measureId, measureId)))
    .orderBy(asc(query.askedAt), asc(query.id));
  return rows.map(({ row, agencyId: agency, authors, changed }) => ({
    measureId: row.measureId,
    agencyId: agency,
    query: toView(row, changed ? newestAuthor(authors ?? {}, row.question) : null),
  }));
}

export const noQuery = (): ApiError => new ApiError('notFound', { detail: 'noQuery' });

/** Whether someone with these sections (null: all) has to do with a question from staff; null is one about the whole measure. */
export function seesQuery(edition: Edition, sections: readonly string[] | null, question: string | null): boolean {
  return sections === null || (question !== null && partOf(edition, sections).asks(question));
}

/** The questions about one measure in a round that someone with these sections has to do with, oldest first. */
export async function queriesSeen(
  db: Database | Transaction,
  { measure, round, edition }: { measure: { id: string }; round: { id: string }; edition: Edition },
  sections: readonly string[] | null,
): Promise<QueryView[]> {
  const put = await queriesIn(db, { roundId: round.id, measureId: measure.id });
  return put.map(({ query }) => query).filter(({ question }) => seesQuery(edition, sections, question));
}

/** One question about a measure in a round. @throws ApiError notFound */
export async function queryOf(
  db: Database | Transaction,
  { measure, round }: { measure: { id: string }; round: { id: string } },
  id: string,
): Promise<QueryView> {
  const put = await queriesIn(db, { roundId: round.id, measureId: measure.id });
  const found = put.find((one) => one.query.id === id);
  if (!found) throw noQuery();
  return found.query;
}

/** Who changed an answer last, and when; of all answers when no question is named. */
function newestAuthor(authors: Readonly<Record<string, [string, string]>>, question: string | null) {
  const one = question === null ? undefined : authors[question];
  const [by = '', at = ''] = one ?? Object.values(authors).sort(([, a], [, b]) => (a < b ? 1 : -1))[0] ?? [];
  return { by, at };
}

function toView(row: QueryRow, changed: QueryView['changed']): QueryView {
  const answered = row.repliedAt !== null || changed !== null;
  return {
    id: row.id,
    question: row.question,
    text: row.text,
    askedAt: row.askedAt.toISOString(),
    askedBy: row.askedByName,
    state: row.closedAt !== null ? 'closed' : answered ? 'answered' : 'open',
    changed,
    reply: row.repliedAt && { text: row.reply, by: row.repliedByName ?? '', at: row.repliedAt.toISOString() },
  };
}
