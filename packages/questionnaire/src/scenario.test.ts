import { describe, expect, test } from 'vitest';
import { askedAnswers, askedQuestions, stateOf } from './asked.ts';
import { checkDraft, checkRules, checkSubmission } from './check.ts';
import type { Answers, AnswerValue } from './definition.ts';
import { testEdition } from './testing.ts';

/** Someone filling in the test edition, answer by answer. */
function fillIn(start: Answers = {}) {
  const answers: Record<string, AnswerValue> = { ...start };
  const self = {
    answer(id: string, value: AnswerValue) {
      answers[id] = value;
      return self;
    },
    clear(id: string) {
      delete answers[id];
      return self;
    },
    isAsked: (id: string) => askedQuestions(testEdition, answers).has(id),
    state: (id: string) => stateOf(testEdition, answers, id),
    submitted: () => askedAnswers(testEdition, answers),
    problems: (previous?: Answers) =>
      checkSubmission(testEdition, answers, { previous }).map(
        ({ question, code, level }) => `${level} ${question} ${code}`,
      ),
    draftProblems: () => checkDraft(testEdition, answers).map(({ question, code }) => `${question} ${code}`),
  };
  return self;
}

const complete: Answers = { title: 'A', mail: 'a@b.no', open: 'all', summary: 'B' };

describe('branching', () => {
  test('a branch opens and closes two steps down', () => {
    const form = fillIn();
    expect(form.state('reach')).toBe('notAsked');
    form.answer('shared', 'yes');
    expect(form.state('reach')).toBe('blank');
    expect(form.isAsked('asked')).toBe(false);
    form.answer('reach', 'far').answer('asked', 'no');
    expect(form.state('asked')).toBe('answered');

    form.answer('shared', 'no');
    expect(form.isAsked('reach')).toBe(false);
    // The hidden answer `far` is still there, but it cannot keep the next question open.
    expect(form.state('asked')).toBe('notAsked');
    expect(form.submitted()).toEqual({ shared: 'no' });

    form.answer('shared', 'yes');
    expect(form.submitted()).toEqual({ shared: 'yes', reach: 'far', asked: 'no' });
  });

  test('a companion text is asked with its option only', () => {
    const form = fillIn().answer('uses', ['one']);
    expect(form.isAsked('usesOther')).toBe(false);
    form.answer('uses', ['one', 'other']);
    expect(form.isAsked('usesOther')).toBe(true);
  });

  test('a blank answer is the same as none', () => {
    const form = fillIn().answer('title', '  ').answer('words', []);
    expect(form.state('title')).toBe('blank');
    expect(form.submitted()).toEqual({});
  });

  test('a question the edition does not have was not asked', () => {
    expect(fillIn().answer('stranger', 'x').state('stranger')).toBe('notAsked');
    expect(fillIn().answer('stranger', 'x').submitted()).toEqual({});
  });

  test('questions come in the order they are asked', () => {
    const ids = [...askedQuestions(testEdition, { uses: ['other'], open: 'none' })];
    expect(ids.slice(0, 6)).toEqual(['owner', 'department', 'title', 'mail', 'open', 'basis']);
    expect(ids.indexOf('usesOther')).toBe(ids.indexOf('uses') + 1);
  });
});

describe('draft and submission', () => {
  test('an empty draft is fine, an empty submission lacks what is required', () => {
    expect(fillIn().draftProblems()).toEqual([]);
    expect(fillIn().problems()).toEqual([
      'error title required',
      'error mail required',
      'error open required',
      'error summary required',
    ]);
  });

  test('what is required depends on the branch', () => {
    expect(fillIn(complete).problems()).toEqual([]);
    expect(fillIn({ ...complete, open: 'some' }).problems()).toEqual(['error secret required', 'error basis required']);
    expect(fillIn({ ...complete, open: 'none' }).problems()).toEqual(['error basis required']);
  });

  test('a wrong answer is wrong in a draft, also where it is not asked', () => {
    const form = fillIn(complete).answer('reach', 'moon');
    expect(form.draftProblems()).toEqual(['reach unknownOption']);
    expect(form.problems()).toEqual([]);
  });

  test('unknown questions and known ones are refused in a draft', () => {
    expect(fillIn({ stranger: 'x', owner: '991825827' }).draftProblems()).toEqual([
      'stranger unknownQuestion',
      'owner unknownQuestion',
    ]);
  });

  test('a rule names each question it is about, with its own level', () => {
    const form = fillIn({ ...complete, cost: 10, budget: 11 });
    expect(form.problems()).toEqual(['error cost rule.budgetAboveCost', 'error budget rule.budgetAboveCost']);
    expect(form.answer('cost', 11).problems()).toEqual([]);
    expect(form.clear('cost').problems()).toEqual([]);
  });

  test('dates are compared as dates', () => {
    const form = fillIn({ ...complete, from: '2026-02-01', to: '2026-01-31' });
    expect(form.problems()).toEqual(['error from rule.endBeforeStart', 'error to rule.endBeforeStart']);
    expect(form.answer('to', '2026-02-01').problems()).toEqual([]);
  });

  test('a rule may look back at last year', () => {
    const form = fillIn({ ...complete, cost: 1001 });
    expect(form.problems()).toEqual([]);
    expect(form.problems({ cost: 100 })).toEqual(['warning cost rule.costChanged']);
    expect(form.problems({ cost: 101 })).toEqual([]);
  });

  test('a rule does not see hidden answers', () => {
    const hidden: Answers = { shared: 'no', reach: 'far' };
    expect(checkRules(testEdition, hidden)).toEqual([]);
    expect(checkRules(testEdition, { ...hidden, shared: 'yes' })).toEqual([
      { question: 'asked', code: 'rule.farUnasked', params: {}, level: 'info' },
    ]);
  });
});
