import { isDeepStrictEqual } from 'node:util';
import { type Answers, type Edition, publicAnswers, questionsOf } from '@samblikk/questionnaire';
import type { UploadMapping } from './schema.ts';
import type { KnownMeasure } from './state.ts';

/**
 * Answers that others imply: a question asked only when another is answered in one way implies that answer, where it is
 * blank. What was known before implies nothing new, and whether a measure may be published is never implied.
 * @param answers what a row says @param saved what is saved of its measure @param previous what it said the round before
 */
function impliedAnswers(edition: Edition, answers: Answers, saved: Answers, previous: Answers = {}): Answers {
  const isNew = (id: string) =>
    answers[id] !== undefined && ![saved[id], previous[id]].some((known) => isDeepStrictEqual(known, answers[id]));
  const implied: Record<string, string> = {};
  for (const { id, showIf } of questionsOf(edition).toReversed()) {
    if (!showIf || !('is' in showIf) || showIf.question === edition.publication.question) continue;
    const other = answers[showIf.question] ?? saved[showIf.question];
    if ((isNew(id) || implied[id] !== undefined) && other === undefined) implied[showIf.question] = showIf.is;
  }
  return implied;
}

/** The question whose answer may be one's own address, when the edition has one. */
function contactQuestion(edition: Edition): string | undefined {
  return questionsOf(edition).find((question) => 'offersOwn' in question)?.id;
}

/** Whether something that is withheld would become public. What nothing was said of is not withheld, only unanswered. */
export function becomesPublic(edition: Edition, before: Answers, after: Answers): boolean {
  if (before[edition.publication.question] === undefined) return false;
  const shownAfter = publicAnswers(edition, after);
  if (shownAfter.visibility === 'withheld') return false;
  const hidden = new Set(shownAfter.withheldFields);
  return publicAnswers(edition, before).withheldFields.some((id) => !hidden.has(id));
}

/** The answers of a row, with those that follow from them and the contact that is told for all. */
export function withAdditions(
  { edition, mapping }: { edition: Edition; mapping: Pick<UploadMapping, 'withoutImplied' | 'contact'> },
  said: Answers,
  measure: KnownMeasure | undefined,
) {
  const saved = measure?.answers ?? {};
  const implied = impliedAnswers(edition, said, saved, measure?.previous);
  const contact = contactQuestion(edition);
  const withoutContact =
    contact !== undefined &&
    said[contact] === undefined &&
    saved[contact] === undefined &&
    measure?.previous?.[contact] === undefined;
  return {
    answers: {
      ...said,
      ...(!mapping.withoutImplied && implied),
      ...(withoutContact && mapping.contact !== undefined && { [contact]: mapping.contact }),
    },
    implied,
    withoutContact,
  };
}
