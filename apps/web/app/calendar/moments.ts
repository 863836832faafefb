import type { Round } from '@samblikk/contract/client';

/** The moments of a round, in the order they must come, with the clock each has on its day. */
export const moments = [
  ['opensAt', '08:00'],
  ['deadline', '23:59'],
  ['lateUntil', '23:59'],
  ['freezeAt', '12:00'],
  ['publishAt', '09:00'],
] as const satisfies readonly (readonly [keyof Round, string])[];

export type Moment = (typeof moments)[number][0];

/** Reminders go out in the morning. */
export const reminderClock = '09:00';

/** As many reminders as a round can have. */
export const mostReminders = 10;

/** The dates of a round as they are typed. */
export interface TypedDates {
  readonly days: Readonly<Record<Moment, string>>;
  readonly reminders: readonly string[];
}

/** Snapshots are frozen at noon, as rounds are. */
export const snapshotClock = '12:00';

/** As many as a round can have. */
export const mostSnapshots = 12;

export const snapshotName = (at: number | '') => `snapshot-${at}`;
export const reminderName = (at: number | '') => `reminder-${at}`;
