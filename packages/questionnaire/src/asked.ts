import { holds, isBlank } from './condition.ts';
import { type Answers, type AnswerValue, type Edition, findQuestion, questionsById } from './definition.ts';

/** The three states of an answer. */
export type AnswerState = 'notAsked' | 'blank' | 'answered';

/**
 * The questions these answers lead to, in order. An answer to a question that is not asked counts as blank for the
 * questions after it, so that a hidden answer cannot keep others open.
 */
export function askedQuestions(edition: Edition, answers: Answers): ReadonlySet<string> {
  return walk(edition, answers).asked;
}

/** The answers to questions that are asked: hidden answers, blanks and unknown ids are left out. */
export function askedAnswers(edition: Edition, answers: Answers): Answers {
  return walk(edition, answers).answered;
}

/** Whether a question was not asked, asked and blank, or answered. An id the edition does not have was not asked. */
export function stateOf(edition: Edition, answers: Answers, id: string): AnswerState {
  if (!findQuestion(edition, id)) return 'notAsked';
  const { asked, answered } = walk(edition, answers);
  if (!asked.has(id)) return 'notAsked';
  return answered[id] === undefined ? 'blank' : 'answered';
}

/** One walk through the questionnaire gives both what is asked and what is answered. */
export function walk(edition: Edition, answers: Answers): { asked: ReadonlySet<string>; answered: Answers } {
  const asked = new Set<string>();
  const answered: Record<string, AnswerValue> = {};
  for (const question of questionsById(edition).values()) {
    if (question.showIf && !holds(question.showIf, answered)) continue;
    asked.add(question.id);
    const answer = answers[question.id];
    if (!isBlank(answer)) answered[question.id] = answer as AnswerValue;
  }
  return { asked, answered };
}
