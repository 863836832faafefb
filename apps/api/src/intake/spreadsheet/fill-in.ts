import type { Answers, Edition, Question } from '@samblikk/questionnaire';
import { findQuestion } from '@samblikk/questionnaire';
import { questionsToFill } from '@samblikk/questionnaire/match';
import type { RowMatch } from './match-rows.ts';
import type { PlanInput } from './plan-types.ts';

/** The question of a contact, who is most often the one who answers. */
export function contactQuestion(edition: Edition): Question | undefined {
  return questionsToFill(edition).find((question) => 'offersOwn' in question && question.offersOwn);
}

/**
 * The answers of a row with those that someone has agreed to give for all rows: what the others imply, and the person's own
 * address where the list and the measure have no contact. @param note told what is implied and not agreed to
 */
export function fillIn(
  { edition, mapping }: PlanInput,
  answers: Answers,
  match: RowMatch | undefined,
  note: (question: string, code: string) => void,
): Answers {
  const measure = match && 'measure' in match ? match.measure : undefined;
  const open = (id: string) => !(id in answers || id in (measure?.answers ?? {}) || id in (measure?.previous ?? {}));
  const more: Record<string, string> = {};
  for (const { question, code } of impliedBy(edition, answers)) {
    if (!open(question)) continue;
    if (mapping.imply?.includes(question)) more[question] = code;
    else note(question, code);
  }
  const contact = contactQuestion(edition);
  if (mapping.ownContact !== undefined && contact && open(contact.id)) more[contact.id] = mapping.ownContact;
  return { ...more, ...answers };
}

/** What must be so for these to be asked at all: partners are named by those who involve others. Never what is public. */
function impliedBy(edition: Edition, answers: Answers): { question: string; code: string }[] {
  return Object.keys(answers).flatMap((id) => {
    const { showIf } = findQuestion(edition, id) ?? {};
    if (!showIf || !('is' in showIf) || typeof showIf.is !== 'string') return [];
    return showIf.question === edition.publication.question ? [] : [{ question: showIf.question, code: showIf.is }];
  });
}
