import { type Edition, type Question, questionsOf } from './definition.ts';

export interface NumberedQuestion {
  readonly number: string;
  readonly question: Question;
}

/**
 * The questions of an edition with their numbers, counted: as the form of that year had them, or in the order they are asked.
 * `16b` is a field under question 16 and no question of its own.
 */
export function numbered(edition: Edition): {
  readonly all: readonly NumberedQuestion[];
  readonly questions: number;
  readonly fields: number;
} {
  const all = questionsOf(edition).map((question, at) => ({ number: question.number ?? String(at + 1), question }));
  const questions = all.filter(({ number }) => /^\d+$/.test(number)).length;
  return { all, questions, fields: all.length - questions };
}
