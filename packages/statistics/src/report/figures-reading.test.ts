import { editionOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { figuresReading } from './figures-reading.ts';

test('figures are found by the questions they count, also by way of a derived variable', () => {
  const edition = editionOf('2026');
  if (!edition) throw new Error('no edition');
  const ids = (question: string) => figuresReading([question], edition).map(({ id }) => id);
  expect(ids('effects')).toEqual(['effects']);
  expect(ids('totalCost')).toContain('cost-bands');
  expect(ids('involvedScope')).toContain('involved');
  expect(ids('comments')).toEqual([]);
});
