import type { Round } from '@samblikk/contract/client';
import { osloDay } from '@samblikk/text';
import { osloMoment } from '@samblikk/text/oslo-clock';
import { dayIn, problemOf, type Refused, typedDay } from '../ui/index.ts';
import { moments, reminderClock, reminderName, snapshotClock, snapshotName } from './moments.ts';

/** The day of a moment as it is typed; blank for none. */
export const typedDayOf = (at: string | null): string => (at === null ? '' : typedDay(osloDay(new Date(at))));

/**
 * The dates of a form, as the API takes them. A day that stands keeps its moment: it may have been set to another clock elsewhere.
 * @param before the round as it stands, if there is one
 * @throws RangeError for what is no day
 */
export function datesIn(form: FormData, before?: Round) {
  const days = moments.map(([name, clock]) => [name, momentOf(form.get(name), clock, before ? [before[name]] : [])]);
  const reminders = [...form].flatMap(([name, given]) =>
    name.startsWith(reminderName('')) ? (momentOf(given, reminderClock, before?.reminders ?? []) ?? []) : [],
  );
  return { ...(Object.fromEntries(days) as Record<(typeof moments)[number][0], string | null>), reminders };
}

/** The moment of a day that is typed; null for none. A day that stands keeps its moment. */
function momentOf(given: FormDataEntryValue | null, clock: string, stood: readonly (string | null)[]): string | null {
  const day = dayIn(String(given ?? ''));
  if (day === '') return null;
  return stood.find((at) => at !== null && osloDay(new Date(at)) === day) ?? osloMoment(day, clock);
}

/** What rolls on after the freeze, as the API takes it. @throws RangeError for what is no day */
export const rollingIn = (form: FormData, before: Round) => ({
  takesUpdates: form.has('takesUpdates'),
  holdSnapshots: form.has('holdSnapshots'),
  snapshots: [...form].flatMap(([name, given]) =>
    name.startsWith(snapshotName('')) ? (momentOf(given, snapshotClock, before.snapshots) ?? []) : [],
  ),
});

/** What the form is refused with: what is no day, or what the API says. */
export const datesProblem = (error: unknown): Refused =>
  error instanceof RangeError ? { code: 'invalidRequest', issues: [] } : problemOf(error);
