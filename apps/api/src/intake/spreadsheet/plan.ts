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
import { canonical } from '../../platform/audit/index.ts';
import { matchRows, type RowMatch } from '../match-rows.ts';
import type { Layout } from './layout.ts';
import { letterOf } from './letter.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';
import type { UploadedSheet, UploadMapping } from './schema.ts';
import type { KnownMeasure } from './state.ts';
import { isTotals } from './totals.ts';
import { type YieldToOthers, yieldToOthers } from './yield-to-others.ts';

export type PlannedKind = 'new' | 'carriedForward' | 'changed' | 'unchanged' | 'faulty' | 'skipped';

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
  readonly mapping: Pick<UploadMapping, 'columns' | 'rows' | 'leaveOutCells'>;
  readonly measures: readonly KnownMeasure[];
  /** What was done before with a row of this title, plain. */
  readonly rowsBefore: ReadonlyMap<string, 'skip' | 'take'>;
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

/**
 * What taking a list in would do, row by row, in slices that let others in between. The same list, mapping and measures give
 * the same plan.
 */
export async function planOf(input: PlanInput, breathe: YieldToOthers = yieldToOthers()): Promise<Plan> {
  const words = new Map<string, Translation & { question: string; cells: number }>();
  const note = (question: string, translation: Translation) => {
    const key = `${question} ${plain(translation.word)}`;
    const before = words.get(key);
    words.set(key, { ...(before ?? { ...translation, question }), cells: (before?.cells ?? 0) + 1 });
  };
  const read: ReadRow[] = [];
  const left = new Map<number, RowIssue | undefined>();
  for (const at of input.layout.rows) {
    const row = readRow(input, at, note);
    read.push(row);
    const why = whyLeftOut(input, row);
    if (why) left.set(row.row, why === 'told' ? undefined : rowIssue(row.row, why, { level: 'warning' }));
    await breathe();
  }
  const identities = read
    .filter(({ row }) => !left.has(row))
    .map((row) => ({ ...row, title: titleOf(input, row), asNew: input.mapping.rows[String(row.row)] === 'new' }));
  const matches = await matchRows(identities, input.measures, breathe);
  const alike = sameTitles(identities);
  const rows: PlannedRow[] = [];
  for (const row of read) {
    const twins = (alike.get(row.row) ?? []).filter((other) => other !== row.row);
    if (twins.length > 0)
      row.issues.push(
        rowIssue(row.row, 'sameTitle', { level: 'warning', params: { rows: listed(twins), count: twins.length } }),
      );
    const planned = planRow(input, row, titleOf(input, row), matches.get(row.row));
    const why = left.get(row.row);
    rows.push(why ? { ...planned, issues: [why] } : planned);
    await breathe();
  }
  return { rows, words: [...words.values()], hash: hashOf(rows) };
}

function titleOf({ edition }: PlanInput, row: ReadRow): string | undefined {
  const said = row.answers[edition.roles.title];
  return typeof said === 'string' ? said : undefined;
}

/** Why a row is no measure to take in: a person said so; it is the sum of the others; a row of this title was left out before. */
function whyLeftOut(input: PlanInput, read: ReadRow): 'told' | 'totals' | 'skippedBefore' | undefined {
  const will = input.mapping.rows[String(read.row)];
  if (will !== undefined) return will === 'skip' ? 'told' : undefined;
  const before = input.rowsBefore.get(plain(titleOf(input, read) ?? ''));
  if (before === 'take') return undefined;
  if (isTotals(input.sheet.rows[read.row - 1] ?? [])) return 'totals';
  return before === 'skip' ? 'skippedBefore' : undefined;
}

/** The rows of each title that stands in several, where some have no number to tell them apart. */
function sameTitles(rows: readonly (ReadRow & { title: string | undefined })[]): Map<number, number[]> {
  const groups = Map.groupBy(rows, ({ title }) => plain(title ?? ''));
  return new Map(
    [...groups].flatMap(([title, group]) =>
      title !== '' && group.length > 1 && group.some((row) => (row.number ?? row.externalId) === undefined)
        ? group.map(({ row }) => [row, group.map((one) => one.row)] as const)
        : [],
    ),
  );
}

const listed = (rows: readonly number[]): string =>
  rows.length > 5 ? `${rows.slice(0, 5).join(', ')} …` : rows.join(', ');

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

function planRow(
  input: PlanInput,
  read: ReadRow,
  title: string | undefined,
  match: RowMatch<KnownMeasure> | undefined,
): PlannedRow {
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
  if (match.how === 'duplicate') issues.push(rowIssue(row, 'duplicate', { params: { first: match.first } }));
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
  if (input.mapping.leaveOutCells) {
    // The name says which measure it is; any other answer can be given in the form.
    for (const [at, issue] of issues.entries())
      if (issue.column !== undefined && issue.level === 'error' && issue.question !== input.edition.roles.title)
        issues[at] = { ...issue, level: 'warning', leftOut: true };
  }
  if (issues.some(({ level }) => level === 'error')) return { ...base, kind: 'faulty', issues, missing: [] };

  // What the form would say of the measure afterwards. Nothing of it stops a draft.
  const after = { ...measure?.answers, ...answers };
  const said = checkSubmission(input.edition, after, {
    known: input.known,
    ...(measure?.previous && { previous: measure.previous }),
  });
  const rules = said.filter(
    ({ code, question }) =>
      code !== 'required' &&
      question in answers &&
      !issues.some((issue) => issue.code === code && issue.question === question),
  );
  const kind = !measure
    ? 'new'
    : !measure.here
      ? 'carriedForward'
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
