import {
  type Answers,
  type Edition,
  exemptionsIn,
  format,
  kindOf,
  type Language,
  type Names,
  type Section,
} from '@samblikk/questionnaire';
import type { Row } from './paper.ts';
import { receiptTexts as say } from './texts.ts';

/** A measure's answers section by section, as a person reads them. What the agency has exempted says so, and on what grounds. */
export function answerRows(
  edition: Edition,
  answers: Answers,
  names: Names,
  language: Language,
): { section: Section; rows: Row[] }[] {
  const { exempt, grounds } = exemptionsIn(edition, answers);
  const show = (question: Section['questions'][number]) =>
    kindOf(question).show(question, answers[question.id] ?? '', language, names, edition);
  const mark = format(say.exempt, language, { grounds: grounds.map(show).join(', '), given: grounds.length });
  return edition.sections.map((section) => ({
    section,
    rows: section.questions
      .filter(({ id }) => answers[id] !== undefined)
      .map((question) => [
        question.label[language],
        exempt.has(question.id) ? `${show(question)}\n${mark}` : show(question),
      ]),
  }));
}
