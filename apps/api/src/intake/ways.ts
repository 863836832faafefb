import type { SourceWay } from '@samblikk/contract';
import { and, eq, isNull, lte, notExists, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/db/index.ts';
import { source, sourceDelivery } from './sources/schema.ts';
import { spreadsheetImport } from './spreadsheet/schema.ts';

/** The ways, other than the form, that answers of each agency (our id) came to a round by, up to a moment. */
export async function waysIn(
  db: Database | Transaction,
  roundId: string,
  until: Date,
): Promise<Map<string, readonly SourceWay[]>> {
  const ofSource = db.select({ id: source.id }).from(source).where(eq(source.id, spreadsheetImport.uploadId));
  const byHand = await db
    .selectDistinct({ agencyId: spreadsheetImport.agencyId })
    .from(spreadsheetImport)
    .where(
      and(
        eq(spreadsheetImport.roundId, roundId),
        isNull(spreadsheetImport.undoneAt),
        lte(spreadsheetImport.importedAt, until),
        notExists(ofSource),
      ),
    );
  const way = sql<SourceWay>`case ${source.kind} when 'system' then 'system' else 'file' end`;
  const bySources = await db
    .selectDistinct({ agencyId: source.agencyId, way })
    .from(sourceDelivery)
    .innerJoin(source, eq(source.id, sourceDelivery.sourceId))
    .where(
      and(eq(sourceDelivery.roundId, roundId), eq(sourceDelivery.outcome, 'taken'), lte(sourceDelivery.at, until)),
    );
  const found = [...byHand.map(({ agencyId }) => ({ agencyId, way: 'spreadsheet' as const })), ...bySources];
  const ways = Map.groupBy(found, ({ agencyId }) => agencyId);
  return new Map([...ways].map(([agencyId, all]) => [agencyId, all.map((one) => one.way).toSorted()]));
}
