import { osloDay } from '@samblikk/text';
import { plain } from './match-text.ts';

/** A day of the calendar (ISO 8601), and whether the text names something longer, of which it is the first or last day. */
export interface ReadDay {
  readonly day: string;
  readonly ofPeriod?: true;
}

/** Months by name, in bokmål, nynorsk and English, whole or cut short. */
const months = numbered(
  'jan januar january',
  'feb februar february',
  'mar mars march',
  'apr april',
  'mai may',
  'jun juni june',
  'jul juli july',
  'aug august',
  'sep sept september',
  'okt oct oktober october',
  'nov november',
  'des dec desember december',
);

/** Days of the week, Monday first; plain, so without rings and strokes. */
const weekdays = numbered(
  'man mand mandag mandagen maandag mon monday',
  'tir tirs tirsdag tys tysdag tue tues tuesday',
  'ons onsdag wed wednesday',
  'tor tors torsdag thu thur thurs thursday',
  'fre fred fredag fri friday',
  'lor lordag lau laur laurdag sat saturday',
  'son sondag sun sundag sunday',
);

/** Seasons that lie within one year, by their first month; a winter lies in two. */
const seasons = new Map(
  (
    [
      ['var varen spring', 3],
      ['sommer sommeren sumar sumaren summer', 6],
      ['host hosten haust hausten autumn fall', 9],
    ] as const
  ).flatMap(([names, first]) => names.split(' ').map((name) => [name, first] as const)),
);

/** Parts of a year: how many months they have, and how they are written, with the places of their number and year. */
const parts = (
  [
    { months: 3, words: 'q k kv kvartal quarter', letters: 'qk' },
    { months: 4, words: 't tertial', letters: 't' },
    { months: 6, words: 'h halvar halvdel half', letters: 'h' },
  ] as const
).map(({ months: length, words, letters }) => {
  const word = `(?:${words.replaceAll(' ', '|')})`;
  const patterns = [
    [new RegExp(`^${word} ?(\\d) (\\d{4}|\\d{2})$`), 1, 2],
    [new RegExp(`^(\\d) ?${word} (\\d{4}|\\d{2})$`), 1, 2],
    [new RegExp(`^(\\d{4}) ?[${letters}] ?(\\d)$`), 2, 1],
  ] as const;
  return { length, patterns };
});

function numbered(...names: string[]): ReadonlyMap<string, number> {
  return new Map(names.flatMap((list, at) => list.split(' ').map((name) => [name, at + 1] as const)));
}

const pad = (number: number | string): string => String(number).padStart(2, '0');
const dayOf = (year: string | number, month: string | number, day: string | number): string =>
  `${year}-${pad(month)}-${pad(day)}`;
/** `27` is 2027. */
const fullYear = (year: string): number => Number(year.length === 2 ? `20${year}` : year);
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Reads a day as people and programs write it: `30.08.2026`, `31-12-2027`, `2027/12/31`, `man 03.01.28`, `31. des 27`,
 * `December 31, 2027`, with or without a time of day, which is left out. A moment with a time zone is the day it falls on in
 * Norway. A text that names a longer period (`2027`, `Q2 2027`, `høst 2026`, `juni 27`) is its first day, or its last where
 * an end is asked for. What could be two days is no day: `03/04/2026` has another order in other countries.
 * @returns undefined for what is no day; the day is not yet known to be in the calendar
 */
export function readDay(text: string, { end = false } = {}): ReadDay | undefined {
  // Most texts are no days: no more than a look at them.
  if (!/\d/.test(text)) return undefined;
  const said = text.trim().replace(/[\s.,;]+$/, '');
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.test(said)) {
    const moment = new Date(said.replace(' ', 'T').replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    return Number.isNaN(moment.getTime()) ? undefined : { day: osloDay(moment) };
  }
  const { rest, weekday } = withoutWeekday(withoutTime(said));
  const day = inDigits(rest) ?? withMonth(rest);
  if (day) return weekday === undefined || weekdayOf(day) === weekday ? { day } : undefined;
  return weekday === undefined ? periodOf(rest, end) : undefined;
}

function withoutTime(text: string): string {
  return text
    .replace(
      /[T ,]\s*(?:(?:kl\.?|klokka|klokken)\s*\d{1,2}(?:[:.]\d{2}){0,2}|\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?)(?:\s*[ap]\.?m)?$/i,
      '',
    )
    .replace(/[\s.,;]+$/, '');
}

/** The number of the weekday that stands first, Monday being 1. */
function withoutWeekday(text: string): { rest: string; weekday?: number } {
  const [first = '', name = ''] = /^(\p{L}{2,9})[.,]?\s+/u.exec(text) ?? [];
  const weekday = weekdays.get(plain(name));
  return weekday === undefined ? { rest: text } : { rest: text.slice(first.length), weekday };
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** Days in digits: year first, or day first with dots or hyphens; with slashes only where one of the two cannot be a month. */
function inDigits(text: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text)?.filter((_, at) => at !== 2) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ??
    [];
  if (year && month && day) return dayOf(year, month, day);
  const [, first = '', sign, second = '', last = ''] =
    /^(\d{1,2})\s?([./-])\s?(\d{1,2})(?:\s?\2\s?|\s)(\d{4}|\d{2})$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  if (sign !== '/' || Number(first) > 12 || first === second) return dayOf(fullYear(last), second, first);
  return Number(second) > 12 ? dayOf(fullYear(last), first, second) : undefined;
}

/** `31. des 27`, `31 desember 2027`, `December 31, 2027`. */
function withMonth(text: string): string | undefined {
  const [, dayFirst, name = '', dayLast, year = ''] =
    /^(?:(\d{1,2})(?:th|st|nd|rd)? )?(?:of )?(\p{L}{3,9})(?: (\d{1,2})(?:th|st|nd|rd)?)? (\d{4}|\d{2})$/u.exec(
      plain(text),
    ) ?? [];
  const month = months.get(name);
  const day = dayFirst ?? dayLast;
  return month && day && !(dayFirst && dayLast) ? dayOf(fullYear(year), month, day) : undefined;
}

/** The first or last day of a period that is named. */
function periodOf(text: string, end: boolean): ReadDay | undefined {
  const said = plain(text);
  const span = (year: string, first: number, length: number): ReadDay => {
    const last = first + length - 1;
    const whole = fullYear(year);
    return { day: end ? dayOf(whole, last, lastOfMonth(whole, last)) : dayOf(whole, first, 1), ofPeriod: true };
  };
  if (/^(?:19|20)\d{2}$/.test(said)) return span(said, 1, 12);
  const [, monthFirst, yearLast] = /^(\d{1,2})[./-](\d{4})$/.exec(text) ?? [];
  const [, yearFirst, monthLast] = /^(\d{4})[./-](\d{1,2})$/.exec(text) ?? [];
  const month = Number(monthFirst ?? monthLast ?? 0);
  if (month >= 1 && month <= 12) return span(yearLast ?? yearFirst ?? '', month, 1);
  const [, name = '', year = ''] = /^(\p{L}{3,9}) (\d{4}|\d{2})$/u.exec(said) ?? [];
  const named = months.get(name);
  if (named) return span(year, named, 1);
  const season = seasons.get(name);
  if (season) return span(year, season, 3);
  for (const { length, patterns } of parts) {
    for (const [pattern, atPart, atYear] of patterns) {
      const found = pattern.exec(said);
      const part = Number(found?.[atPart]);
      if (found && part >= 1 && part <= 12 / length) return span(found[atYear] ?? '', (part - 1) * length + 1, length);
    }
  }
  return undefined;
}
