import { isDeepStrictEqual } from 'node:util';
import type { Answers, AnswerValue } from '@samblikk/questionnaire';

/** A correction that the agency has accepted or staff have decided; null: blank. */
export interface SettledCorrection {
  readonly id: string;
  readonly measureId: string;
  readonly question: string;
  readonly given: AnswerValue | null;
  readonly corrected: AnswerValue | null;
}

/** Answers as statistics use them, and which of them are not the agency's own. */
export interface Corrected {
  readonly answers: Answers;
  readonly corrected: readonly SettledCorrection[];
}

/**
 * An agency's own answers with the corrections to them, given in the order that they were settled. One that was made about
 * another answer than the agency's present one is of the past; of several about the same answer, the last holds.
 */
export function corrected(own: Answers, settled: readonly SettledCorrection[]): Corrected {
  const hold = new Map<string, SettledCorrection>();
  for (const one of settled) {
    if (isDeepStrictEqual(own[one.question] ?? null, one.given)) hold.set(one.question, one);
  }
  const changing = [...hold.values()].filter((one) => !isDeepStrictEqual(one.given, one.corrected));
  if (changing.length === 0) return { answers: own, corrected: [] };
  const answers: Record<string, AnswerValue> = { ...own };
  for (const { question, corrected: value } of changing) {
    if (value === null) delete answers[question];
    else answers[question] = value;
  }
  return { answers, corrected: changing };
}
