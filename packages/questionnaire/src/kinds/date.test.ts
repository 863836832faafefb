import { expect, test } from 'vitest';
import { testEdition } from '../testing.ts';
import { date, dayFault } from './date.ts';
import { names, questionOf, readCell, wrong } from './testing.ts';

const question = questionOf('date', {});

test('a day that exists', () => {
  expect(wrong(question, '2024-02-29')).toEqual([]);
  for (const bad of ['2026-02-29', '2026-13-01', '30.08.2026', '2026-8-30', '2026', 20260830]) {
    expect(wrong(question, bad)).toEqual(['notADate']);
  }
});

test('a year in which a measure may begin or end', () => {
  expect(wrong(question, '1990-01-01')).toEqual([]);
  expect(wrong(question, '2099-12-31')).toEqual([]);
  for (const slip of ['0026-08-30', '1989-12-31', '2100-01-01']) expect(wrong(question, slip)).toEqual(['yearOutside']);
});

test('files may write it the Norwegian way', () => {
  expect(readCell(question, '1.9.2026')).toBe('2026-09-01');
  expect(readCell(question, ' 2026-09-01 ')).toBe('2026-09-01');
  expect(readCell(question, '')).toBeUndefined();
});

test('shown in words, the same day in every time zone', () => {
  expect(date.show(question, '2026-08-30', 'nb', names, testEdition)).toBe('30. august 2026');
  expect(date.show(question, '2026-08-30', 'en', names, testEdition)).toBe('30 August 2026');
});

test('what is wrong with a day is said in the words of the kind, also outside a questionnaire', () => {
  expect(dayFault('2027-03-15')).toBeUndefined();
  expect(dayFault('2027-02-31')).toEqual(date.texts.notADate);
  expect(dayFault('')).toEqual(date.texts.notADate);
  expect(dayFault('0026-08-30')).toEqual(date.texts.yearOutside);
});
