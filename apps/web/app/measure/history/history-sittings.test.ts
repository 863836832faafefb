import { editionOf, questionsOf } from '@samblikk/questionnaire';
import { expect, test } from 'vitest';
import { type Revision, sittingsOf } from './history-sittings.ts';

const edition = editionOf('2026');
if (!edition) throw new Error('edition 2026 is gone');
const [first, second] = questionsOf(edition).map(({ id }) => id) as [string, string];

function version(number: number, at: string, by: string, changes: Record<string, [unknown, unknown]>): Revision {
  return {
    version: number,
    at: `2026-11-22T${at}:00Z`,
    by,
    changes: Object.entries(changes).map(([question, [from, to]]) => ({ question, from, to })),
    reasons: [],
  };
}

test('what one person saves without a long pause is one sitting, told from before it to after it', () => {
  const [sitting, ...others] = sittingsOf(edition, [
    version(1, '10:00', 'Kari', { [second]: [null, 'a'] }),
    version(2, '10:20', 'Kari', { [second]: ['a', 'ab'], [first]: [null, 'x'] }),
    { ...version(3, '10:50', 'Kari', {}), reasons: [{ key: 'rule.a', to: 'Slik er det' }] },
  ]);
  expect(others).toEqual([]);
  expect(sitting).toMatchObject({ by: 'Kari', from: '2026-11-22T10:00:00Z', to: '2026-11-22T10:50:00Z' });
  expect(sitting?.versions.map((one) => one.version)).toEqual([3, 2, 1]);
  expect(sitting?.changes).toEqual([
    { question: first, from: null, to: 'x' },
    { question: second, from: null, to: 'ab' },
  ]);
  expect(sitting?.reasons).toEqual([{ key: 'rule.a', to: 'Slik er det' }]);
});

test('another person, or half an hour without a save, begins a new one; the newest comes first', () => {
  const sittings = sittingsOf(edition, [
    version(1, '10:00', 'Kari', { [first]: [null, 'a'] }),
    version(2, '10:01', 'Ola', { [first]: ['a', 'b'] }),
    version(3, '10:02', 'Kari', { [first]: ['b', 'c'] }),
    version(4, '10:33', 'Kari', { [first]: ['c', 'd'] }),
  ]);
  expect(sittings.map(({ versions }) => versions.map((one) => one.version))).toEqual([[4], [3], [2], [1]]);
});

test('what ends as it began is no change', () => {
  const [sitting] = sittingsOf(edition, [
    version(1, '10:00', 'Kari', { [first]: [['a'], ['a', 'b']] }),
    version(2, '10:01', 'Kari', { [first]: [['a', 'b'], ['a']] }),
  ]);
  expect(sitting?.changes).toEqual([]);
  expect(sitting?.versions).toHaveLength(2);
});
