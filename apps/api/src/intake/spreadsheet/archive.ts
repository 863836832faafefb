import { asc, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { spreadsheetImport, spreadsheetImportRow } from './schema.ts';

/** The lists that agencies took in, row by row: what the archive of a round holds of this room. */
export async function spreadsheetImportsToArchive(db: Database | Transaction, roundId: string) {
  const imports = await db
    .select()
    .from(spreadsheetImport)
    .where(eq(spreadsheetImport.roundId, roundId))
    .orderBy(asc(spreadsheetImport.importedAt), asc(spreadsheetImport.id));
  const rows = await db
    .select()
    .from(spreadsheetImportRow)
    .where(
      sql`${spreadsheetImportRow.importId} in (select id from ${spreadsheetImport} where ${spreadsheetImport.roundId} = ${roundId})`,
    )
    .orderBy(asc(spreadsheetImportRow.importId), asc(spreadsheetImportRow.row));
  return imports.map((one) => ({ ...one, rows: rows.filter(({ importId }) => importId === one.id) }));
}
