import type { Problem } from '@samblikk/contract/client';
import type { Answers } from '@samblikk/questionnaire';
import { type Change, type Conflict, same } from './save-state.ts';

/** The questions whose answers are not the same in both. */
export const differing = (before: Answers, after: Answers): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((id) => !same(before[id], after[id]));

/**
 * What the service calls conflicts, in two: where what stands there came from here, and only the reply was lost, and where
 * someone else has answered. @param sentOf what was sent of a question since it was last acknowledged
 */
export function sorted(
  found: NonNullable<Problem['conflicts']>,
  sentOf: (question: string) => readonly Change[],
): { own: Map<string, Change>; others: Omit<Conflict, 'yours'>[] } {
  const own = new Map<string, Change>();
  const others: Omit<Conflict, 'yours'>[] = [];
  for (const { question, author, at, ...told } of found) {
    const theirs = (told.theirs ?? null) as Change;
    if (sentOf(question).some((sent) => same(sent, theirs))) own.set(question, theirs);
    else others.push({ question, theirs, author, at });
  }
  return { own, others };
}
