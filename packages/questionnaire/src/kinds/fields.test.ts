import { expect, test } from 'vitest';
import { testEdition } from '../testing.ts';
import { fields } from './fields.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('fields', {});

test('questions of the same edition that may be exempted', () => {
  expect(wrong(question, ['title', 'cost'])).toEqual([]);
  for (const bad of ['gone', 'owner', 'mail', 'open', 'secret', 'basis']) {
    expect(wrong(question, [bad])).toEqual(['unknownOption']);
  }
  expect(wrong(question, [])).toEqual(['blank']);
  expect(wrong(question, ['cost', 'cost'])).toEqual(['repeated']);
});

test('shown by their labels', () => {
  expect(fields.show(question, ['title', 'cost'], 'en', names, testEdition)).toBe('Title (en), Cost (en)');
  expect(readCell(question, 'title|cost')).toEqual(['title', 'cost']);
});
