import { Temporal } from 'temporal-polyfill';
import { osloDay, osloZone } from './oslo-time.ts';

// Computing with days and clocks in Norway, for the server: Node has no Temporal of its own yet, and a browser should not
// have to fetch one.

const inOslo = (moment: Date | string) =>
  Temporal.Instant.fromEpochMilliseconds(new Date(moment).getTime()).toZonedDateTimeISO(osloZone);

/** A moment as files write it: local time in Norway with its offset, `2019-08-30T12:00:00+02:00`. */
export function osloStamp(moment: Date | string): string {
  return inOslo(moment).toString({ timeZoneName: 'never' });
}

/** A clock time in Norway, so many days from a moment, with its offset. */
export function osloClock(from: Date, days: number, clock: string): string {
  return inOslo(from).add({ days }).withPlainTime(clock).toString({ timeZoneName: 'never' });
}

/** As near as can be to so many years later, on the same day of the week and by the same clock in Norway, with its offset. */
export function yearsLater(from: Date | string, years: number): string {
  const weeks = Math.round((years * 365.2425) / 7);
  return inOslo(from).add({ weeks }).toString({ timeZoneName: 'never' });
}

/** A clock time in Norway on a day (ISO date), with its offset. @throws RangeError when it is no day */
export function osloMoment(day: string, clock: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: osloZone, plainTime: clock })
    .toString({ timeZoneName: 'never' });
}

/** The day before an ISO date, as an ISO date. */
export function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}

/** The mornings, at eight in Norway, on which one is reminded of what is due: of the day before, and of the day after. */
export function remindersOf(dueAt: Date): Date[] {
  const day = osloDay(dueAt);
  return [dayBefore(day), dayAfter(day)].map((morning) => new Date(osloMoment(morning, '08:00')));
}

/** The end of the day in Norway that is so many working days after a moment: neither weekends nor public holidays count. */
export function endOfWorkingDay(from: Date, workingDays: number): Date {
  let day = inOslo(from).toPlainDate();
  for (let left = workingDays; left > 0; ) {
    day = day.add({ days: 1 });
    if (day.dayOfWeek <= 5 && !isHoliday(day)) left -= 1;
  }
  return endOfDay(day);
}

/** The last second of a day (ISO date) in Norway. @throws RangeError when it is no day */
export function endOfOsloDay(day: string): Date {
  return endOfDay(Temporal.PlainDate.from(day));
}

const endOfDay = (day: Temporal.PlainDate): Date =>
  new Date(day.toZonedDateTime({ timeZone: osloZone, plainTime: '23:59:59' }).epochMilliseconds);

/** New Year, 1 May, 17 May, Christmas; and what follows Easter: Thursday before to Monday after, Ascension, Whit Monday. */
function isHoliday(day: Temporal.PlainDate): boolean {
  const fixed = ['01-01', '05-01', '05-17', '12-25', '12-26'];
  const fromEaster = easterOf(day.year).until(day, { largestUnit: 'days' }).days;
  return fixed.includes(day.toString().slice(5)) || [-3, -2, 0, 1, 39, 49, 50].includes(fromEaster);
}

/** Easter Sunday, by the Gregorian rule (Meeus, Jones, Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100];
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const sum = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

/** The day after an ISO date, as an ISO date. */
export function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString();
}
