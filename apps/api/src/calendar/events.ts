import { type CalendarEvent, calendarEvents } from '@samblikk/contract';
import type { RoundRow } from '../rounds/index.ts';

/** A moment at which a round does something by itself. */
export interface DueEvent {
  readonly event: CalendarEvent;
  readonly dueAt: Date;
}

/** What a round does by itself, in the order of its calendar. It closes after its last day for answers, and is then frozen. */
export function eventsOf({ opensAt, deadline, lateUntil, freezeAt }: RoundRow): DueEvent[] {
  const moments: Readonly<Record<CalendarEvent, Date | null>> = {
    open: opensAt,
    close: lateUntil ?? deadline,
    freeze: freezeAt,
  };
  return calendarEvents.flatMap((event) => {
    const dueAt = moments[event];
    return dueAt ? [{ event, dueAt }] : [];
  });
}
