import { and, isNotNull, ne, or, sql } from 'drizzle-orm';
import { type Erasure, erasures, namesIn } from '../platform/erasure/index.ts';
import { errorReport } from './schema.ts';

/** What readers reported, and were answered, before a moment: the words, who answered, and addresses that no answer was sent to. */
export function errorReportsBefore(moment: Date): Erasure {
  const over = sql`coalesce(${errorReport.answeredAt}, ${errorReport.reportedAt}) < ${moment.toISOString()}`;
  const said = and(over, or(ne(errorReport.text, ''), ne(errorReport.answer, ''), isNotNull(errorReport.sealed)));
  return erasures([
    namesIn(errorReport.answeredByName, over),
    {
      count: (db) => db.$count(errorReport, said),
      async erase(tx) {
        const answer = sql`case when ${errorReport.answer} is null then null else '' end`;
        const { rowCount } = await tx.update(errorReport).set({ text: '', answer, sealed: null }).where(said);
        return rowCount ?? 0;
      },
    },
  ]);
}
