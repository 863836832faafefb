import * as z from 'zod/mini';
import { walk } from './asked.ts';
import { checkAnswer, type Issue } from './check.ts';
import { type Answers, type AnswerValue, type Edition, type Question, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';

/** A measure as a row of the survey file. */
export interface SurveyRow {
  readonly externalId: string;
  readonly answers: Answers;
  readonly known: Answers;
  /** ISO 8601 with offset; undefined when not submitted. */
  readonly submittedAt?: string | undefined;
}

/** An issue with the place in a file where it is. */
export interface ColumnIssue extends Issue {
  readonly column: string;
  readonly value: string;
}

export interface ReadSurveyRow extends SurveyRow {
  readonly issues: readonly ColumnIssue[];
}

const idColumn = 'externalId';
const timeColumn = 'submittedAt';

/** The column names of the survey file. */
export function surveyHeader(edition: Edition): string[] {
  return [idColumn, ...questionsOf(edition).flatMap((question) => kindOf(question).columns(question)), timeColumn];
}

/**
 * The cells of one measure, as many as the header. Answers to questions not asked are left out, unless `keepUnasked`:
 * an export that must give back an imported file keeps what was in it.
 */
export function surveyCells(edition: Edition, row: SurveyRow, { keepUnasked = false } = {}): string[] {
  const answers = keepUnasked ? row.answers : walk(edition, { ...row.answers, ...row.known }).answered;
  const cells = questionsOf(edition).flatMap((question) =>
    kindOf(question).cells(question, (question.known ? row.known : answers)[question.id]),
  );
  return [row.externalId, ...cells, row.submittedAt ?? ''];
}

const time = z.iso.datetime({ offset: true });

/**
 * Reads one row of a survey file, keyed by column name. A wrong value is an error and is left out. Historical answers may
 * be blank where the form would ask, or answer what was not asked: those are warnings, and the answer is kept.
 */
export function readSurveyRow(edition: Edition, record: Readonly<Record<string, string>>): ReadSurveyRow {
  const answers: Record<string, AnswerValue> = {};
  const known: Record<string, AnswerValue> = {};
  const issues: ColumnIssue[] = [];

  for (const question of questionsOf(edition)) {
    const { answer, found } = readQuestion(edition, question, record);
    issues.push(...found);
    if (answer !== undefined) (question.known ? known : answers)[question.id] = answer;
  }
  const faulty = new Set(issues.map((issue) => issue.question));
  const { asked } = walk(edition, { ...answers, ...known });
  for (const question of questionsOf(edition)) {
    const answered = question.id in answers || question.id in known || faulty.has(question.id);
    const [column = question.id] = kindOf(question).columns(question);
    const say = (code: string, level: Issue['level']) =>
      issues.push({ question: question.id, code, params: {}, level, column, value: record[column] ?? '' });
    if (answered && !asked.has(question.id)) say('notAsked', 'warning');
    // Without an owner the row belongs nowhere: that is not a blank answer.
    if (!answered && question.known) say('required', 'error');
    else if (!answered && question.required && asked.has(question.id)) say('required', 'warning');
  }

  const externalId = (record[idColumn] ?? '').trim();
  const submittedAt = (record[timeColumn] ?? '').trim();
  const sayColumn = (column: string, code: string, value: string) =>
    issues.push({ question: column, code, params: {}, level: 'error', column, value });
  if (externalId === '') sayColumn(idColumn, 'required', '');
  if (submittedAt !== '' && !time.safeParse(submittedAt).success) sayColumn(timeColumn, 'notATime', submittedAt);
  return { externalId, answers, known, submittedAt: submittedAt === '' ? undefined : submittedAt, issues };
}

function readQuestion(edition: Edition, question: Question, record: Readonly<Record<string, string>>) {
  const kind = kindOf(question);
  const columns = kind.columns(question);
  const { answer, problems = [] } = kind.read(
    question,
    columns.map((column) => record[column] ?? ''),
  );
  const wrong: readonly Issue[] = [
    ...problems.map(({ code, params = {} }) => ({ question: question.id, code, params, level: 'error' as const })),
    ...(answer === undefined ? [] : checkAnswer(edition, question, answer)),
  ];
  const value = columns.map((column) => record[column] ?? '').join(' ');
  const found = wrong.map((issue) => ({ ...issue, column: columns[0] ?? question.id, value }));
  return { answer: wrong.length === 0 ? answer : undefined, found };
}
