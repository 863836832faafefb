import type { SpreadsheetUpload } from '@samblikk/contract';
import { spreadsheetLimits } from '@samblikk/contract';
import { type Body, type Edition, findQuestion, format, kindOf, type Language, locales } from '@samblikk/questionnaire';
import { type CellContext, canMean, cellOptions, questionsToFill } from '@samblikk/questionnaire/match';
import { bodiesAt } from '../../directory/index.ts';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { knownOf } from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { formTexts } from '../survey-file/csv-file.ts';
import { refuse } from './file-fault.ts';
import { columnsOf, guessesFor, headRows, isTarget, type Layout, layoutOf, linesOf } from './layout.ts';
import { letterOf } from './letter.ts';
import { fullColumns, planOf } from './plan.ts';
import type { Plan } from './plan-types.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import { sheetNotes } from './sheet-notes.ts';
import { knownMeasures } from './state.ts';
import {
  importedRows,
  rememberedColumns,
  rememberedWords,
  rowsBefore,
  sheetOf,
  type UploadRow,
  wordKey,
} from './store.ts';
import { type YieldToOthers, yieldToOthers } from './yield-to-others.ts';

type Db = Database | Transaction;

/** A list that waits, with what its columns seem to hold. */
export async function uploadView(
  db: Db,
  { edition, agency }: AgencyRound,
  row: UploadRow,
  asked: { readonly sheet?: number | undefined; readonly headingRow?: number | undefined },
  language: Language,
  // A list that is not kept yet has its sheets with it.
  sheets?: readonly UploadedSheet[],
): Promise<SpreadsheetUpload> {
  const breathe = yieldToOthers();
  const sheet = asked.sheet ?? row.mapping?.sheet ?? row.sheet;
  const chosen = sheets ? sheets[sheet] : await sheetOf(db, row, sheet);
  if (!chosen) throw new ApiError('notFound', { detail: ['noSheet', { sheet }] });
  const mapped = row.mapping?.sheet === sheet ? row.mapping : undefined;
  const headingRow = asked.headingRow ?? mapped?.headingRow;
  const layout = await listIn(edition, chosen, headingRow, breathe);
  const columns = columnsOf(chosen, layout);
  const above = linesOf(chosen, layout.headingRow);
  const remembered = await rememberedColumns(db, agency.agencyId);
  const lines = above.map(({ text }) => text);
  const guesses = await guessesFor(edition, columns, remembered, lines, breathe);
  // What was said of the columns holds as long as the headings are the same.
  const previewed = mapped && (mapped.headingRow === undefined || mapped.headingRow === layout.headingRow + 1);
  const told = previewed ? mapped.columns : [];
  return {
    id: row.id,
    fileName: row.fileName,
    format: row.format,
    expiresAt: row.expiresAt.toISOString(),
    notes: [
      ...row.notes.map((code) => ({ code, text: format(formTexts[code as keyof typeof formTexts], language) })),
      ...sheetNotes(chosen, row.sheets, language),
    ],
    sheets: row.sheets.map(({ name, rows, hidden = false }) => ({ name, rows, hidden })),
    sheet,
    headingRow: layout.headingRow + 1,
    headingRows: linesOf(chosen, headRows),
    above,
    rows: layout.rows.length,
    hiddenRows: layout.rows.filter((at) => chosen.hiddenRows?.includes(at)).map((at) => at + 1),
    told: {
      words: previewed ? [...mapped.words] : [],
      rows: previewed ? { ...mapped.rows } : {},
      leaveOutCells: previewed ? mapped.leaveOutCells === true : false,
      hiddenRows: previewed ? mapped.hiddenRows === true : false,
      withoutImplied: previewed ? mapped.withoutImplied === true : false,
      ownContact: previewed ? mapped.contact !== undefined : false,
      previewed: previewed === true,
    },
    nameQuestion: edition.roles.title,
    columns: guesses.map(({ target, how, confidence, unitFrom }, column) => ({
      letter: letterOf(column),
      heading: layout.headings[column] ?? '',
      examples: examplesOf(columns[column]?.cells ?? [], language),
      target: told[column] ?? target,
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

/**
 * Where the list is in a sheet. @param headingRow as a spreadsheet numbers it, 0 for none; guessed unless told
 * @throws ApiError fileAtFault for one that is too long
 */
async function listIn(
  edition: Edition,
  sheet: UploadedSheet,
  headingRow: number | undefined,
  breathe: YieldToOthers,
): Promise<Layout> {
  const layout = await layoutOf(edition, sheet, breathe, headingRow === undefined ? undefined : headingRow - 1);
  if (layout.rows.length > spreadsheetLimits.rows) refuse('tooManyRows', { count: layout.rows.length });
  return layout;
}

/** A few cells as a spreadsheet in the reader's language would show them. */
function examplesOf(cells: readonly unknown[], language: Language): string[] {
  const number = new Intl.NumberFormat(locales[language], { maximumFractionDigits: 10 });
  const shown = (cell: unknown) => {
    if (typeof cell === 'number') return number.format(cell);
    const text = String(cell ?? '').trim();
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
    return year && language !== 'en' ? `${day}.${month}.${year}` : text;
  };
  const texts = cells
    .slice(0, 100)
    .map(shown)
    .filter((text) => text !== '');
  return [...new Set(texts)].slice(0, 3).map((text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text));
}

/** @throws ApiError invalidRequest when a column is said to hold what this year’s form does not ask, or two the same */
export function requireMapping({ edition }: AgencyRound, mapping: UploadMapping): void {
  const seen = new Set<string>();
  for (const target of mapping.columns) {
    if (!isTarget(edition, target))
      throw new ApiError('invalidRequest', { detail: ['noTarget', { target: JSON.stringify(target) }] });
    const { unit: _, ...what } = { unit: undefined, ...target };
    const key = JSON.stringify(what);
    if (target.as !== 'nothing' && seen.has(key))
      throw new ApiError('invalidRequest', { detail: ['twoColumns', { target: key }] });
    seen.add(key);
  }
  for (const { question, code } of mapping.words) {
    const asked = findQuestion(edition, question);
    if (!asked || !canMean(edition, asked, code))
      throw new ApiError('invalidRequest', { detail: ['noCategory', { question, code }] });
  }
}

export interface Planned {
  readonly plan: Plan;
  readonly layout: Layout;
  /** Everyone that may be named as a partner. */
  readonly bodies: readonly Body[];
}

/**
 * What taking in a list would do, with this mapping and the measures as they are now. Rows that were taken in before are left out.
 * @param day today, as an ISO date
 */
export async function planUpload(
  db: Db,
  of: AgencyRound,
  row: UploadRow,
  mapping: UploadMapping,
  day: string,
): Promise<Planned> {
  const breathe = yieldToOthers();
  const sheet = await sheetOf(db, row, mapping.sheet);
  if (!sheet) throw new ApiError('invalidRequest', { detail: ['noSheet', { sheet: mapping.sheet }] });
  const whole = await listIn(of.edition, sheet, mapping.headingRow, breathe);
  const done = await importedRows(db, row.id);
  const layout = { ...whole, rows: whole.rows.filter((at) => !done.has(at + 1)) };
  const words = await rememberedWords(db, of.agency.agencyId);
  const before = rowsBefore(words, of.edition.roles.title);
  for (const { question, word, code } of mapping.words) words.set(wordKey(question, word), code);
  const bodies = await bodiesAt(db, day);
  const context: Omit<CellContext, 'unit' | 'exact'> = {
    from1904: sheet.from1904,
    told: (question, word) => {
      const code = words.get(`${question} ${word}`);
      const asked = findQuestion(of.edition, question);
      // Remembered from another year, when the category was there.
      return code !== undefined && asked && canMean(of.edition, asked, code) ? code : undefined;
    },
    bodies,
  };
  const columns = fullColumns(layout, mapping.columns);
  const measures = await knownMeasures(db, of);
  const input = { edition: of.edition, sheet, layout, mapping: { ...mapping, columns }, measures, context };
  return { plan: await planOf({ ...input, rowsBefore: before, known: knownOf(of) }, breathe), layout, bodies };
}
