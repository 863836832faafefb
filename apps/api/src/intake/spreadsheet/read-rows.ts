import type { Cell } from '@samblikk/questionnaire/match';
import { readInChildProcess } from './read-apart.ts';

export { inWords as spreadsheetFaultInWords } from './file-fault.ts';

/**
 * The rows of each sheet of an XLSX or CSV file, whatever its name says; read in a process of its own, as all files of strangers are.
 * @throws FileRefusal with the reason; `spreadsheetFaultInWords` says it
 */
export async function readSpreadsheet(path: string): Promise<readonly (readonly (readonly Cell[])[])[]> {
  const { sheets } = await readInChildProcess(path);
  return sheets.map(({ rows }) => rows);
}
