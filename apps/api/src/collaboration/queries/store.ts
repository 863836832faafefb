import type { QueryView } from '@samblikk/contract';
import { type Edition, partOf } from '@samblikk/questionnaire';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { measuresIn } from '../../measures/index.ts';
import { type Database, keyRows, keysOf, prepared, type Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { revisionsIn } from '../../responses/index.ts';
import { query } from '../schema.ts';

type Reader = Database | Transaction;
export type QueryRow = typeof query.$inferSelect;

/** A question from staff, with the measure and the agency it is put to. */
export interface AskedQuery {
  readonly measureId: string;
  readonly agencyId: string;
  readonly query: QueryView;
}

/** Questions from staff with what has become of the answers they are about, oldest first; none about measures that were withdrawn. */
const selectAsked = (db: Reader) => {
  const asked = revisionsIn({ as: 'asked' });
  const every = revisionsIn();
  const own = measuresIn();
  const newest = db
    .select({ answers: every.answers, authors: every.authors })
    .from(every)
    .where(and(eq(every.measureId, query.measureId), eq(every.roundId, query.roundId)))
    .orderBy(desc(every.version))
    .limit(1)
    .as('newest');
  const about = and(eq(asked.measureId, query.measureId), eq(asked.roundId, query.roundId));
  const rows = db
    .select({
      row: query,
      agencyId: own.agencyId,
      authors: newest.authors,
      changed: sql<boolean>`case when ${query.question} is null then ${newest.answers} is distinct from ${asked.answers}
        else ${newest.answers} -> ${query.question} is distinct from ${asked.answers} -> ${query.question} end`,
    })
    .from(query)
    .innerJoin(own, and(eq(own.measureId, query.measureId), eq(own.roundId, query.roundId), isNull(own.withdrawnAt)))
    .leftJoin(asked, and(about, eq(asked.version, query.version)))
    .leftJoinLateral(newest, sql`true`)
    .orderBy(asc(query.askedAt), asc(query.id))
    .$dynamic();
  return { rows, agencyId: own.agencyId };
};

type AskedRow = Awaited<ReturnType<typeof selectAsked>['rows']>[number];

const toAsked = ({ row, agencyId, authors, changed }: AskedRow): AskedQuery => ({
  measureId: row.measureId,
  agencyId,
  query: toView(row, changed ? newestAuthor(authors ?? {}, row.question) : null),
});

/** The questions from staff in a round, about one agency's measures when told. */
export async function queriesIn(
  db: Reader,
  { roundId, agencyId }: { roundId: string; agencyId?: string },
): Promise<AskedQuery[]> {
  const { rows, agencyId: owner } = selectAsked(db);
  const ofAgency = agencyId === undefined ? undefined : eq(owner, agencyId);
  return (await rows.where(and(eq(query.roundId, roundId), ofAgency))).map(toAsked);
}

const askedAbout = prepared((db) =>
  selectAsked(db)
    .rows.where(
      sql`(${query.roundId}, ${query.measureId}) in (select round, measure from ${keyRows('measureId', 'roundId')})`,
    )
    .prepare('queries_about'),
);

/** The questions from staff about each measure in a round, in the order of the keys. */
export async function queriesAbout(
  db: Reader,
  keys: readonly { measureId: string; roundId: string }[],
): Promise<QueryView[][]> {
  const rows = await askedAbout(db).execute(keysOf(keys));
  return keys.map((key) =>
    rows
      .filter(({ row }) => row.measureId === key.measureId && row.roundId === key.roundId)
      .map((row) => toAsked(row).query),
  );
}

export const noQuery = (): ApiError => new ApiError('notFound', { detail: 'noQuery' });

/** Whether someone with these sections (null: all) has to do with a question from staff; null is one about the whole measure. */
export function seesQuery(edition: Edition, sections: readonly string[] | null, question: string | null): boolean {
  return sections === null || (question !== null && partOf(edition, sections).asks(question));
}

/** Those of the questions about a measure that someone with these sections (null: all) has to do with. */
export function queriesSeen(
  queries: readonly QueryView[],
  edition: Edition,
  sections: readonly string[] | null,
): QueryView[] {
  return queries.filter(({ question }) => seesQuery(edition, sections, question));
}

/** One question about a measure in a round. @throws ApiError notFound */
export async function queryOf(
  db: Reader,
  { measure, round }: { measure: { id: string }; round: { id: string } },
  id: string,
): Promise<QueryView> {
  const [queries = []] = await queriesAbout(db, [{ roundId: round.id, measureId: measure.id }]);
  const found = queries.find((one) => one.id === id);
  if (!found) throw noQuery();
  return found;
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
    dueAt: row.dueAt?.toISOString() ?? null,
    state: row.closedAt !== null ? 'closed' : answered ? 'answered' : 'open',
    changed,
    reply: row.repliedAt && { text: row.reply, by: row.repliedByName ?? '', at: row.repliedAt.toISOString() },
  };
}
