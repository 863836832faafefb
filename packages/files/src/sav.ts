import { savCases } from './sav-cases.ts';
import { dictionaryOf } from './sav-dictionary.ts';
import { type SavCell, type SavDictionary, segmentsOf } from './sav-segments.ts';

export { longestSavText, type SavCell, type SavSet, type SavVariable } from './sav-segments.ts';

// SPSS system files, as GNU PSPP documents them (https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html).
// No package on npm that writes them is kept.

/** A day as system files have it: seconds since the Gregorian calendar began. */
export const savDay = (day: string): number => (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1582, 9, 14)) / 1000;

/**
 * Rows as an SPSS system file (`.sav`), some at a time: UTF-8, with labels of variables and codes, codes that are no answer, and sets of
 * several answers. A row has a cell for each variable.
 */
export async function* savFile(
  dictionary: SavDictionary,
  batches: AsyncIterable<readonly (readonly SavCell[])[]>,
): AsyncGenerator<Uint8Array> {
  const segments = segmentsOf(dictionary.variables);
  yield Buffer.concat(dictionaryOf(dictionary, segments));
  yield* savCases(segments, batches);
}
