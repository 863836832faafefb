import { asc, eq, getTableColumns } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { errorReport } from './schema.ts';

/** What readers reported as wrong in the editions of a round, and what was answered; never how to reach the reader. */
export function errorReportsToArchive(db: Database | Transaction, roundId: string) {
  const { sealed: _, ...columns } = getTableColumns(errorReport);
  return db
    .select(columns)
    .from(errorReport)
    .where(eq(errorReport.roundId, roundId))
    .orderBy(asc(errorReport.reportedAt), asc(errorReport.id));
}
