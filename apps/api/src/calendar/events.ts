import { type CalendarEvent, isPilot } from '@samblikk/contract';
import { osloDay } from '@samblikk/text';
import { dayBefore, osloMoment, osloStamp } from '@samblikk/text/oslo-clock';
import type { Database, Transaction } from '../platform/db/index.ts';
import { openingsOf } from '../releases/index.ts';
import type { RoundRow } from '../rounds/index.ts';

/** A moment at which a round does something by itself. */
export interface DueEvent {
  readonly event: CalendarEvent;
  readonly dueAt: Date;
}

/**
 * What a round does by itself, in the order of its calendar. It closes after its last day for answers, and is then frozen; where
 * late answers are taken, the deadline is a moment of its own.
 */
export function eventsOf(round: RoundRow): DueEvent[] {
  const { opensAt, deadline, lateUntil, freezeAt, publishAt, reminders, snapshots } = round;
  const moments: readonly (readonly [CalendarEvent, Date | null])[] = [
    ['open', opensAt],
    ...reminders.map((at) => ['reminder', new Date(at)] as const),
    ['deadline', deadline && lateUntil && lateUntil > deadline ? deadline : null],
    ['close', lateUntil ?? deadline],
    ['freeze', isPilot(round.year) ? null : freezeAt],
    ['publish', isPilot(round.year) ? null : publishAt],
    ...(isPilot(round.year) ? [] : snapshots).map((at) => ['snapshot', new Date(at)] as const),
  ];
  return moments.flatMap(([event, dueAt]) => (dueAt ? [{ event, dueAt }] : []));
}

/** The moments at which exemptions end in what is published of a round; those that have passed and are not seen to are one, the last. */
export async function expiriesOf(db: Database | Transaction, round: RoundRow, now: Date): Promise<DueEvent[]> {
  const times = [...new Set((await openingsOf(db, round, now)).map(({ at }) => at.getTime()))].sort((a, b) => a - b);
  const passed = times.filter((time) => time <= now.getTime()).slice(-1);
  const toCome = times.filter((time) => time > now.getTime());
  return [...passed, ...toCome].map((time) => ({ event: 'expiry', dueAt: new Date(time) }));
}

/** When staff are told of an event: at the same time by the clock in Norway the day before, also when a day has 23 or 25 hours. */
export function noticeOf({ dueAt }: DueEvent): Date {
  const clock = osloStamp(dueAt).slice(11, 19);
  return new Date(osloMoment(dayBefore(osloDay(dueAt)), clock));
}
