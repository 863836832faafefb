import type { ReportFormat } from '@samblikk/contract';
import type { Language } from '@samblikk/questionnaire';
import { figuresOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { ApiError } from '../platform/problem/index.ts';
import { reportDocument } from './document.ts';
import { toDocx } from './docx.ts';
import { toHtml } from './html.ts';
import type { ReportDocument } from './model.ts';
import { ownTable } from './own-table.ts';
import { toPdf } from './pdf.ts';
import { reportInput } from './source.ts';

/** What is asked of a report. */
export interface ReportRequest {
  readonly year: number;
  /** The newest that is not withdrawn when left out. */
  readonly number?: number | undefined;
  readonly format: ReportFormat;
  readonly language: Language;
  /** Ids of figures; all when left out. */
  readonly figures?: readonly string[] | undefined;
  /** Addresses of tables of one's own. */
  readonly tables?: readonly string[] | undefined;
  /** Where the program is reached. */
  readonly site: string;
}

const writers: Record<ReportFormat, (document: ReportDocument) => Promise<Buffer>> = {
  docx: toDocx,
  html: async (document) => Buffer.from(toHtml(document)),
  pdf: toPdf,
};

/**
 * The draft of the yearly report of a release, with the name of its file. The same release and choice give the same bytes.
 * @throws ApiError notFound when there is no such release or figure; invalidRequest and unknownVariable for a table's address
 */
export async function makeReport(
  db: Database,
  now: Date,
  { year, number, format, language, figures, tables = [], site }: ReportRequest,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const input = await reportInput(db, now, year, number);
  const known = figuresOf(input.from.sealed).map(({ id }) => id);
  const strange = figures?.find((id) => !known.includes(id));
  if (strange !== undefined) throw new ApiError('notFound', { detail: ['noFigure', { year, figure: strange }] });
  const extra = tables.map((address) => ownTable(input.from, address));
  const document = reportDocument(input, { language, figures, extra, site });
  const { release } = input.from;
  return {
    name: `samblikk-rapport-${release.year}-${release.number}-${language}.${format}`,
    bytes: await writers[format](document),
  };
}
