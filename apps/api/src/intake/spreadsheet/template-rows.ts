import {
  type Answers,
  type AnswerValue,
  type Edition,
  format,
  kindOf,
  type Language,
  type Question,
  questionLabel,
} from '@samblikk/questionnaire';
import {
  cellOptions,
  ownHeading,
  ownHeadings,
  previousHeading,
  questionsToFill,
  translate,
} from '@samblikk/questionnaire/match';
import { carried, type KnownMeasure } from './state.ts';
import { words } from './template-texts.ts';

/**
 * The measures of a template: this round's drafts, and last year's that nothing is said about. What can be carried on is written
 * in where this round has no answer yet.
 */
export function templateRows(
  edition: Edition,
  measures: readonly KnownMeasure[],
): { measure: KnownMeasure; answers: Answers }[] {
  return measures
    .filter(({ settled }) => !settled)
    .map((measure) => ({
      measure,
      answers: { ...carried(edition, measure.previous ?? {}), ...measure.answers },
    }))
    .sort((a, b) => (a.measure.number < b.measure.number ? -1 : 1));
}

type TemplateRow = ReturnType<typeof templateRows>[number];

/** A column of the template: its heading for people and for the program, and what stands in it. */
export interface Column {
  readonly label: string;
  readonly id: string;
  /** The question it is answered in; none for numbers, and for last year’s answers. */
  readonly question?: Question;
  /** To be read and not written in. */
  readonly aside?: true;
  cell(row: TemplateRow): Written;
}

/** The columns from the left. A question that is asked anew has last year’s answer beside it. */
export function columnsOf(edition: Edition, language: Language): Column[] {
  const questions = questionsToFill(edition).flatMap((question): Column[] => {
    const label = question.label[language];
    const column: Column = {
      label: question.required ? `${label} *` : label,
      id: ownHeading(question),
      question,
      cell: ({ answers }) => written(edition, question, answers[question.id], language),
    };
    if (!question.askAnew) return [column];
    const before: Column = {
      label: format(words.previous, language, { label: questionLabel(edition, question.id, language) }),
      id: previousHeading(question),
      aside: true,
      cell: ({ measure }) => written(edition, question, measure.previous?.[question.id], language),
    };
    return [column, before];
  });
  return [
    { label: words.number[language], id: ownHeadings.number, cell: ({ measure }) => measure.number },
    { label: words.externalId[language], id: ownHeadings.externalId, cell: ({ measure }) => measure.externalId },
    ...questions,
  ];
}

/** What is written in a cell; a date is a day of the calendar. */
export type Written = string | number | Date | null;

/** An answer as it is written in a cell of the template: numbers as numbers, categories by the label in the reader's language. */
function written(edition: Edition, question: Question, answer: AnswerValue | undefined, language: Language): Written {
  if (answer === undefined || typeof answer === 'number') return answer ?? null;
  if (kindOf(question).days) return new Date(`${answer}T00:00:00Z`);
  const options = cellOptions(edition, question);
  const word = (code: string) => {
    const label = options.find((option) => option.code === code)?.label[language];
    // A label that is read back as another category, or as several, is written as its code.
    return label !== undefined && !/[;|\n]/.test(label) && translate(label, options, { exact: true }).code === code
      ? label
      : code;
  };
  return [answer].flat().map(word).join('; ');
}

/** The same as text, as it stands in a CSV file. */
export function templateCell(edition: Edition, question: Question, answer: AnswerValue, language: Language = 'nb') {
  return inText(written(edition, question, answer, language));
}

/** A cell as a CSV file has it. */
export const inText = (cell: Written) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell);
