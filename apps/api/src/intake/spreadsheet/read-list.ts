import type { Edition } from '@samblikk/questionnaire';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { type List, listOf, sheetsToRead } from './list.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import { sheetOf, type UploadRow } from './store.ts';
import type { YieldToOthers } from './yield-to-others.ts';

/** Which sheets are read, and where their headings are. */
export type ListChoice = Pick<UploadMapping, 'sheet' | 'together' | 'headingRow'>;

/**
 * The list of an upload. @param sheets those of a list that is not kept yet
 * @returns undefined when there is no such sheet @throws FileRefusal for a list that is too long
 */
export async function readList(
  db: Database | Transaction,
  edition: Edition,
  upload: UploadRow,
  { sheet, together = false, headingRow }: ListChoice,
  breathe: YieldToOthers,
  sheets?: readonly UploadedSheet[],
): Promise<List | undefined> {
  const chosen = new Map<number, UploadedSheet>();
  for (const at of sheetsToRead(upload.sheets, sheet, together)) {
    const read = sheets ? sheets[at] : await sheetOf(db, upload, at);
    if (read) chosen.set(at, read);
  }
  if (chosen.size === 0) return undefined;
  return listOf(edition, upload.sheets, chosen, headingRow, breathe);
}
