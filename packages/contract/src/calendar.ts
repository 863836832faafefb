import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment, yearParams } from './rounds.ts';

/** What a round does by itself, in the order of its calendar. */
export const calendarEvents = ['open', 'close', 'freeze'] as const;
export type CalendarEvent = (typeof calendarEvents)[number];

/**
 * What became of it: done; already as it should be; or not done, since the round asks nobody, or nobody has answered. What was
 * not done is not tried again until its date is moved.
 */
export const calendarOutcomes = ['done', 'already', 'noPopulation', 'noAnswers'] as const;
export type CalendarOutcome = (typeof calendarOutcomes)[number];

export const calendarSchema = z.array(
  z.object({
    event: z.enum(calendarEvents),
    dueAt: moment,
    /** When it was done or found to be impossible; null while it is to come. */
    doneAt: moment.nullable(),
    outcome: z.enum(calendarOutcomes).nullable(),
  }),
);
export type Calendar = z.infer<typeof calendarSchema>;

export const readCalendar = endpoint('readCalendar', {
  summary: 'What the round does by itself: what has been done, and what comes next',
  tag: 'rounds',
  action: 'round.followUp',
  params: yearParams,
  reply: calendarSchema,
  errors: ['notFound'],
});
