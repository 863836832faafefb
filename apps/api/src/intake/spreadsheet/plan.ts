import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { canonical } from '@samblikk/files';
import {
  type Answers,
  type AnswerValue,
  checkSubmission,
  type Edition,
  findQuestion,
  kindOf,
  type Question,
} from '@samblikk/questionnaire';
import {
  type Cell,
  type ColumnTarget,
  errorProblem,
  isBlankCell,
  isErrorValue,
  isTicked,
  likeTitle,
  plain,
  questionsToFill,
  type ReadCell,
  readCell,
  readTicked,
  type Translation,
} from '@samblikk/questionnaire/match';
import { matchRows, type RowMatch } from '../match-rows.ts';
import { becomesPublic, withAdditions } from './additions.ts';
import type { Layout } from './layout.ts';
import { letterOf } from './letter.ts';
import { overRow } from './outcome.ts';
import type { Plan, PlanInput, PlannedRow } from './plan-types.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';
import type { KnownMeasure } from './state.ts';
import { templateCell } from './template.ts';
import { isTotals } from './totals.ts';
import { type YieldToOthers, yieldToOthers } from './yield-to-others.ts';

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
        rowIssue(row.row, 'sameTitle', {
          level: 'warning',
          params: { rows: listed(twins.map(input.named)), count: twins.length },
        }),
      );
    const why = left.get(row.row);
    const planned = planRow(input, row, titleOf(input, row), matches.get(row.row));
    rows.push(why ? { ...planned, issues: [why] } : planned);
    await breathe();
  }
  return { rows, words: [...words.values()], hash: hashOf(rows) };
}

function titleOf({ edition }: PlanInput, row: ReadRow): string | undefined {
  const said = row.answers[edition.roles.title];
  return typeof said === 'string' ? said : undefined;
}

/** Why a row is no measure to take in: a person said so; it is hidden, and nobody said that it counts; it is the sum of the others; a row of this title was left out before. */
function whyLeftOut(input: PlanInput, read: ReadRow): 'told' | 'hiddenRow' | 'totals' | 'skippedBefore' | undefined {
  const will = input.mapping.rows[String(read.row)];
  if (will !== undefined) return will === 'skip' ? 'told' : undefined;
  if (!input.mapping.hiddenRows && input.sheet.hiddenRows?.includes(read.row - 1)) return 'hiddenRow';
  const before = input.rowsBefore.get(plain(titleOf(input, read) ?? ''));
  // A row with a number is a measure, whatever it is called.
  if (before === 'take' || read.number !== undefined) return undefined;
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

const listed = (rows: readonly string[]): string =>
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
  /** What is written about publication. */
  let said: string | undefined;
  const keep = (question: Question, column: number, cell: Cell, { answer, problems, words, notes = [] }: ReadCell) => {
    const place = { question: question.id, column: letterOf(column), value: shown(cell) };
    for (const word of words) note(question.id, word);
    for (const { code, params = {} } of problems) issues.push({ row, code, params, level: 'error', ...place });
    // One that stops nothing: the rest of the answer is there.
    if (problems.length === 0)
      for (const { word, how } of words)
        if (how === 'unknown')
          issues.push(rowIssue(row, 'unknownBody', { level: 'warning', column: place.column, params: { word } }));
    for (const { code, params = {} } of notes) issues.push({ row, code, params, level: 'warning', ...place });
    if (answer !== undefined) answers[question.id] = answer;
  };
  mapping.columns.forEach((target, column) => {
    const cell = cells[column] ?? null;
    if (isBlankCell(cell) || target.as === 'nothing') return;
    if (isErrorValue(cell)) {
      const question = 'question' in target ? target.question : '';
      const { code, params = {} } = errorProblem(cell);
      issues.push({ row, code, params, level: 'error', question, column: letterOf(column), value: shown(cell) });
      return;
    }
    if (target.as === 'number') number = String(cell).trim();
    if (target.as === 'externalId') externalId = String(cell).trim().slice(0, 200).toWellFormed();
    const question = 'question' in target ? findQuestion(edition, target.question) : undefined;
    if (!question) return;
    if (question.id === edition.publication.question) said = String(cell);
    if (target.as === 'answer')
      keep(
        question,
        column,
        cell,
        readCell(edition, question, cell, { ...context, unit: target.unit, heading: input.layout.headings[column] }),
      );
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
  addWithin(edition, answers, said);
  return { row, number, externalId, answers, issues };
}

/** A cell that says that something is exempt may say by which act: that is kept as well, where no column holds it. */
function addWithin(edition: Edition, answers: Record<string, AnswerValue>, text: string | undefined): void {
  if (text === undefined) return;
  for (const question of questionsToFill(edition)) {
    const found = kindOf(question).within?.(question, text);
    if (found !== undefined) answers[question.id] ??= found;
  }
}

/** Whether a row newly says that everything is public, and that something is exempt: it is never made more open than it says. */
function isOpenAndExempt(edition: Edition, answers: Answers, changes: Answers): boolean {
  const { question, whole } = edition.publication;
  const bases = questionsToFill(edition).filter((one) => kindOf(one).within && one.id in answers);
  const open = whole.some((code) => code === answers[question]);
  return open && bases.length > 0 && [question, ...bases.map(({ id }) => id)].some((id) => id in changes);
}

/**
 * Whether a cell says what is saved. A saved answer may have what a cell cannot keep, such as a space in front: then it is the
 * same if the template's own cell reads the same.
 */
function saysTheSame(edition: Edition, id: string, answer: AnswerValue, saved: AnswerValue | undefined): boolean {
  if (saved === undefined || isDeepStrictEqual(answer, saved)) return saved !== undefined;
  const question = findQuestion(edition, id);
  return (
    question !== undefined &&
    isDeepStrictEqual(readCell(edition, question, templateCell(edition, question, saved)).answer, answer)
  );
}

const shown = (cell: Cell): string => String(cell ?? '').slice(0, 500);

function planRow(
  input: PlanInput,
  read: ReadRow,
  title: string | undefined,
  match: RowMatch<KnownMeasure> | undefined,
): PlannedRow {
  const { row, externalId } = read;
  const issues = [...read.issues];
  const measure = match && 'measure' in match ? match.measure : undefined;
  const { answers, implied, withoutContact } = withAdditions(input, read.answers, measure);
  const changes = Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => !saysTheSame(input.edition, id, answer, measure?.answers[id])),
  );
  const base = {
    row,
    how: measure ? (match as { how: 'number' }).how : 'new',
    measure,
    title,
    externalId,
    changes,
    implied,
    withoutContact,
    becomesPublic:
      measure !== undefined &&
      becomesPublic(input.edition, measure.here ? measure.answers : (measure.previous ?? {}), {
        ...measure.answers,
        ...answers,
      }),
  } as const;
  if (!match) return { ...base, kind: 'skipped', issues: [], missing: [] };
  const over = overRow(base, issues, match, input.mapping.rows[String(row)] === 'new');
  if (over) return over;
  if (match.how === 'unknownNumber') issues.push(rowIssue(row, 'unknownNumber', { value: read.number ?? '' }));
  if (match.how === 'duplicate')
    issues.push(rowIssue(row, 'duplicate', { params: { first: input.named(match.first) } }));
  if (
    match.how === 'new' &&
    title === undefined &&
    !issues.some(({ question }) => question === input.edition.roles.title)
  ) {
    issues.push(rowIssue(row, 'noTitle', { question: input.edition.roles.title }));
  }
  if (isOpenAndExempt(input.edition, answers, changes))
    issues.push(rowIssue(row, 'openAndExempt', { question: input.edition.publication.question }));
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
  const written = rows.map(({ row, kind, measure, externalId, changes, outcome }) => [
    row,
    kind,
    measure ? [measure.id, measure.here, measure.version] : null,
    externalId ?? null,
    changes,
    outcome ?? null,
  ]);
  return createHash('sha256').update(canonical(written)).digest('hex');
}

/** The columns of a mapping, as many as the sheet has: what is not told holds nothing. */
export function fullColumns(layout: Layout, columns: readonly ColumnTarget[]): ColumnTarget[] {
  return layout.names.map((_, column) => columns[column] ?? { as: 'nothing' });
}
