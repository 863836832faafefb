import type { SpreadsheetUpload } from '@samblikk/contract/client';
import type { Told } from './send.ts';

/** What is told of a list and not previewed yet is kept in the tab, so that a reload or another language loses none of it. */
const keyOf = ({ id, sheet, together, headingRow }: SpreadsheetUpload) =>
  `samblikk.list.${id}.${together ? 'together' : `${sheet}.${headingRow}`}`;

export function keepTold(upload: SpreadsheetUpload, told: Told): void {
  try {
    sessionStorage.setItem(keyOf(upload), JSON.stringify(told));
  } catch {
    // Full, or not allowed: what was previewed is kept on the server all the same.
  }
}

export function keptTold(upload: SpreadsheetUpload): Told | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(upload));
    const told = kept === null ? undefined : (JSON.parse(kept) as Told);
    return told?.columns.length === upload.columns.length ? told : undefined;
  } catch {
    return undefined;
  }
}

/** What the server knows was told, or guesses. */
export const toldOf = ({ columns, told }: SpreadsheetUpload): Told => ({
  columns: columns.map(({ target }) => target),
  words: Object.fromEntries(told.words.map((word) => [`${word.question} ${word.word}`, word])),
  rows: told.rows,
  leaveOutCells: told.leaveOutCells,
  hiddenRows: told.hiddenRows,
  withoutImplied: told.withoutImplied,
  ownContact: told.ownContact,
});
