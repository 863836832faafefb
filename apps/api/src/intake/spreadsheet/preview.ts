import { isDeepStrictEqual } from 'node:util';
import type { SpreadsheetPreview, SpreadsheetUpload } from '@samblikk/contract';
import { rowKinds, spreadsheetLimits } from '@samblikk/contract';
import {
  type AnswerValue,
  type Edition,
  findQuestion,
  format,
  kindOf,
  type Language,
  locales,
  type Names,
  questionLabel,
} from '@samblikk/questionnaire';
import { type CellContext, cellOptions, plain, questionsToFill } from '@samblikk/questionnaire/match';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { ApiError } from '../../platform/problem/index.ts';
import { knownOf } from '../../responses/index.ts';
import type { AgencyRound } from '../../rounds/index.ts';
import { formTexts } from '../survey-file/csv-file.ts';
import { refuse } from './file-fault.ts';
import { bestSheet, columnsOf, guessesFor, headRows, isTarget, type Layout, layoutOf, linesOf } from './layout.ts';
import { letterOf } from './letter.ts';
import { fullColumns, type Plan, type PlannedRow, planOf } from './plan.ts';
import { rowIssueText } from './row-issues.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import { agencyNames, knownMeasures } from './state.ts';
import { rememberedColumns, rememberedWords, rowsBefore, type UploadRow, wordKey } from './store.ts';
import { type YieldToOthers, yieldToOthers } from './yield-to-others.ts';

type Db = Database | Transaction;

/** The most rows a preview lists; all are counted. */
const mostRows = 1_000;

/** A list that waits, with what its columns seem to hold. */
export async function uploadView(
  db: Db,
  { edition, agency }: AgencyRound,
  row: UploadRow,
  asked: { readonly sheet?: number | undefined; readonly headingRow?: number | undefined },
  language: Language,
): Promise<SpreadsheetUpload> {
  const breathe = yieldToOthers();
  const sheet = asked.sheet ?? row.mapping?.sheet ?? (await bestSheet(edition, row.sheets, breathe));
  const chosen = row.sheets[sheet];
  if (!chosen) throw new ApiError('notFound', { detail: ['noSheet', { sheet }] });
  const mapped = row.mapping?.sheet === sheet ? row.mapping : undefined;
  const headingRow = asked.headingRow ?? mapped?.headingRow;
  const layout = await listIn(edition, chosen, headingRow, breathe);
  const columns = columnsOf(chosen, layout);
  const guesses = await guessesFor(edition, columns, await rememberedColumns(db, agency.agencyId), breathe);
  // What was said of the columns holds as long as the headings are the same.
  const previewed = mapped && (mapped.headingRow === undefined || mapped.headingRow === layout.headingRow + 1);
  const told = previewed ? mapped.columns : [];
  return {
    id: row.id,
    fileName: row.fileName,
    format: row.format,
    expiresAt: row.expiresAt.toISOString(),
    notes: row.notes.map((code) => ({ code, text: format(formTexts[code as keyof typeof formTexts], language) })),
    sheets: row.sheets.map(({ name, rows }) => ({ name, rows: rows.length })),
    sheet,
    headingRow: layout.headingRow + 1,
    headingRows: linesOf(chosen, headRows),
    above: linesOf(chosen, layout.headingRow),
    rows: layout.rows.length,
    told: {
      words: previewed ? [...mapped.words] : [],
      rows: previewed ? { ...mapped.rows } : {},
      leaveOutCells: previewed ? mapped.leaveOutCells === true : false,
      previewed: previewed === true,
    },
    columns: guesses.map(({ target, how, confidence }, column) => ({
      letter: letterOf(column),
      heading: layout.headings[column] ?? '',
      examples: examplesOf(columns[column]?.cells ?? [], language),
      target: told[column] ?? target,
      how,
      confidence,
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
    const known = asked && (code === '' || cellOptions(edition, asked).some((option) => option.code === code));
    if (!known) throw new ApiError('invalidRequest', { detail: ['noCategory', { question, code }] });
  }
}

/** What taking in a list would do, with this mapping and the measures as they are now. */
export async function planUpload(
  db: Db,
  of: AgencyRound,
  row: UploadRow,
  mapping: UploadMapping,
): Promise<{ plan: Plan; layout: Layout }> {
  const breathe = yieldToOthers();
  const sheet = row.sheets[mapping.sheet];
  if (!sheet) throw new ApiError('invalidRequest', { detail: ['noSheet', { sheet: mapping.sheet }] });
  const layout = await listIn(of.edition, sheet, mapping.headingRow, breathe);
  const words = await rememberedWords(db, of.agency.agencyId);
  const before = rowsBefore(words, of.edition.roles.title);
  for (const { question, word, code } of mapping.words) words.set(wordKey(question, word), code);
  const context: Pick<CellContext, 'told' | 'agencies'> = {
    told: (question, word) => {
      const code = words.get(`${question} ${word}`);
      const asked = findQuestion(of.edition, question);
      // Remembered from another year, when the category was there.
      const valid = code === '' || (asked && cellOptions(of.edition, asked).some((option) => option.code === code));
      return valid ? code : undefined;
    },
    agencies: await agencyNames(db),
  };
  const columns = fullColumns(layout, mapping.columns);
  const measures = await knownMeasures(db, of);
  const input = { edition: of.edition, sheet, layout, mapping: { ...mapping, columns }, measures, context };
  return { plan: await planOf({ ...input, rowsBefore: before, known: knownOf(of) }, breathe), layout };
}

/** A plan in words. */
export function previewOf(
  { edition }: AgencyRound,
  { plan, layout }: { plan: Plan; layout: Layout },
  names: Names,
  language: Language,
): SpreadsheetPreview {
  const show = (id: string, answer: PlannedRow['changes'][string] | undefined): string | null => {
    const question = findQuestion(edition, id);
    return question && answer !== undefined ? kindOf(question).show(question, answer, language, names, edition) : null;
  };
  const issues = plan.rows.flatMap((row) => row.issues);
  const count = (kind: PlannedRow['kind']) => plan.rows.filter((row) => row.kind === kind).length;
  const listed = listedRows(plan.rows);
  return {
    plan: plan.hash,
    counts: {
      ...(Object.fromEntries(rowKinds.map((kind) => [kind, count(kind)])) as Record<PlannedRow['kind'], number>),
      errors: issues.filter(({ level }) => level === 'error').length,
      warnings: issues.filter(({ level }) => level === 'warning').length,
    },
    rows: listed.map((row) => ({
      row: row.row,
      kind: row.kind,
      how: row.how,
      title: row.title ?? row.measure?.title ?? null,
      match: row.measure ? { number: row.measure.number, title: row.measure.title } : null,
      changes: toShow(row).map(([id, answer]) => ({
        question: id,
        label: questionLabel(edition, id, language),
        // What stands beside it from last year, for a measure that is taken along.
        from: show(
          id,
          row.measure?.answers[id] ?? (row.kind === 'carriedForward' ? row.measure?.previous?.[id] : undefined),
        ),
        to: show(id, answer) ?? '',
      })),
      sameAsLast: Object.keys(row.changes).length - toShow(row).length,
      issues: saidOnce(
        row.issues.map((issue) => ({
          ...issue,
          text: rowIssueText(issue, edition, language),
          ...(issue.column !== undefined && { column: columnName(layout, issue.column) }),
        })),
      ),
      missing: row.missing.map((id) => questionLabel(edition, id, language)),
    })),
    notListed: plan.rows.length - listed.length,
    words: plan.words
      .filter(({ how }) => how !== 'code' && how !== 'label')
      .map(({ question, word, code, how, cells }) => ({
        question,
        label: questionLabel(edition, question, language),
        word,
        code: code ?? null,
        how,
        cells,
      })),
  };
}

/** The answers to look at: of a measure taken along, those that are not as the round before. */
function toShow({ kind, changes, measure }: PlannedRow): [string, AnswerValue][] {
  return Object.entries(changes).filter(
    ([id, answer]) => kind !== 'carriedForward' || !isDeepStrictEqual(answer, measure?.previous?.[id]),
  );
}

/** What says the same of the same place is said once. */
function saidOnce<I extends { column?: string; text: string }>(issues: readonly I[]): I[] {
  return [...new Map(issues.map((issue) => [`${issue.column} ${issue.text}`, issue])).values()];
}

/** `C (Kostnad)`: where a person looks in the sheet. */
function columnName(layout: Layout, letter: string): string {
  const column = layout.names.findIndex((_, at) => letterOf(at) === letter);
  const heading = layout.headings[column] ?? '';
  return plain(heading) === '' ? letter : `${letter} (${heading.replace(/\s+/g, ' ').slice(0, 60)})`;
}

/** Rows with errors first to be kept, then those that change something; in the order of the sheet. */
function listedRows(rows: readonly PlannedRow[]): PlannedRow[] {
  const weight: Record<PlannedRow['kind'], number> = {
    faulty: 0,
    changed: 1,
    carriedForward: 2,
    new: 3,
    skipped: 4,
    unchanged: 5,
  };
  return rows
    .toSorted((a, b) => weight[a.kind] - weight[b.kind] || a.row - b.row)
    .slice(0, mostRows)
    .sort((a, b) => a.row - b.row);
}
