import { describe, expect, test } from 'vitest';
import { dayBefore, osloClock, osloStamp } from './oslo-clock.ts';
import { daysUntil, endOfDay, formatDate, formatDay, formatMoment, formatTime, quartersAfter } from './oslo-time.ts';

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

describe('a moment late in the evening in UTC is the next day in Norway', () => {
  const moment = '2026-05-10T22:00:00Z';
  test('in words', () => {
    expect(formatDate(moment, 'nb')).toBe('11. mai 2026');
    expect(formatMoment(moment, 'nn')).toBe('11. mai 2026 kl. 00:00');
    expect(formatMoment(moment, 'en')).toBe('11 May 2026 at 00:00');
    expect(formatTime('2026-01-01T09:05:00Z', 'en')).toBe('10:05');
    expect(formatDay('2026-05-10', 'nb')).toBe('10. mai 2026');
  });

  test('in files and counts', () => {
    expect(osloStamp(moment)).toBe('2026-05-11T00:00:00+02:00');
    expect(daysUntil(moment, '2026-05-10T20:00:00Z')).toBe(1);
  });
});

test('days are counted by the calendar, also when one of them has 23 hours', () => {
  expect(osloClock(new Date('2026-03-28T11:00:00Z'), 1, '12:00')).toBe('2026-03-29T12:00:00+02:00');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});

test.each([
  ['2026-05-20', ['2026-07-01', '2026-10-01', '2027-01-01', '2027-04-01']],
  ['2026-07-01', ['2026-10-01', '2027-01-01', '2027-04-01', '2027-07-01']],
  ['2026-12-31', ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01']],
])('the quarters that begin after %s', (day, quarters) => {
  expect(quartersAfter(day)).toEqual(quarters);
});
