import type { Answers, AnswerValue, Condition } from './definition.ts';

/** Whether there is nothing in an answer: no value, only white space, or an empty list. */
export function isBlank(value: AnswerValue | undefined): value is undefined {
  if (value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value !== 'number' && value.length === 0;
}

/** The answers without the blank ones. */
export function withoutBlanks(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isBlank(value)));
}

/**
 * Whether a condition holds. The only evaluator: form, API, import, statistics and publication all ask here.
 *
 * @param answers the asked answers; a question without an answer is blank, and a blank satisfies nothing but `blank: true`
 * @param previous last year's answers to the same measure, for `changedTimes`
 */
export function holds(condition: Condition, answers: Answers, previous?: Answers): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, answers, previous));
  if ('any' in condition) return condition.any.some((part) => holds(part, answers, previous));
  if ('not' in condition) return !holds(condition.not, answers, previous);

  const answer = answers[condition.question];
  if ('is' in condition) return answer === condition.is;
  if ('in' in condition) return typeof answer === 'string' && condition.in.includes(answer);
  if ('includes' in condition) return Array.isArray(answer) && answer.includes(condition.includes);
  if ('blank' in condition) return isBlank(answer) === condition.blank;
  if ('below' in condition) return typeof answer === 'number' && answer < condition.below;
  if ('above' in condition) return typeof answer === 'number' && answer > condition.above;
  if ('before' in condition) return typeof answer === 'string' && answer !== '' && answer < condition.before;
  if ('aboveQuestion' in condition) return isAbove(answer, answers[condition.aboveQuestion]);
  if ('changedTimes' in condition) {
    return changedTimes(answer, previous?.[condition.question], condition.changedTimes);
  }
  return condition satisfies never;
}

/** Compares two amounts, or two texts that sort as they mean, such as ISO dates; false when either is blank. */
function isAbove(answer: AnswerValue | undefined, other: AnswerValue | undefined): boolean {
  if (typeof answer === 'number' && typeof other === 'number') return answer > other;
  if (typeof answer === 'string' && typeof other === 'string') return other !== '' && answer > other;
  return false;
}

/** False when either year has no amount, or zero: then there is nothing to be many times as large as. */
function changedTimes(now: AnswerValue | undefined, before: AnswerValue | undefined, times: number): boolean {
  if (typeof now !== 'number' || typeof before !== 'number' || now <= 0 || before <= 0) return false;
  return now > before * times || now * times < before;
}

/** The ids of the questions a condition reads. */
export function questionsRead(condition: Condition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(questionsRead);
  if ('any' in condition) return condition.any.flatMap(questionsRead);
  if ('not' in condition) return questionsRead(condition.not);
  return 'aboveQuestion' in condition ? [condition.question, condition.aboveQuestion] : [condition.question];
}
