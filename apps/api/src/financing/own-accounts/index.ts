import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FinancingModelsReply } from '@samblikk/contract';
import { type CsvFlavour, csvFile, heading, numberCell, type Row, textCell, workbookOf } from '@samblikk/files';
import { exampleAccounts, exampleAssumptions, trialsOf } from '@samblikk/financing';
import type { Language } from '@samblikk/questionnaire';
import { readSpreadsheet, spreadsheetFaultInWords } from '../../intake/index.ts';
import { temporaryFolder } from '../../platform/files/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { type AskedModel, tryModels } from '../models.ts';
import { faultInWords } from './faults.ts';
import { readAccounts } from './read.ts';
import type { Cell, Fault } from './read-lines.ts';
import { accountsLines } from './write.ts';

/** So many faults are told at once, and so many files read. */
const most = { faults: 50, files: 2 } as const;

/**
 * Tries the models on accounts that somebody sends: a list as text, or as an XLSX or CSV file. Nothing is kept.
 * @throws ApiError fileAtFault with every fault and its row; tooManyRequests while others' files are read
 */
export async function tryOwnAccounts(
  sent: { readonly accounts: string } | { readonly file: string },
  asked: AskedModel,
  language: Language,
): Promise<FinancingModelsReply> {
  const bytes = 'file' in sent ? Buffer.from(sent.file, 'base64') : Buffer.from(sent.accounts, 'utf8');
  if (reading >= most.files) throw new ApiError('tooManyRequests');
  reading += 1;
  try {
    const read = readAccounts(await rowsOf(bytes, language));
    if ('faults' in read) throw atFault(read.faults, language);
    const { accounts, assumptions } = read;
    const lines = csvFile(accountsLines(accounts, assumptions, language), { flavour: 'excel' });
    const reply = tryModels(asked, language, { trials: trialsOf(accounts, assumptions), assumptions });
    return { ...reply, invented: false, lines: lines.replace('\uFEFF', '') };
  } finally {
    reading -= 1;
  }
}

/** How many are read and counted with now. */
let reading = 0;

/** The rows of the sheet with the most of them. Files of strangers are read in a process of their own. */
async function rowsOf(bytes: Buffer, language: Language): Promise<readonly (readonly Cell[])[]> {
  const folder = await temporaryFolder('accounts');
  try {
    const path = join(folder.path, 'list');
    await writeFile(path, bytes);
    const sheets = await readSpreadsheet(path);
    return sheets.reduce((longest, rows) => (rows.length > longest.length ? rows : longest), sheets[0] ?? []);
  } catch (error) {
    throw spreadsheetFaultInWords(error, language);
  } finally {
    await folder.remove();
  }
}

function atFault(faults: readonly Fault[], language: Language): ApiError {
  return new ApiError('fileAtFault', {
    detail: 'fileAtFault',
    issues: faults.slice(0, most.faults).map((fault) => ({
      ...{ question: '', code: fault.code, params: { ...fault.params }, level: 'error' as const },
      text: faultInWords(fault, language),
    })),
  });
}

/** The invented example as a list to be filled in. */
export function exampleCsv(language: Language, flavour: CsvFlavour): string {
  return csvFile(accountsLines(exampleAccounts, exampleAssumptions, language), { flavour });
}

/** The invented example as a workbook of one sheet. */
export function exampleXlsx(language: Language): Promise<Uint8Array> {
  const [head = [], ...lines] = accountsLines(exampleAccounts, exampleAssumptions, language);
  const rows: Row[] = [
    head.map((text) => textCell(String(text), heading)),
    ...lines.map(
      (line): Row =>
        line.map((cell, at) => (typeof cell === 'number' && at > 3 ? numberCell(cell) : textCell(String(cell)))),
    ),
  ];
  return workbookOf([{ data: rows, sheet: 'Samblikk', columns: [24, 30, 30, 10, 18].map((width) => ({ width })) }]);
}
