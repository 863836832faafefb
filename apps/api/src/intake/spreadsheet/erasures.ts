import { eq } from 'drizzle-orm';
import { type Erasure, namesIn } from '../../platform/erasure/index.ts';
import { spreadsheetImport } from './schema.ts';

/** Who took in spreadsheets in a round. */
export const importerNamesIn = (roundId: string): Erasure =>
  namesIn(spreadsheetImport.importedByName, eq(spreadsheetImport.roundId, roundId));
