import type { ErrorReport, ErrorReportShow, listErrorReports, QueryOf, ReplyOf } from '@samblikk/contract';
import { findQuestion } from '@samblikk/questionnaire';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { type Carriers, newestAgencies } from '../directory/index.ts';
import { measureNumbers } from '../measures/index.ts';
import type { Database, Transaction } from '../platform/db/index.ts';
import { publicTitles } from '../register/index.ts';
import { editionOfRound, roundsIn } from '../rounds/index.ts';
import { errorReport } from './schema.ts';

type Reader = Database | Transaction;
export type ReportRow = typeof errorReport.$inferSelect;

/** The reports that an agency (our id) answers today: about its own measures, and those of agencies it carries on. */
export async function answeredBy(db: Reader, agencyId: string, answerers: Carriers): Promise<SQL> {
  const rows = await db.selectDistinct({ id: errorReport.agencyId }).from(errorReport);
  const own = rows.map(({ id }) => id).filter((id) => answerers(id).some((one) => one.id === agencyId));
  return own.length === 0 ? sql`false` : inArray(errorReport.agencyId, own);
}

const kinds = (now: Date) =>
  ({
    overdue: sql<boolean>`(${errorReport.answeredAt} is null and ${errorReport.dueAt} < ${now.toISOString()})`,
    open: sql<boolean>`(${errorReport.answeredAt} is null)`,
    answered: sql<boolean>`(${errorReport.answeredAt} is not null)`,
    all: sql<boolean>`true`,
  }) satisfies Record<ErrorReportShow, SQL>;

/** How many reports there are of each kind, of these or of all. */
export async function countReports(
  db: Reader,
  which: SQL | undefined,
  now: Date,
): Promise<Readonly<Record<ErrorReportShow, number>>> {
  const { overdue, open, answered, all } = kinds(now);
  const count = (kind: SQL) => sql<number>`count(*) filter (where ${kind})`.mapWith(Number);
  const [found] = await db
    .select({
      overdue: count(overdue),
      open: count(open),
      answered: count(answered),
      all: count(all),
    })
    .from(errorReport)
    .where(which);
  return found ?? { overdue: 0, open: 0, answered: 0, all: 0 };
}

/** What lists are made of; `readDb` is where the register is read. */
interface Sources {
  readonly db: Reader;
  readonly readDb: Database;
  readonly answerers: Carriers;
}

/** A page of reports, of these or of all, with how many there are of each kind. */
export async function reportList(
  { db, readDb, answerers }: Sources,
  which: SQL | undefined,
  { show, page, size }: QueryOf<typeof listErrorReports>,
  now: Date,
): Promise<ReplyOf<typeof listErrorReports>> {
  const counts = await countReports(db, which, now);
  const reports = await reportsWhere({ db, readDb, answerers }, and(which, kinds(now)[show]), now, { page, size });
  return { counts, pages: Math.ceil(counts[show] / size), reports };
}

/** Reports as they are shown to those who answer and follow up: unanswered first, the first due first, then the last answered. */
export async function reportsWhere(
  { db, readDb, answerers }: Sources,
  which: SQL | undefined,
  now: Date,
  { page, size }: { page: number; size: number } = { page: 1, size: 1 },
): Promise<ErrorReport[]> {
  const rounds = roundsIn();
  const rows = await db
    .select({ report: errorReport, number: measureNumbers.number, year: rounds.year, edition: rounds.edition })
    .from(errorReport)
    .innerJoin(measureNumbers, eq(measureNumbers.id, errorReport.measureId))
    .innerJoin(rounds, eq(rounds.id, errorReport.roundId))
    .where(which)
    .orderBy(
      sql`${errorReport.answeredAt} is not null`,
      sql`case when ${errorReport.answeredAt} is null then ${errorReport.dueAt} end`,
      sql`${errorReport.answeredAt} desc`,
      errorReport.id,
    )
    .limit(size)
    .offset((page - 1) * size);
  const titles = await publicTitles(
    readDb,
    now,
    rows.map(({ number }) => number),
  );
  const before = await newestAgencies(
    db,
    rows.map(({ report }) => report.agencyId),
  );
  return rows.map((row) => {
    const { agencyId } = row.report;
    const agency = answerers(agencyId)[0] ?? before.get(agencyId);
    return {
      ...toView(row, now),
      agency: { orgnr: agency?.orgnr ?? '', name: agency?.name ?? { nb: agencyId, nn: agencyId, en: agencyId } },
      title: titles.get(row.number) ?? null,
    };
  });
}

function toView(
  { report, number, year, edition }: { report: ReportRow; number: string; year: number; edition: string },
  now: Date,
): Omit<ErrorReport, 'agency' | 'title'> {
  const { id, text, question, reportedAt, dueAt, toldAt, sealed, outcome, answer, answeredAt, answeredByName } = report;
  const asked = question === null ? undefined : findQuestion(editionOfRound({ edition, year }), question);
  return {
    ...{ id, number, year, text, told: toldAt !== null, wantsReply: sealed !== null },
    question:
      question === null
        ? null
        : { id: question, label: asked?.name ?? asked?.label ?? { nb: question, nn: question, en: question } },
    reportedAt: reportedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: answeredAt === null && dueAt < now,
    answer:
      answeredAt === null || outcome === null
        ? null
        : { outcome, text: answer ?? '', by: answeredByName ?? '', at: answeredAt.toISOString() },
  };
}
