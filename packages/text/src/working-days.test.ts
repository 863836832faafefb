import { expect, test } from 'vitest';
import { endOfOsloDay, endOfWorkingDay } from './oslo-clock.ts';

// Days as a Norwegian calendar has them; the comments say what lies between.
test.each([
  ['2026-03-02T09:00:00Z', 5, '2026-03-09T22:59:59.000Z'], // a weekend
  ['2026-03-30T09:00:00Z', 2, '2026-04-01T21:59:59.000Z'], // Wednesday before Easter
  ['2026-03-30T09:00:00Z', 3, '2026-04-07T21:59:59.000Z'], // Easter 2026 is 5 April
  ['2026-05-12T09:00:00Z', 2, '2026-05-15T21:59:59.000Z'], // Ascension, 14 May
  ['2027-05-14T09:00:00Z', 1, '2027-05-18T21:59:59.000Z'], // 17 May is both the national day and Whit Monday
  ['2026-12-23T09:00:00Z', 2, '2026-12-28T22:59:59.000Z'], // Christmas on a Friday and a Saturday
  ['2026-03-06T23:30:00Z', 1, '2026-03-09T22:59:59.000Z'], // it is Saturday in Norway already
])('from %s, %i working days end %s', (from, days, end) => {
  expect(endOfWorkingDay(new Date(from), days).toISOString()).toBe(end);
});

test('a day ends by the clock in Norway, also when the clock is moved', () => {
  expect(endOfOsloDay('2026-03-29').toISOString()).toBe('2026-03-29T21:59:59.000Z');
  expect(() => endOfOsloDay('2026-02-30')).toThrow(RangeError);
});
