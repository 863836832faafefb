import { type Answers, type Edition, questionsOf } from './definition.ts';
import { kindOf } from './kinds/index.ts';

/**
 * The questions whose answers say how to reach a person. No fingerprint covers these answers and no release keeps them, so
 * that they can be erased when they have had their time, and all else still be proved.
 */
export function contactQuestions(edition: Edition): readonly string[] {
  const known = found.get(edition);
  if (known) return known;
  const contacts = questionsOf(edition).filter((question) => kindOf(question).contact);
  const ids = contacts.map(({ id }) => id);
  found.set(edition, ids);
  return ids;
}

const found = new WeakMap<Edition, readonly string[]>();

/** Answers without those that say how to reach a person. */
export function withoutContacts(edition: Edition, answers: Answers): Answers {
  const contacts = contactQuestions(edition);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !contacts.includes(id)));
}

/** Only the answers that say how to reach a person. */
export function contactsIn(edition: Edition, answers: Answers): Answers {
  const contacts = contactQuestions(edition);
  return Object.fromEntries(Object.entries(answers).filter(([id]) => contacts.includes(id)));
}
