import { expect, test } from 'vitest';
import { endOfDay } from './moment.ts';

test.each([
  ['2026-01-15', '2026-01-15T22:59:59.000Z'],
  ['2026-07-01', '2026-07-01T21:59:59.000Z'],
  // The days the clocks change.
  ['2026-03-29', '2026-03-29T21:59:59.000Z'],
  ['2026-10-25', '2026-10-25T22:59:59.000Z'],
  ['soon', 'soon'],
])('%s ends %s by the clock in Norway', (day, moment) => {
  expect(endOfDay(day)).toBe(moment);
});
