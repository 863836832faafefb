import type { SpreadsheetUpload } from '@samblikk/contract/client';
import type { Mapping } from './send.ts';

/** A mapping that is not previewed yet is kept in the tab, so that a reload or another language loses none of it. */
const keyOf = ({ id, sheet, together, headingRow }: SpreadsheetUpload) =>
  `samblikk.list.${id}.${together ? 'together' : `${sheet}.${headingRow}`}`;

export function keepMapping(upload: SpreadsheetUpload, mapping: Mapping): void {
  try {
    sessionStorage.setItem(keyOf(upload), JSON.stringify(mapping));
  } catch {
    // Full, or not allowed: what was previewed is kept on the server all the same.
  }
}

export function keptMapping(upload: SpreadsheetUpload): Mapping | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(upload));
    const mapping = kept === null ? undefined : (JSON.parse(kept) as Mapping);
    return mapping?.columns.length === upload.columns.length ? mapping : undefined;
  } catch {
    return undefined;
  }
}

/** The mapping as the server knows it, or guesses. */
export const mappingOf = ({ columns, mapping }: SpreadsheetUpload): Mapping => ({
  columns: columns.map(({ target }) => target),
  words: Object.fromEntries(mapping.words.map((word) => [`${word.question} ${word.word}`, word])),
  rows: mapping.rows,
  leaveOutCells: mapping.leaveOutCells,
  hiddenRows: mapping.hiddenRows,
  withoutImplied: mapping.withoutImplied,
  ownContact: mapping.ownContact,
});
