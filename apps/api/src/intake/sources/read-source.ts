import { type Language, languages } from '@samblikk/questionnaire';
import type { Database, Transaction } from '../../platform/db/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { findSheets } from '../spreadsheet/find-sheets.ts';
import { type Planned, planUpload } from '../spreadsheet/preview.ts';
import type { ReadFile } from '../spreadsheet/read-file.ts';
import type { UploadMapping } from '../spreadsheet/schema.ts';
import { newUpload } from '../spreadsheet/store.ts';
import { uploadView } from '../spreadsheet/upload-view.ts';
import { yieldToOthers } from '../spreadsheet/yield-to-others.ts';
import type { StoredReport } from './schema.ts';

const language: Language = languages[0];

/** A list as nobody looks at it: what it would do, and what its columns were taken to hold. */
export interface ReadSource extends Planned {
  readonly columns: StoredReport['columns'];
}

/**
 * Plans a list that no person maps: a column is read when the agency has said what it holds, when its heading is ours, or when its heading
 * names a question. What only the content suggests, and amounts whose unit nothing tells, wait for a person. Cells that cannot be read
 * are left out, and the rest of their rows taken.
 * @param numberBefore as `PassingList` @param day today, as an ISO date @throws FileRefusal
 */
export async function readSource(
  db: Database | Transaction,
  of: AgencyRound,
  file: ReadFile & { readonly fileName: string },
  numberBefore: ReadonlyMap<string, string>,
  now: Date,
): Promise<ReadSource> {
  const found = await findSheets(of.edition, file.sheets, yieldToOthers());
  const upload = newUpload(of, { ...file, found }, '', now);
  const view = await uploadView(db, of, upload, {}, language, file.sheets);
  const columns = view.columns.map(({ letter, heading, target, how, unitFrom }) => {
    const known = how === 'remembered' || how === 'own' || (how === 'name' && unitFrom !== 'asked');
    return { letter, heading, target, how, read: known && target.as !== 'nothing' };
  });
  const mapping: UploadMapping = {
    sheet: view.sheet,
    together: view.together,
    columns: columns.map(({ target, read }) => (read ? target : { as: 'nothing' })),
    words: [],
    rows: {},
    leaveOutCells: true,
  };
  const passing = { sheets: file.sheets, numberBefore };
  const planned = await planUpload(db, of, upload, mapping, now.toISOString().slice(0, 10), passing);
  return { ...planned, columns };
}
