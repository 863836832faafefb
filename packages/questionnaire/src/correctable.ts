import { questionsRead } from './condition.ts';
import { contactQuestions } from './contacts.ts';
import { type Edition, findQuestion, type Question, questionsOf } from './definition.ts';
import { publicationVariables } from './publish.ts';

/**
 * The questions whose answers may be corrected by others than the agency: not those known, not whom to reach, and not those that
 * decide what is public, or whether that is asked. So a correction opens nothing that the agency has closed.
 */
export function correctable(edition: Edition): readonly Question[] {
  const deciding = new Set<string>();
  const look = (id: string) => {
    if (deciding.has(id)) return;
    deciding.add(id);
    const condition = findQuestion(edition, id)?.showIf;
    if (condition) questionsRead(condition).forEach(look);
  };
  publicationVariables(edition).forEach(look);
  const contacts = contactQuestions(edition);
  return questionsOf(edition).filter(({ id, known }) => !known && !deciding.has(id) && !contacts.includes(id));
}
