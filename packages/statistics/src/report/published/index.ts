import { type Comparison, comparabilityOf, type Edition, editions, weakestComparison } from '@samblikk/questionnaire';
import { published2018 } from './2018.ts';
import type { PublishedQuestion, PublishedYear } from './source.ts';

export type { PublishedCategory, PublishedQuestion, PublishedYear } from './source.ts';

/** Years of which only published figures are here, oldest first. */
export const publishedYears: readonly PublishedYear[] = [published2018];

/** What was published of a variable in a year without measures; undefined where nothing was. */
export function publishedQuestion({ questions }: PublishedYear, variable: string): PublishedQuestion | undefined {
  return questions.find(({ id }) => id === variable);
}

/**
 * How a variable of an edition compares with what was published of an earlier year: along the editions to the first that declares
 * it, and from there by what the year itself says. What it does not have is new.
 */
export function comparabilityWithPublished(edition: Edition, variable: string, year: PublishedYear): Comparison {
  const declared = publishedQuestion(year, variable)?.comparability ?? { with: 'new' as const };
  return weakestComparison([
    comparabilityOf(edition, variable, year.comparedBy, editions),
    { with: declared.with, notes: 'note' in declared ? [declared.note] : [] },
  ]);
}
