import { isDeepStrictEqual } from 'node:util';
import type { SpreadsheetPreview } from '@samblikk/contract';
import { rowKinds } from '@samblikk/contract';
import {
  type AnswerValue,
  type Body,
  type Edition,
  findQuestion,
  freeBody,
  kindOf,
  type Language,
  type Names,
  questionLabel,
  suggestBodies,
} from '@samblikk/questionnaire';
import { canMean, cellOptions, plain } from '@samblikk/questionnaire/match';
import type { AgencyRound } from '../../rounds/index.ts';
import { columnNumber } from './letter.ts';
import { columnIn, type List, placeOf } from './list.ts';
import type { PlannedRow } from './plan-types.ts';
import type { Planned } from './preview.ts';
import { type RowIssue, rowIssueText } from './row-issues.ts';

/** The most words that are compared with the names of bodies; the others can be kept as free text, or left out. */
const mostSuggested = 200;

/** The most rows a preview lists; all are counted. */
const mostRows = 1_000;

/** A plan in words. */
export function previewOf(
  { edition }: AgencyRound,
  { plan, list, bodies }: Planned,
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
      key: row.row,
      ...placeOf(list, row.row),
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
          ...issueIn(list, issue, edition, language),
          ...(issue.column !== undefined && { column: columnName(list, row.row, issue.column) }),
        })),
      ),
      becomesPublic: row.becomesPublic,
      missing: row.missing.map((id) => questionLabel(edition, id, language)),
    })),
    notListed: plan.rows.length - listed.length,
    words: plan.words
      .filter(({ how }) => how !== 'code' && how !== 'label')
      .map(({ question, word, code, how, cells }, at) => ({
        question,
        label: questionLabel(edition, question, language),
        word,
        code: code ?? null,
        how,
        cells,
        ...wordChoices(edition, question, word, at < mostSuggested ? bodies : [], language),
      })),
    implied: impliedOf(plan.rows, (id) => questionLabel(edition, id, language), show),
    withoutContact: plan.rows.filter(({ kind, withoutContact }) => withoutContact && kind !== 'skipped').length,
  };
}

/** What a word may be told to stand for where no categories are listed: bodies it may mean, or itself as free text. */
function wordChoices(edition: Edition, id: string, word: string, bodies: readonly Body[], language: Language) {
  const question = findQuestion(edition, id);
  const free = freeBody(word);
  if (!question || cellOptions(edition, question).length > 0) return { suggestions: [], freeText: null };
  return {
    suggestions: suggestBodies(bodies, word, language).map(({ code, name }) => ({ code, label: name[language] })),
    freeText: free !== undefined && canMean(edition, question, free) ? free : null,
  };
}

/** The answers that follow from others, each with the number of rows. */
function impliedOf(
  rows: readonly PlannedRow[],
  label: (question: string) => string,
  show: (question: string, answer: AnswerValue) => string | null,
) {
  const all = rows.filter(({ kind }) => kind !== 'skipped').flatMap(({ implied }) => Object.entries(implied));
  return [...Map.groupBy(all, ([id]) => id)].map(([question, found]) => ({
    question,
    label: label(question),
    answer: show(question, found[0]?.[1] ?? '') ?? '',
    rows: found.length,
  }));
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

/** An issue in words, with the place where a person looks. */
export function issueIn(list: List, issue: RowIssue, edition: Edition, language: Language) {
  return {
    ...issue,
    ...placeOf(list, issue.row),
    text: rowIssueText(issue, edition, language),
    ...(issue.column !== undefined && { column: columnIn(list, issue.row, issue.column) }),
  };
}

/** `C (Kostnad)`: where a person looks in the sheet. */
function columnName(list: List, row: number, letter: string): string {
  const own = columnIn(list, row, letter);
  const heading = list.layout.headings[columnNumber(letter) - 1] ?? '';
  return plain(heading) === '' ? own : `${own} (${heading.replace(/\s+/g, ' ').slice(0, 60)})`;
}

/** What must be confirmed and rows with errors first to be kept, then those that change something; in the order of the sheet. */
function listedRows(rows: readonly PlannedRow[]): PlannedRow[] {
  const weight: Record<PlannedRow['kind'], number> = {
    faulty: 0,
    changed: 1,
    carriedForward: 2,
    ended: 2,
    new: 3,
    skipped: 4,
    unchanged: 5,
  };
  return rows
    .toSorted(
      (a, b) => Number(b.becomesPublic) - Number(a.becomesPublic) || weight[a.kind] - weight[b.kind] || a.row - b.row,
    )
    .slice(0, mostRows)
    .sort((a, b) => a.row - b.row);
}
