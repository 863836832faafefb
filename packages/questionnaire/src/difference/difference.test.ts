import { expect, test } from 'vitest';
import type { Edition, Question } from '../definition.ts';
import { findQuestion, languages, questionsOf } from '../definition.ts';
import { editionOf, editions } from '../editions/index.ts';
import { sameText, testEdition } from '../testing.ts';
import { answeringTime, calibratedBy, confirmingSeconds, questionTime } from './answering-time.ts';
import { costOfDifference } from './cost.ts';
import { differenceOf } from './difference.ts';
import { marksOf } from './marks.ts';

const edition2019 = editionOf('2019') as Edition;
const edition2026 = editionOf('2026') as Edition;

/** The test edition a year on, with something changed; every question says it compares, unless told. */
function next(change: (question: Question) => Question, more: Partial<Edition> = {}): Edition {
  const declared = (question: Question): Question => change({ comparability: { with: 'same' }, ...question });
  return {
    ...testEdition,
    id: 'next',
    previous: 'test',
    derived: testEdition.derived.map((variable) => ({ ...variable, comparability: { with: 'same' } })),
    sections: testEdition.sections.map((section) => ({ ...section, questions: section.questions.map(declared) })),
    ...more,
  };
}
const at = (id: string, changed: object) => (question: Question) =>
  question.id === id ? ({ ...question, ...changed } as Question) : question;
const told = (after: Edition) =>
  differenceOf(testEdition, after, { test: testEdition, next: after }).map(({ id, of, change, parts }) => ({
    id,
    of,
    change,
    parts: parts.map(({ what, code, before, after }) =>
      [what, code, before ? before.nb : '+', after ? after.nb : '-'].filter(Boolean).join(' | '),
    ),
  }));

test('no change, no words', () => expect(told(next((question) => question))).toEqual([]));

test('a text that is reworded, a limit, and whether it must be answered', () => {
  const before = findQuestion(testEdition, 'title')?.label.nb;
  const [{ parts } = { parts: [] as string[] }] = told(
    next(at('title', { label: sameText('Tittel'), maxLength: 7, required: undefined })),
  );
  expect(parts).toContain(`label | ${before} | Tittel`);
  expect(parts.find((part) => part.startsWith('maxLength'))).toMatch(/\| Høyst 7 tegn$/);
});

test('options added, removed, reworded and moved', () => {
  const options = ['c', 'a', 'new', 'b'].map((code) => ({ code, label: sameText(code === 'b' ? 'B!' : code) }));
  const old = ['a', 'b', 'gone', 'c'].map((code) => ({ code, label: sameText(code) }));
  const before = next(at('shared', { options: old }));
  const after = next(at('shared', { options }));
  const [item] = differenceOf(before, { ...after, id: 'after', previous: 'next' }, { next: before });
  expect(item?.parts.map(({ what, code, before: then, after: now }) => [what, code, then?.nb, now?.nb])).toEqual([
    ['option', 'new', undefined, 'new'],
    ['option', 'b', 'b', 'B!'],
    ['option', 'gone', 'gone', undefined],
    ['optionMoved', 'c', 'Nr. 4 i listen', 'Nr. 1 i listen'],
  ]);
});

test('branching and rules are told in words, in three languages', () => {
  const after = next(at('cost', { showIf: { question: 'shared', is: 'yes' } }), {
    rules: [
      {
        id: 'new',
        level: 'error',
        when: { question: 'cost', above: 5 },
        questions: ['cost'],
        text: sameText('For mye'),
      },
    ],
  });
  const [cost, rule] = differenceOf(testEdition, after, { test: testEdition });
  const asked = cost?.parts.find(({ what }) => what === 'asked');
  expect([asked?.before, languages.every((language) => asked?.after?.[language])]).toEqual([null, true]);
  expect(rule).toMatchObject({ id: 'new', of: 'rule', change: 'added', comparability: null });
  expect(rule?.parts.find(({ what }) => what === 'when')?.after?.nb).toContain(' er over ');
});

test('every question of 2019 and 2026 that is added, gone or declared other is told, each with what it says of its series', () => {
  const changes = differenceOf(edition2019, edition2026, editions).filter(({ of }) => of === 'question');
  const ids = (edition: Edition) => questionsOf(edition).map(({ id }) => id);
  const kept = new Set(ids(edition2019));
  const now = new Set(ids(edition2026));
  expect(changes.filter(({ change }) => change === 'added').map(({ id }) => id)).toEqual(
    ids(edition2026).filter((id) => !kept.has(id)),
  );
  expect(changes.filter(({ change }) => change === 'removed').map(({ id }) => id)).toEqual(
    ids(edition2019).filter((id) => !now.has(id)),
  );
  for (const { id, change, comparability } of changes.filter(({ change }) => change === 'changed'))
    expect(comparability?.with, `${id} ${change}`).toBe(findQuestion(edition2026, id)?.comparability?.with);
  for (const question of questionsOf(edition2026))
    if (kept.has(question.id) && question.comparability?.with !== 'same')
      expect(changes.map(({ id }) => id)).toContain(question.id);
});

test('marks give back both texts', () => {
  const [before, after] = ['Hva skal tiltaket levere?', 'Hva skal det nye tiltaket levere, og når?'];
  const marks = marksOf(before, after);
  const without = (change: string) =>
    marks
      .filter((mark) => mark.change !== change)
      .map(({ text }) => text)
      .join('');
  expect([without('added'), without('removed')]).toEqual([before, after]);
  expect(marks).toContainEqual({ text: 'Hva skal ', change: 'same' });
});

test('a question costs its reading and answering; confirming costs the label and three seconds', () => {
  // 8 words of label and 10 of help; 200 words a minute.
  const question = {
    id: 'q',
    kind: 'single',
    label: sameText('en to tre fire fem seks sju åtte'),
    help: sameText('en to tre fire fem seks sju åtte ni ti'),
    options: [
      { code: 'yes', label: sameText('ja') },
      { code: 'no', label: sameText('nei') },
    ],
  } as const satisfies Question;
  const { anew, carried } = questionTime(question, { confirmable: true });
  expect(anew).toBeCloseTo(((8 + 10 + 2) / 200) * 60 + 5);
  expect(carried).toBeCloseTo((8 / 200) * 60 + confirmingSeconds);
  expect(questionTime({ ...question, known: true }, { confirmable: true })).toEqual({ anew: 0, carried: 0 });
  const branched: Question = { ...question, showIf: { question: 'other', is: 'yes' } };
  expect(questionTime(branched, { confirmable: false }).anew).toBeCloseTo(anew / 2);
  expect(questionTime(branched, { confirmable: false, asked: { q: 0.1 } }).anew).toBeCloseTo(anew / 10);
});

test('what the changes cost is the difference between the two forms', () => {
  for (const factor of [1, 2.5]) {
    const { changes, before, after } = costOfDifference(edition2019, edition2026, editions, { factor });
    const sum = (name: 'anew' | 'carried') => changes.reduce((total, { seconds }) => total + seconds[name], 0);
    expect(sum('anew')).toBeCloseTo(after.anew - before.anew);
    expect(sum('carried')).toBeCloseTo(after.carried - before.carried);
    expect(before.anew).toBeCloseTo(factor * answeringTime(edition2019, edition2019, editions).anew);
  }
});

test('a question whose answers break with last year’s must be answered anew', () => {
  const broken = next(at('cost', { comparability: { with: 'break', note: sameText('Other') } }));
  const { changes } = costOfDifference(testEdition, broken, { test: testEdition, next: broken });
  const cost = changes.find(({ id }) => id === 'cost');
  expect(cost?.comparability?.with).toBe('break');
  expect(cost?.seconds.anew).toBe(0);
  expect(cost?.seconds.carried).toBeGreaterThan(0);
});

test('the model is moved to what was measured, by the median, and not by a few', () => {
  const one = (minutes: number) => ({ minutes, modelled: 60 });
  expect(calibratedBy([1, 2, 3, 4].map(one))).toBe(1);
  expect(calibratedBy([1, 2, 3, 40, 2].map(one))).toBe(2);
  expect(calibratedBy([1, 2, 3, 4, 5, 6].map(one))).toBe(3.5);
  expect(calibratedBy([0, 0, 0, 0, 0].map(one))).toBe(1);
});
