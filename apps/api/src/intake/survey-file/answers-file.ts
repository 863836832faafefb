import { type Edition, findQuestion, kindOf, readSurveyRow, surveyHeader } from '@samblikk/questionnaire';
import { v7 as uuid } from 'uuid';
import { BrokenCsv, type FileForm, readCsv } from './csv-file.ts';
import { headerIssues, toRecord } from './header.ts';
import { type FileIssue, fileIssue } from './problems.ts';
import type { StagedRow } from './staging.ts';

/** What a row of answers is held against. */
export interface AnswersContext {
  readonly edition: Edition;
  /** Agencies of the population by organisation number. */
  readonly agencies: ReadonlyMap<string, { agencyId: string; ministry: string; answered: boolean }>;
  /** Answers after this moment are late; null when the round has no deadline. */
  readonly deadline: Date | null;
  readonly say: (issue: FileIssue) => void;
}

/** Reads the answers file row by row; yields the rows that can be kept, and says what is wrong with the others. */
export async function* readAnswersFile(
  path: string,
  form: FileForm,
  context: AnswersContext,
): AsyncGenerator<StagedRow> {
  const { edition, say } = context;
  const expected = surveyHeader(edition);
  let header: readonly string[] | undefined;
  try {
    for await (const { row, cells } of readCsv(path, form)) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim());
        for (const issue of headerIssues('answers', header, expected)) say(issue);
      } else if (cells.length !== header.length) {
        say(fileIssue('answers', 'columnCount', { row, params: { found: cells.length, expected: header.length } }));
      } else {
        const staged = readRow(row, toRecord(header, cells, expected), header, context);
        if (staged) yield staged;
      }
    }
  } catch (error) {
    if (!(error instanceof BrokenCsv)) throw error;
    say(fileIssue('answers', 'broken', { row: error.row }));
  }
  if (header === undefined) say(fileIssue('answers', 'empty'));
}

/** Reads one row; undefined when something in it is wrong. */
function readRow(
  row: number,
  record: Readonly<Record<string, string>>,
  header: readonly string[],
  context: AnswersContext,
): StagedRow | undefined {
  const { edition, agencies, deadline, say } = context;
  const read = readSurveyRow(edition, record);
  let faulty = false;
  const report = (issue: FileIssue) => {
    // A column that is missing was named once, at the header.
    if (issue.column !== undefined && !header.includes(issue.column)) return;
    faulty ||= issue.level === 'error';
    say(issue);
  };
  for (const issue of read.issues) {
    // A measure without a name cannot be shown to anybody, so it is no laxness of the time.
    const nameless = issue.code === 'required' && issue.question === edition.roles.title;
    report({ ...issue, file: 'answers', row, ...(nameless && { level: 'error' as const }) });
  }
  if (read.externalId.includes('\u0000')) {
    report(fileIssue('answers', 'illegalCharacter', { row, column: 'externalId' }));
  }
  const orgnr = String(read.known[edition.roles.agency] ?? '');
  const owner = agencies.get(orgnr);
  const place = (role: 'agency' | 'ministry') => {
    const column = columnOf(edition, edition.roles[role]);
    return { row, column, value: record[column] ?? '' };
  };
  if (orgnr !== '' && !owner) report(fileIssue('answers', 'notInPopulation', place('agency')));
  if (owner && !owner.answered) report(fileIssue('answers', 'notAnswered', { ...place('agency'), level: 'warning' }));
  const ministry = read.known[edition.roles.ministry];
  if (owner && ministry !== undefined && ministry !== owner.ministry) {
    report(fileIssue('answers', 'otherMinistry', { ...place('ministry'), params: { ministry: owner.ministry } }));
  }
  const when = timeOf(read.submittedAt);
  const late = when !== null && deadline !== null && when > deadline;
  const column = 'submittedAt';
  if (late) report(fileIssue('answers', 'late', { row, column, value: record[column] ?? '', level: 'warning' }));
  if ((record[column] ?? '').trim() === '') report(fileIssue('answers', 'noTime', { row, column, level: 'warning' }));
  if (faulty || !owner) return undefined;
  return {
    row,
    external_id: read.externalId,
    agency_id: owner.agencyId,
    answers: read.answers,
    submitted_at: when?.toISOString() ?? null,
    late,
    measure_id: uuid(),
    revision_id: uuid(),
  };
}

function columnOf(edition: Edition, id: string): string {
  const question = findQuestion(edition, id);
  return (question && kindOf(question).columns(question)[0]) ?? id;
}

function timeOf(text: string | undefined): Date | null {
  const time = new Date(text ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? null : time;
}
