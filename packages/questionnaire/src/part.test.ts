import { expect, test } from 'vitest';
import { checkRules } from './check.ts';
import type { Edition } from './definition.ts';
import { partOf } from './part.ts';
import { testEdition } from './testing.ts';

/** The test edition with each question a section by itself. */
const edition: Edition = {
  ...testEdition,
  sections: testEdition.sections.flatMap(({ questions }) =>
    questions.map((question) => ({ id: question.id, title: question.label, questions: [question] })),
  ),
};

test('a part is its sections, seen with the title and what decides what is asked', () => {
  const { asks, shows } = partOf(edition, ['asked']);
  const ids = edition.sections.map(({ id }) => id);
  expect(ids.filter(asks)).toEqual(['asked']);
  expect(ids.filter(shows)).toEqual(['title', 'shared', 'reach', 'asked']);
});

test('of rules it is told those that read nothing else', () => {
  const issues = checkRules(edition, {
    shared: 'yes',
    reach: 'far',
    cost: 1,
    budget: 2,
    from: '2026-02-02',
    to: '2026-02-01',
  });
  const told = (...sections: string[]) => issues.filter(partOf(edition, sections).tells).map(({ code }) => code);
  expect(told('budget')).toEqual([]);
  expect(told('budget', 'cost')).toEqual(['rule.budgetAboveCost', 'rule.budgetAboveCost']);
  expect(told('asked')).toEqual(['rule.farUnasked']);
  expect(issues.filter(partOf(edition, null).tells)).toEqual(issues);
});
