import type { SpreadsheetUpload } from '@samblikk/contract';
import { format, kindOf, type Language, locales } from '@samblikk/questionnaire';
import { cellOptions, questionsToFill } from '@samblikk/questionnaire/match';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { formTexts } from '../survey-file/csv-file.ts';
import { columnsOf, guessesFor, headRows, linesOf } from './layout.ts';
import { letterOf } from './letter.ts';
import { linesAbove, placeOf, sheetsToRead } from './list.ts';
import { readList } from './read-list.ts';
import type { KeptSheet, UploadedSheet, UploadMapping } from './schema.ts';
import { sheetNotes } from './sheet-notes.ts';
import { rememberedColumns, type UploadRow } from './store.ts';
import { yieldToOthers } from './yield-to-others.ts';

/** What is asked to be read; what is not asked is as it was previewed, or as it was found. */
export interface Asked {
  readonly sheet?: number | undefined;
  readonly together?: boolean | undefined;
  readonly headingRow?: number | undefined;
}

/** A list that waits, with what its columns seem to hold. @param sheets those of a list that is not kept yet */
export async function uploadView(
  db: Database | Transaction,
  { edition, agency }: AgencyRound,
  row: UploadRow,
  asked: Asked,
  language: Language,
  sheets?: readonly UploadedSheet[],
): Promise<SpreadsheetUpload> {
  const breathe = yieldToOthers();
  const { mapped, ...choice } = chosenIn(row, asked);
  const list = await readList(db, edition, row, choice, breathe, sheets);
  if (!list) throw new ApiError('notFound', { detail: ['noSheet', { sheet: choice.sheet }] });
  const { sheet, layout, parts } = list;
  const columns = columnsOf(sheet, layout);
  const above = parts.flatMap((part) => linesOf(part.sheet, part.layout.headingRow).map(({ text }) => text));
  const remembered = await rememberedColumns(db, agency.agencyId);
  const guesses = await guessesFor(edition, columns, remembered, above, breathe);
  // What was said of the columns holds as long as the headings are the same.
  const same = mapped && (mapped.headingRow === undefined || mapped.headingRow === layout.headingRow + 1);
  const previewed = same ? mapped : undefined;
  return {
    id: row.id,
    fileName: row.fileName,
    format: row.format,
    expiresAt: row.expiresAt.toISOString(),
    notes: [
      ...row.notes.map((code) => ({ code, text: format(formTexts[code as keyof typeof formTexts], language) })),
      ...sheetNotes(
        parts.map((part) => part.sheet),
        row.sheets,
        language,
      ),
    ],
    sheets: row.sheets.map(({ name, rows, hidden = false }) => ({ name, rows, hidden })),
    alike: alikeIn(row),
    sheet: choice.sheet,
    together: parts.length > 1,
    headingRow: layout.headingRow + 1,
    headingRows: parts.length > 1 ? [] : linesOf(sheet, headRows),
    above: linesAbove(list),
    rows: layout.rows.length,
    hiddenRows: layout.rows.filter((at) => sheet.hiddenRows?.includes(at)).map((at) => placeOf(list, at + 1)),
    mapping: mappingOf(previewed),
    nameQuestion: edition.roles.title,
    columns: guesses.map(({ target, how, confidence, unitFrom }, column) => ({
      letter: letterOf(column),
      heading: layout.headings[column] ?? '',
      examples: examplesOf(columns[column]?.cells ?? [], language),
      target: previewed?.columns[column] ?? target,
      how,
      confidence,
      ...(unitFrom && { unitFrom }),
    })),
    questions: questionsToFill(edition).map((question) => ({
      id: question.id,
      label: question.label[language],
      amount: kindOf(question).unit !== undefined,
      ticked: kindOf(question).categories(question) !== undefined,
      options: cellOptions(edition, question).map(({ code, label }) => ({ code, label: label[language] })),
    })),
  };
}

/** A few cells as a spreadsheet in the reader's language would show them. */
function examplesOf(cells: readonly unknown[], language: Language): string[] {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 10 });
  const shown = (cell: unknown) => {
    if (typeof cell === 'number') return number.format(cell);
    const text = String(cell ?? '').trim();
    const [, year, month, day, time = ''] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2})[\d:.]*)?$/.exec(text) ?? [];
    if (!year) return text;
    return `${language === 'en' ? `${year}-${month}-${day}` : `${day}.${month}.${year}`} ${time}`.trim();
  };
  const texts = cells
    .slice(0, 100)
    .map(shown)
    .filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text));
}

/** What is read, and what was previewed of it. */
function chosenIn({ sheet: found, sheets, mapping }: UploadRow, asked: Asked) {
  const named = asked.sheet ?? mapping?.sheet ?? found;
  const read = sheetsToRead(sheets, named, asked.together ?? togetherUntold(asked, sheets, mapping));
  const together = read.length > 1;
  const sheet = read[0] ?? named;
  const same = (mapping?.together ?? false) === together && (together || mapping?.sheet === sheet);
  const mapped = same ? (mapping ?? undefined) : undefined;
  return { sheet, together, headingRow: asked.headingRow ?? mapped?.headingRow, mapped };
}

function togetherUntold({ sheet }: Asked, sheets: readonly KeptSheet[], mapping: UploadMapping | null): boolean {
  if (sheet !== undefined) return false;
  if (mapping) return mapping.together ?? false;
  // Like sheets that are named by different years are the lists of those years, not parts of one.
  const years = sheets.flatMap(({ name, alike }) => (alike === undefined ? [] : [/\b20\d\d\b/.exec(name)?.[0]]));
  return new Set(years).size <= 1;
}

function alikeIn({ sheets }: UploadRow): SpreadsheetUpload['alike'] {
  return sheets.flatMap(({ name, alike: rows }, sheet) => (rows === undefined ? [] : [{ sheet, name, rows }]));
}

function mappingOf(mapping: UploadMapping | undefined): SpreadsheetUpload['mapping'] {
  return {
    words: [...(mapping?.words ?? [])],
    rows: { ...mapping?.rows },
    leaveOutCells: mapping?.leaveOutCells === true,
    hiddenRows: mapping?.hiddenRows === true,
    withoutImplied: mapping?.withoutImplied === true,
    ownContact: mapping?.contact !== undefined,
    previewed: mapping !== undefined,
  };
}
