import { expect, test } from 'vitest';
import { contactQuestions, contactsIn, editions, questionsOf, withoutContacts } from './index.ts';

test.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'in edition %s what says how to reach a person is closed, and is told apart from the rest',
  (_id, edition) => {
    const contacts = contactQuestions(edition);
    expect(contacts.length).toBeGreaterThan(0);
    const open = questionsOf(edition).filter(({ id, closed }) => contacts.includes(id) && !closed);
    expect(open).toEqual([]);
    const [contact = ''] = contacts;
    const answers = { [contact]: 'kari@etat.example', [edition.roles.title]: 'Et tiltak' };
    expect(withoutContacts(edition, answers)).toEqual({ [edition.roles.title]: 'Et tiltak' });
    expect(contactsIn(edition, answers)).toEqual({ [contact]: 'kari@etat.example' });
  },
);
