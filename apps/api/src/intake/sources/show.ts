import type { Delivery, DeliveryReport, Source } from '@samblikk/contract';
import {
  type AnswerValue,
  type Edition,
  editionOf,
  findQuestion,
  kindOf,
  type Language,
  type Names,
  questionLabel,
} from '@samblikk/questionnaire';
import { cellOptions } from '@samblikk/questionnaire/match';
import { rowIssueText } from '../spreadsheet/row-issues.ts';
import { needsOf } from './deliver.ts';
import { faultText } from './faults.ts';
import type { StoredChange, StoredReport, StoredRow } from './schema.ts';
import type { DeliveryRow, SourceRow } from './store.ts';

/** What puts codes in words: the years of rounds by id, names of agencies and so on, and the reader's language. */
export interface Words {
  readonly years: ReadonlyMap<string, number>;
  readonly names: Names;
  readonly language: Language;
}

export function deliveryView(row: Omit<DeliveryRow, 'sourceId'>, { years }: Pick<Words, 'years'>): Delivery {
  const { id, at, outcome, roundId, fileName, counts } = row;
  return { id, at: at.toISOString(), outcome, year: years.get(roundId ?? '') ?? null, fileName, counts: { ...counts } };
}

/** A source as the agency and administrators see it. @param last its newest delivery */
export function sourceView(row: SourceRow, last: DeliveryRow | undefined, words: Words): Source {
  const { id, kind, name, address, pace, fault, failures } = row;
  return {
    ...{ id, kind, name, address, pace, failures },
    paused: row.pausedAt !== null,
    checkedAt: row.checkedAt?.toISOString() ?? null,
    nextAt: row.pausedAt === null ? (row.nextAt?.toISOString() ?? null) : null,
    fault: fault && faultText(fault, words.language),
    needsPeople: needsOf(last?.report ?? null).length > 0,
    last: last ? deliveryView(last, words) : null,
  };
}

/** The columns and words of a report, in words: what stood in the file, and our question or code for it. */
export function mappingView(
  report: StoredReport | null,
  { language }: Pick<Words, 'language'>,
): Pick<DeliveryReport, 'columns' | 'words'> {
  const edition = report && editionOf(report.edition);
  if (!report || !edition) return { columns: [], words: [] };
  return {
    columns: report.columns.map((column) => ({ ...column })),
    words: report.words.map(({ question, word, code, how, cells }) => ({
      ...{ question, word, code, how, cells },
      label: questionLabel(edition, question, language),
      codeLabel: code === null || code === '' ? null : labelOf(edition, question, code, language),
    })),
  };
}

function labelOf(edition: Edition, id: string, code: string, language: Language): string {
  const question = findQuestion(edition, id);
  const found = question && cellOptions(edition, question).find((one) => one.code === code);
  return found?.label[language] ?? code;
}

/** A delivery with its report in words. */
export function reportView(row: Omit<DeliveryRow, 'sourceId'>, words: Words): DeliveryReport {
  const { report, fault } = row;
  const edition = report && editionOf(report.edition);
  return {
    delivery: deliveryView(row, words),
    fault: fault && faultText(fault, words.language),
    rows: report && edition ? report.rows.map((one) => rowView(one, edition, words)) : [],
    notListed: report?.notListed ?? 0,
    gone: (report?.gone ?? []).map((one) => ({ ...one })),
    ...mappingView(report, words),
  };
}

function rowView(row: StoredRow, edition: Edition, { names, language }: Words): DeliveryReport['rows'][number] {
  const show = (id: string, answer: AnswerValue | null): string | null => {
    const question = findQuestion(edition, id);
    return question && answer !== null ? kindOf(question).show(question, answer, language, names, edition) : null;
  };
  const change = ({ question, from, to }: StoredChange) => ({
    ...{ question, label: questionLabel(edition, question, language) },
    ...{ from: show(question, from), to: show(question, to) ?? '' },
  });
  const { result, why, number, title, measure, sheet } = row;
  return {
    ...{ row: row.row, sheet, result, why, number, title, measure },
    taken: row.taken.map(change),
    conflicts: row.conflicts.map((one) => ({ ...change(one), settled: one.settled })),
    issues: row.issues.map((issue) => ({
      level: issue.level === 'error' ? 'error' : 'warning',
      text: rowIssueText(issue, edition, language),
    })),
  };
}
