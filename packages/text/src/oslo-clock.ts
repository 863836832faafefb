import { Temporal } from 'temporal-polyfill';
import { osloZone } from './oslo-time.ts';

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
