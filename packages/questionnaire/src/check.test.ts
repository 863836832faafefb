import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  answersSchema,
  asksForAnswer,
  checkDraft,
  checkRules,
  checkSubmission,
  issuesOf,
  tellsOnlyOf,
  waitingAnew,
} from './check.ts';
import { languages, questionsOf } from './definition.ts';
import { editions } from './editions/index.ts';
import { answersFor, messyAnswersFor, submittable, testEdition } from './testing.ts';
import { issueText } from './texts.ts';

const all = [...Object.values(editions), testEdition];

describe.each(all.map((edition) => [edition.id, edition] as const))('edition %s', (_id, edition) => {
  test('a draft check of any part of a valid submission has no errors', () => {
    fc.assert(
      fc.property(submittable(edition), fc.infiniteStream(fc.boolean()), (answers, keep) => {
        expect(checkSubmission(edition, answers).filter(({ level }) => level === 'error')).toEqual([]);
        const part = Object.fromEntries(Object.entries(answers).filter(() => keep.next().value));
        expect(checkDraft(edition, part)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('the schema and the draft check agree on any answers', () => {
    fc.assert(
      fc.property(fc.oneof(answersFor(edition), messyAnswersFor(edition)), (answers) => {
        const parsed = answersSchema(edition).safeParse(answers);
        const bySchema = parsed.success ? [] : issuesOf(parsed.error);
        const questions = (issues: readonly { question: string; code: string }[]) =>
          new Set(issues.map(({ question, code }) => `${question} ${code}`));
        expect(questions(bySchema)).toEqual(questions(checkDraft(edition, answers)));
        if (parsed.success) expect(parsed.data).toEqual(answers);
      }),
      { numRuns: 100 },
    );
  });

  test('every issue has words that say more than its code', () => {
    fc.assert(
      fc.property(messyAnswersFor(edition), (answers) => {
        for (const issue of [...checkDraft(edition, answers), ...checkSubmission(edition, answers)]) {
          for (const language of languages) {
            const text = issueText(issue, edition, language);
            expect(text).not.toBe(`${issue.question}: ${issue.code}`);
            expect(text).not.toMatch(/undefined|NaN|\{|\}/);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('the API description has every asked question, with title, codes and limits, and no other', () => {
    const schema = z.toJSONSchema(answersSchema(edition)) as {
      properties: Record<string, { title?: string }>;
      additionalProperties: boolean;
      required?: string[];
    };
    const asked = questionsOf(edition).filter((question) => !question.known);
    expect(Object.keys(schema.properties).sort()).toEqual(asked.map(({ id }) => id).sort());
    for (const { id, label } of asked) expect(schema.properties[id]?.title).toBe(label.nb);
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required ?? []).toEqual([]);
  });
});

test('the API description has enums, minimum and the options in words', () => {
  const schema = z.toJSONSchema(answersSchema(testEdition));
  expect(schema.properties).toMatchObject({
    shared: { enum: ['yes', 'no'], description: 'yes: yes · no: no' },
    cost: { type: 'integer', minimum: 0 },
    uses: { type: 'array', maxItems: 2 },
    title: { type: 'string', maxLength: 60 },
    from: { type: 'string', format: 'date' },
  });
});

test('what is not an object of answers is refused in one word', () => {
  for (const input of [null, 'x', 5, []]) {
    const parsed = answersSchema(testEdition).safeParse(input);
    expect(parsed.success || issuesOf(parsed.error)).toEqual([
      { question: '', code: 'wrongType', params: {}, level: 'error' },
    ]);
  }
});

test('an issue of a rule tells of all that the rule reads', () => {
  const sees =
    (...ids: string[]) =>
    (id: string) =>
      ids.includes(id);
  const [issue] = checkRules(testEdition, { cost: 1, budget: 2 });
  expect(issue).toMatchObject({ question: 'cost', code: 'rule.budgetAboveCost' });
  if (!issue) return;
  expect(tellsOnlyOf(testEdition, issue, sees('cost'))).toBe(false);
  expect(tellsOnlyOf(testEdition, issue, sees('cost', 'budget'))).toBe(true);
  const missing = { ...issue, code: 'required' };
  expect([tellsOnlyOf(testEdition, missing, sees('cost')), tellsOnlyOf(testEdition, missing, sees())]).toEqual([
    true,
    false,
  ]);
});

test('what is asked anew is remarked when last year has an answer and this year has none, and stops nothing', () => {
  const edition = editions['2026'];
  if (!edition) throw new Error('no edition');
  const anew = questionsOf(edition).filter(({ askAnew }) => askAnew);
  const previous = { phase: 'idea', budgetThisYear: 2_000_000 };
  const waiting = (answers: object, before?: object) =>
    checkSubmission(edition, { ...answers }, { ...(before && { previous: { ...before } }) }).filter(
      ({ code }) => code === 'askedAnew',
    );
  expect(anew.map(({ id }) => id)).toEqual(['phase', 'budgetThisYear']);
  const both = waiting({ funding: 'yes' }, previous);
  expect(both.map(({ question, level }) => [question, level])).toEqual([
    ['phase', 'warning'],
    ['budgetThisYear', 'warning'],
  ]);
  expect(waiting({ funding: 'yes', phase: 'concept', budgetThisYear: 1 }, previous)).toEqual([]);
  expect(waiting({ funding: 'yes' })).toEqual([]);
  expect(both.every((issue) => asksForAnswer(edition, issue))).toBe(true);
  expect(waitingAnew(both.map((issue, at) => (at === 0 ? { ...issue, reason: 'venter' } : issue)))).toEqual([
    'budgetThisYear',
  ]);
});
