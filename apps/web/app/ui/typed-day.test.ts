import { expect, test } from 'vitest';
import { dayIn, typedDay } from './typed-day.ts';

test.each([
  ['15.03.2027', '2027-03-15'],
  ['5.3.2027', '2027-03-05'],
  [' 5/3-2027. ', '2027-03-05'],
  ['5. 3. 2027', '2027-03-05'],
  ['2027-03-15', '2027-03-15'],
  // No day, or none of the calendar: handed on, for the kind to say what is wrong with it.
  ['31.02.2027', '2027-02-31'],
  ['15.03.27', '15.03.27'],
  ['i morgen', 'i morgen'],
  ['', ''],
])('%j is read as %j', (typed, day) => {
  expect(dayIn(typed)).toBe(day);
});

test('a day is written as it is typed, and read back', () => {
  expect(typedDay('2027-03-05')).toBe('05.03.2027');
  expect(dayIn(typedDay('2027-03-05'))).toBe('2027-03-05');
  expect(typedDay(undefined)).toBe('');
});
