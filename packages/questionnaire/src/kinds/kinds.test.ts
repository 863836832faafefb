import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '../definition.ts';
import { answerFor, testEdition } from '../testing.ts';
import { kindOf, kinds } from './index.ts';

const questions = questionsOf(testEdition);

test('every kind is in the test edition, and has its own file with a test beside it', () => {
  expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(Object.keys(kinds)));
  const files = readdirSync(new URL('.', import.meta.url));
  for (const [name, kind] of Object.entries(kinds)) {
    expect(kind.name).toBe(name);
    const file = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(files).toEqual(expect.arrayContaining([`${file}.ts`, `${file}.test.ts`]));
  }
});

describe.each(questions.map((question) => [question.kind, question] as const))('%s', (_name, question) => {
  const kind = kindOf(question);

  test('columns, cells and reading agree', () => {
    fc.assert(
      fc.property(answerFor(testEdition, question), (answer) => {
        const cells = kind.cells(question, answer);
        expect(cells).toHaveLength(kind.columns(question).length);
        expect(kind.read(question, cells)).toEqual({ answer });
      }),
    );
    expect(kind.cells(question, undefined)).toEqual(kind.columns(question).map(() => ''));
    expect(
      kind.read(
        question,
        kind.columns(question).map(() => ''),
      ),
    ).toEqual({});
  });

  test('codes are categories, and every answer can be shown', () => {
    const unknown = { agency: () => undefined, ministry: () => undefined };
    fc.assert(
      fc.property(answerFor(testEdition, question), (answer) => {
        const codes = kind.codes(question, answer);
        const listed = kind.categories(question)?.map(({ code }) => code);
        if (listed) expect(listed).toEqual(expect.arrayContaining([...codes]));
        if (!kind.several) expect(codes.length).toBeLessThanOrEqual(1);
        expect(kind.show(question, answer, 'nn', unknown, testEdition)).not.toMatch(/^$|undefined/);
      }),
    );
  });
});
