import type { CalendarEvent, CalendarOutcome } from '@samblikk/contract';
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from '../platform/db/index.ts';
import { roundRef } from '../rounds/schema.ts';

// What rounds have done by themselves.

/** One row for each moment of a round's calendar that has been seen to. A date that is moved is another moment. */
export const calendarRun = pgTable(
  'calendar_run',
  {
    roundId: roundRef(),
    event: text('event').$type<CalendarEvent>().notNull(),
    dueAt: at('due_at').notNull(),
    doneAt: at('done_at').notNull(),
    outcome: text('outcome').$type<CalendarOutcome>().notNull(),
    /** How many letters went out with it. */
    letters: integer('letters').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.event, t.dueAt] })],
);

/** One row for each moment that staff have been told of beforehand, or that came too soon to be told of. */
export const calendarNotice = pgTable(
  'calendar_notice',
  {
    roundId: roundRef(),
    event: text('event').$type<CalendarEvent>().notNull(),
    dueAt: at('due_at').notNull(),
    toldAt: at('told_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.event, t.dueAt] })],
);
