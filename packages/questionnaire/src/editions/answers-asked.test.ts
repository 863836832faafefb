import { expect, test } from 'vitest';
import { askedQuestions } from '../asked.ts';
import { checkSubmission } from '../check.ts';
import { type Answers, questionsOf } from '../definition.ts';
import { latestEdition as edition } from './index.ts';

/** The questions that a person must think of an answer to: asked, and not known or offered from the login. */
function toAnswer(answers: Answers): string[] {
  const asked = askedQuestions(edition, answers);
  return questionsOf(edition)
    .filter((question) => asked.has(question.id) && !question.known)
    .filter((question) => !('offersOwn' in question))
    .map(({ id }) => id);
}

/** An ordinary new measure: its cost is known, its effects are on the list, and everything is public. */
const ordinary: Answers = {
  name: 'Digitalt skipsregister',
  deliverable: 'Rederier melder endringer selv.',
  contactEmail: 'kari@etat.example',
  totalCost: 12_000_000,
  effects: ['efficiency'],
  beneficiaries: ['citizens'],
  technologies: ['cloud'],
  publishable: 'yes',
};

test('a new measure within the agency takes 20 answers, one with partners 24, of which two are how it is paid for', () => {
  expect(toAnswer({ ...ordinary, involvesOthers: 'no' })).toHaveLength(20);
  expect(toAnswer({ ...ordinary, involvesOthers: 'yes', involvedScope: 'otherStateSectors' })).toHaveLength(24);
});

test('of them four must be given before it can be sent in', () => {
  const errors = checkSubmission(edition, {}).filter(({ level }) => level === 'error');
  expect(errors.map(({ question }) => question)).toEqual(['name', 'deliverable', 'contactEmail', 'publishable']);
});
