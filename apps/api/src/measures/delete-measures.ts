import { sql } from 'drizzle-orm';
import { deleteWithAll, type Transaction } from '../platform/db/index.ts';

/** Deletes the measures that were first reported in a pilot, after its round is deleted. @param year its number */
export async function deleteMeasuresOf(tx: Transaction, year: number): Promise<void> {
  await deleteWithAll(tx, 'measure', sql`number like ${`${year}-%`}`);
}
