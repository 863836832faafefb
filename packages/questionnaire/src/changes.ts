import { isComparable } from './compare.ts';
import { type Answers, type AnswerValue, type Edition, findQuestion, type Question } from './definition.ts';
import { kindOf } from './kinds/index.ts';

/** How an answer differs from last year's, where that is worth a look: an amount, a step back in an order, or another choice. */
export type NotableChange = 'higher' | 'lower' | 'back' | 'changed';

export interface AnswerChange {
  readonly question: string;
  readonly change: NotableChange;
  /** Of an amount: how many times as large, or as small, as last year. */
  readonly times?: number;
}

/** An amount that is at least so many times last year's, or as many times smaller, is worth a look. */
const notableTimes = 2;

/** The questions whose answers are held against last year's: those a measure's page begins with, as far as they are amounts or choices. */
export function followedQuestions(edition: Edition): readonly Question[] {
  return (edition.highlights ?? [])
    .flat()
    .flatMap((id) => findQuestion(edition, id) ?? [])
    .filter((question) => kindOf(question).unit !== undefined || isOneOfSeveral(question));
}

/** What in a measure has changed since last year and is worth a look. Only what can be compared and was answered both years. */
export function changesSince(
  edition: Edition,
  answers: Answers,
  before: { readonly edition: Edition; readonly answers: Answers },
  editions: Readonly<Record<string, Edition>>,
): AnswerChange[] {
  return followedQuestions(edition).flatMap((question) => {
    const [now, then] = [answers[question.id], before.answers[question.id]];
    if (now === undefined || then === undefined) return [];
    if (!isComparable(edition, question.id, before.edition.id, editions)) return [];
    return changeOf(question, now, then) ?? [];
  });
}

function changeOf(question: Question, now: AnswerValue, then: AnswerValue): AnswerChange | undefined {
  const { id } = question;
  if (typeof now === 'number' && typeof then === 'number') {
    if (now <= 0 || then <= 0) return undefined;
    if (now >= then * notableTimes) return { question: id, change: 'higher', times: now / then };
    return now * notableTimes <= then ? { question: id, change: 'lower', times: then / now } : undefined;
  }
  if (!isOneOfSeveral(question) || now === then) return undefined;
  // What is asked anew each year has its choices in the order that measures go through them.
  if (!question.askAnew) return { question: id, change: 'changed' };
  const place = (code: AnswerValue) =>
    kindOf(question)
      .choices(question)
      .findIndex((option) => option.code === code);
  return place(now) < place(then) ? { question: id, change: 'back' } : undefined;
}

/** Whether one of a closed list is chosen. */
const isOneOfSeveral = (question: Question) =>
  kindOf(question).categories(question) !== undefined && !kindOf(question).several;
