import type { Problem, Separator, SpreadsheetPreview, SpreadsheetUpload } from '@samblikk/contract/client';
import type { Language } from '../i18n/index.ts';
import { ApiProblem, addressOf, api } from '../platform/index.ts';

export type Target = SpreadsheetUpload['columns'][number]['target'];

export interface AgencyYear {
  readonly orgnr: string;
  readonly year: number;
}

/** What a person says about a list: what the columns and words are, and rows with a will of their own. */
export interface Mapping {
  readonly columns: readonly Target[];
  /** Codes by `question word`, with the question and the word. */
  readonly words: Readonly<Record<string, { question: string; word: string; code: string }>>;
  readonly rows: Readonly<Record<string, 'new' | 'skip'>>;
  /** Take rows in without the cells that cannot be read. */
  readonly leaveOutCells: boolean;
  /** Take in rows that are hidden in the sheet, too. */
  readonly hiddenRows: boolean;
  /** Do not add answers that follow from others in the row. */
  readonly withoutImplied: boolean;
  /** One’s own address is the contact of rows without one. */
  readonly ownContact: boolean;
}

/** Sends a file. @throws ApiProblem with the reason when it is refused */
export async function sendFile(
  params: AgencyYear,
  file: File,
  separator: Separator | undefined,
  lang: Language,
): Promise<SpreadsheetUpload> {
  const body = new FormData();
  body.append('file', file);
  const reply = await fetch(addressOf('uploadSpreadsheet', { params, query: { lang, separator } }), {
    method: 'POST',
    credentials: 'same-origin',
    body,
  });
  if (!reply.ok) throw new ApiProblem((await reply.json()) as Problem);
  return (await reply.json()) as SpreadsheetUpload;
}

/** What taking the list in would do. */
export function previewOf(
  params: AgencyYear,
  upload: SpreadsheetUpload,
  mapping: Mapping,
  lang: Language,
): Promise<SpreadsheetPreview> {
  const body = {
    sheet: upload.sheet,
    together: upload.together,
    headingRow: upload.headingRow,
    leaveOutCells: mapping.leaveOutCells,
    hiddenRows: mapping.hiddenRows,
    withoutImplied: mapping.withoutImplied,
    ownContact: mapping.ownContact,
    columns: [...mapping.columns],
    words: Object.values(mapping.words),
    rows: { ...mapping.rows },
  };
  return api('mapSpreadsheet', { params: { ...params, upload: upload.id }, query: { lang }, body });
}
