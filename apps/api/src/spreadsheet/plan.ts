import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type Answers,
  type AnswerValue,
  checkSubmission,
  type Edition,
  findQuestion,
  type Question,
} from '@samblikk/questionnaire';
import {
  type Cell,
  type CellContext,
  type ColumnTarget,
  isBlankCell,
  isTicked,
  likeTitle,
  plain,
  type ReadCell,
  readCell,
  readTicked,
  type Translation,
} from '@samblikk/questionnaire/match';
import { canonical } from '../audit/record.ts';
import type { UploadedSheet, UploadMapping } from '../db/schema.ts';
import type { Layout } from './layout.ts';
import { letterOf } from './letter.ts';
import { matchRows, type RowMatch } from './match-rows.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';
import type { KnownMeasure } from './state.ts';

export type PlannedKind = 'new' | 'takenAlong' | 'changed' | 'unchanged' | 'faulty' | 'skipped';

export interface PlannedRow {
  /** As a spreadsheet numbers it. */
  readonly row: number;
  readonly kind: PlannedKind;
  readonly how: 'number' | 'externalId' | 'name' | 'new';
  readonly measure: KnownMeasure | undefined;
  readonly title: string | undefined;
  readonly externalId: string | undefined;
  /** Answers that differ from what is saved. An empty cell changes nothing. */
  readonly changes: Readonly<Record<string, AnswerValue>>;
  readonly issues: readonly RowIssue[];
  /** Required questions that will still be unanswered. */
  readonly missing: readonly string[];
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  readonly words: readonly (Translation & { readonly question: string; readonly cells: number })[];
  /** Names what would be written, so that nothing else is. */
  readonly hash: string;
}

export interface PlanInput {
  readonly edition: Edition;
  readonly sheet: UploadedSheet;
  readonly layout: Layout;
  readonly mapping: Pick<UploadMapping, 'columns' | 'rows'>;
  readonly measures: readonly KnownMeasure[];
  readonly context: Pick<CellContext, 'told' | 'agencies'>;
  /** What is known about the agency; rules may read it. */
  readonly known: Answers;
}

interface ReadRow {
  readonly row: number;
  readonly number: string | undefined;
  readonly externalId: string | undefined;
  readonly answers: Readonly<Record<string, AnswerValue>>;
  readonly issues: RowIssue[];
}

/** What taking a list in would do, row by row. Pure: the same list, mapping and measures give the same plan. */
export function planOf(input: PlanInput): Plan {
  const words = new Map<string, Translation & { question: string; cells: number }>();
  const note = (question: string, translation: Translation) => {
    const key = `${question} ${plain(translation.word)}`;
    const before = words.get(key);
    words.set(key, { ...(before ?? { ...translation, question }), cells: (before?.cells ?? 0) + 1 });
  };
  const read = input.layout.rows.map((at) => readRow(input, at, note));
  const skipped = (row: number) => input.mapping.rows[String(row)] === 'skip';
  const title = (row: ReadRow) => {
    const said = row.answers[input.edition.roles.title];
    return typeof said === 'string' ? said : undefined;
  };
  const identities = read
    .filter(({ row }) => !skipped(row))
    .map((row) => ({ ...row, title: title(row), asNew: input.mapping.rows[String(row.row)] === 'new' }));
  const matches = matchRows(identities, input.measures);
  const rows = read.map((row) => planRow(input, row, title(row), skipped(row.row) ? undefined : matches.get(row.row)));
  return { rows, words: [...words.values()], hash: hashOf(rows) };
}

/** Reads the cells of one row by what their columns hold. */
function readRow(input: PlanInput, at: number, note: (question: string, word: Translation) => void): ReadRow {
  const { edition, sheet, mapping, context } = input;
  const row = at + 1;
  const cells = sheet.rows[at] ?? [];
  const answers: Record<string, AnswerValue> = {};
  const issues: RowIssue[] = [];
  const ticked = new Map<string, { codes: string[]; column: number }>();
  let number: string | undefined;
  let externalId: string | undefined;
  const keep = (question: Question, column: number, cell: Cell, { answer, problems, words, rounded }: ReadCell) => {
    const place = { question: question.id, column: letterOf(column), value: shown(cell) };
    for (const word of words) note(question.id, word);
    for (const { code, params = {} } of problems) issues.push({ row, code, params, level: 'error', ...place });
    if (rounded) issues.push(rowIssue(row, 'rounded', { level: 'warning', ...place }));
    if (answer !== undefined) answers[question.id] = answer;
  };
  mapping.columns.forEach((target, column) => {
    const cell = cells[column] ?? null;
    if (isBlankCell(cell)) return;
    if (target.as === 'number') number = String(cell).trim();
    if (target.as === 'externalId') externalId = String(cell).trim().slice(0, 200);
    const question = 'question' in target ? findQuestion(edition, target.question) : undefined;
    if (!question) return;
    if (target.as === 'answer')
      keep(question, column, cell, readCell(edition, question, cell, { ...context, unit: target.unit }));
    if (target.as === 'option') {
      const yes = isTicked(String(cell));
      const place = { question: question.id, column: letterOf(column), value: shown(cell) };
      if (yes === undefined) issues.push(rowIssue(row, 'notTicked', place));
      const before = ticked.get(question.id) ?? { codes: [], column };
      if (yes) ticked.set(question.id, { ...before, codes: [...before.codes, target.option] });
    }
  });
  for (const [id, { codes, column }] of ticked) {
    const question = findQuestion(edition, id);
    if (question) keep(question, column, codes.join(', '), readTicked(edition, question, codes));
  }
  return { row, number, externalId, answers, issues };
}

const shown = (cell: Cell): string => String(cell ?? '').slice(0, 500);

function planRow(input: PlanInput, read: ReadRow, title: string | undefined, match: RowMatch | undefined): PlannedRow {
  const { row, externalId, answers } = read;
  const issues = [...read.issues];
  const measure = match && 'measure' in match ? match.measure : undefined;
  const changes = Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => !isDeepStrictEqual(answer, measure?.answers[id])),
  );
  const base = {
    row,
    how: measure ? (match as { how: 'number' }).how : 'new',
    measure,
    title,
    externalId,
    changes,
  } as const;
  if (!match) return { ...base, kind: 'skipped', issues: [], missing: [] };
  if (match.how === 'unknownNumber') issues.push(rowIssue(row, 'unknownNumber', { value: read.number ?? '' }));
  if (match.how === 'duplicate') issues.push(rowIssue(row, 'duplicate', { params: { first: match.first ?? 0 } }));
  if (
    match.how === 'new' &&
    title === undefined &&
    !issues.some(({ question }) => question === input.edition.roles.title)
  ) {
    issues.push(rowIssue(row, 'noTitle', { question: input.edition.roles.title }));
  }
  if (measure?.settled) issues.push(rowIssue(row, 'settled', { level: 'warning' }));
  if (match.how === 'externalId' && measure?.title && title && likeTitle(title, measure.title) < 0.5) {
    issues.push(rowIssue(row, 'otherTitle', { level: 'warning', params: { title: measure.title } }));
  }
  if (issues.some(({ level }) => level === 'error')) return { ...base, kind: 'faulty', issues, missing: [] };

  // What the form would say of the measure afterwards. Nothing of it stops a draft.
  const after = { ...measure?.answers, ...answers };
  const said = checkSubmission(input.edition, after, {
    known: input.known,
    ...(measure?.previous && { previous: measure.previous }),
  });
  const rules = said.filter(({ code, question }) => code !== 'required' && question in answers);
  const kind = !measure
    ? 'new'
    : !measure.here
      ? 'takenAlong'
      : Object.keys(changes).length > 0
        ? 'changed'
        : 'unchanged';
  return {
    ...base,
    kind,
    issues: [...issues, ...rules.map((issue) => ({ ...issue, level: 'warning' as const, row }))],
    missing: said.filter(({ code }) => code === 'required').map(({ question }) => question),
  };
}

function hashOf(rows: readonly PlannedRow[]): string {
  const written = rows.map(({ row, kind, measure, externalId, changes }) => [
    row,
    kind,
    measure ? [measure.id, measure.here, measure.version] : null,
    externalId ?? null,
    changes,
  ]);
  return createHash('sha256').update(canonical(written)).digest('hex');
}

/** The columns of a mapping, as many as the sheet has: what is not told holds nothing. */
export function fullColumns(layout: Layout, columns: readonly ColumnTarget[]): ColumnTarget[] {
  return layout.names.map((_, column) => columns[column] ?? { as: 'nothing' });
}
