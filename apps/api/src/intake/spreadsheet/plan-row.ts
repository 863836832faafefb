import { isDeepStrictEqual } from 'node:util';
import {
  type Answers,
  type AnswerValue,
  checkSubmission,
  type Edition,
  findQuestion,
  kindOf,
} from '@samblikk/questionnaire';
import { likeTitle, questionsToFill, readCell } from '@samblikk/questionnaire/match';
import type { RowMatch } from '../match-rows.ts';
import { becomesPublic, withAdditions } from './additions.ts';
import { overRow } from './outcome.ts';
import type { PlanInput, PlannedKind, PlannedRow } from './plan-types.ts';
import type { ReadRow } from './read-row.ts';
import { type RowIssue, rowIssue } from './row-issues.ts';
import type { KnownMeasure } from './state.ts';
import { templateCell } from './template-rows.ts';

type Match = RowMatch<KnownMeasure>;
/** A row with the measure it is, before it is looked at. */
type MatchedRow = Omit<PlannedRow, 'kind' | 'issues' | 'missing'>;

/** What taking one row in would do. @param match which measure it is; undefined for a row that is left out */
export function planRow(
  input: PlanInput,
  read: ReadRow,
  title: string | undefined,
  match: Match | undefined,
): PlannedRow {
  const { answers, row } = matched(input, read, title, match);
  if (!match) return { ...row, kind: 'skipped', issues: [], missing: [] };
  const issues = [...read.issues];
  const over = overRow(row, issues, match, input.mapping.rows[String(read.row)] === 'new');
  if (over) return over;
  issues.push(...matchIssues(input, read, title, match, issues));
  issues.push(...answerIssues(input, row, match, answers));
  const said = input.mapping.leaveOutCells ? withoutCells(input, issues) : issues;
  if (said.some(({ level }) => level === 'error')) return { ...row, kind: 'faulty', issues: said, missing: [] };
  const { rules, missing } = afterwards(input, row, answers, said);
  return { ...row, kind: kindOfRow(row), issues: [...said, ...rules], missing };
}

function matched(input: PlanInput, { row, externalId, answers: said }: ReadRow, title?: string, match?: Match) {
  const measure = match && 'measure' in match ? match.measure : undefined;
  const { answers, implied, withoutContact } = withAdditions(input, said, measure);
  const changes = Object.fromEntries(
    Object.entries(answers).filter(([id, answer]) => !saysTheSame(input.edition, id, answer, measure?.answers[id])),
  );
  const found: MatchedRow = {
    row,
    how: match && 'measure' in match ? match.how : 'new',
    measure,
    title,
    externalId,
    changes,
    said: answers,
    implied,
    withoutContact,
    becomesPublic:
      measure !== undefined &&
      becomesPublic(input.edition, measure.here ? measure.answers : (measure.previous ?? {}), {
        ...measure.answers,
        ...answers,
      }),
  };
  return { answers, row: found };
}

/** What is the matter with which measure a row is. @param issues what is the matter with its cells */
function matchIssues(
  { edition, named }: PlanInput,
  { row, number = '' }: ReadRow,
  title: string | undefined,
  match: Match,
  issues: readonly RowIssue[],
): RowIssue[] {
  const { title: question } = edition.roles;
  if (match.how === 'unknownNumber') return [rowIssue(row, 'unknownNumber', { value: number })];
  if (match.how === 'duplicate') return [rowIssue(row, 'duplicate', { params: { first: named(match.first) } })];
  if (match.how === 'new' && title === undefined && !issues.some((issue) => issue.question === question))
    return [rowIssue(row, 'noTitle', { question })];
  return [];
}

/** Titles less alike than this are those of two measures. */
const likeEnough = 0.5;

/** What is the matter with answers that can each be read. */
function answerIssues(
  { edition }: PlanInput,
  { row, measure, title, changes }: MatchedRow,
  match: Match,
  answers: Answers,
): RowIssue[] {
  const other = match.how === 'externalId' && measure?.title && title && likeTitle(title, measure.title) < likeEnough;
  return [
    ...(isOpenAndExempt(edition, answers, changes)
      ? [rowIssue(row, 'openAndExempt', { question: edition.publication.question })]
      : []),
    ...(measure?.settled ? [rowIssue(row, 'settled', { level: 'warning' })] : []),
    ...(other ? [rowIssue(row, 'otherTitle', { level: 'warning', params: { title: measure?.title ?? '' } })] : []),
  ];
}

/** Cells that cannot be read do not stop their row. The name says which measure it is; any other answer can be given in the form. */
function withoutCells({ edition }: PlanInput, issues: readonly RowIssue[]): RowIssue[] {
  return issues.map((issue) =>
    issue.column !== undefined && issue.level === 'error' && issue.question !== edition.roles.title
      ? { ...issue, level: 'warning', leftOut: true }
      : issue,
  );
}

/** What the form would say of the measure afterwards. Nothing of it stops a draft. */
function afterwards(
  { edition, known }: PlanInput,
  { row, measure }: MatchedRow,
  answers: Answers,
  issues: readonly RowIssue[],
): { rules: RowIssue[]; missing: string[] } {
  const previous = measure?.previous;
  const said = checkSubmission(edition, { ...measure?.answers, ...answers }, { known, ...(previous && { previous }) });
  const isNew = ({ code, question }: { code: string; question: string }) =>
    question in answers && !issues.some((issue) => issue.code === code && issue.question === question);
  return {
    rules: said
      .filter((issue) => issue.code !== 'required' && isNew(issue))
      .map((issue) => ({ ...issue, level: 'warning', row })),
    missing: said.filter(({ code }) => code === 'required').map(({ question }) => question),
  };
}

function kindOfRow({ measure, changes }: MatchedRow): PlannedKind {
  if (!measure) return 'new';
  if (!measure.here) return 'carriedForward';
  return Object.keys(changes).length > 0 ? 'changed' : 'unchanged';
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
