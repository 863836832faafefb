import { expect, test } from 'vitest';
import { readyRows } from './decisions.tsx';

test('a row that says that a measure is over is ready too', () => {
  const none = {
    new: 0,
    carriedForward: 0,
    ended: 0,
    changed: 0,
    unchanged: 0,
    faulty: 3,
    skipped: 2,
    errors: 3,
    warnings: 1,
  };
  expect(readyRows(none)).toBe(0);
  expect(readyRows({ ...none, new: 2, ended: 1 })).toBe(3);
});
