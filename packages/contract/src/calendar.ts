import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { letterTo, skippedAgency } from './messages.ts';
import { moment, yearParams } from './rounds.ts';

/** What a round does by itself, in the order of its calendar. Reminders and snapshots may be several, and so may days on which exemptions expire. */
export const calendarEvents = [
  'open',
  'reminder',
  'deadline',
  'close',
  'freeze',
  'publish',
  'snapshot',
  'expiry',
] as const;
export type CalendarEvent = (typeof calendarEvents)[number];

/**
 * What became of it: done; already as it should be; passed, since what comes after it was due as well; or not done, since the
 * round asks nobody, nobody has answered, it takes no answers, or there is no release that may be public. What was not done is not
 * tried again until its date is moved.
 */
export const calendarOutcomes = [
  'done',
  'already',
  'passed',
  'noPopulation',
  'noAnswers',
  'notOpen',
  'notPublic',
] as const;
export type CalendarOutcome = (typeof calendarOutcomes)[number];

export const calendarSchema = z.array(
  z.object({
    event: z.enum(calendarEvents),
    dueAt: moment,
    /** When it was done or found to be impossible; null while it is to come. */
    doneAt: moment.nullable(),
    outcome: z.enum(calendarOutcomes).nullable(),
    /** How many letters went out with it; null while it is to come. */
    letters: z.number().int().nullable(),
    /** When staff were told beforehand; null when they have not been. */
    toldAt: moment.nullable(),
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

export const dryRunSchema = z.array(
  z.object({
    at: moment,
    event: z.enum(calendarEvents),
    /** Staff are told of the event, a day before it; else it is the event itself. */
    told: z.boolean(),
    /** What would become of it, as things stand now; null when staff are told. */
    outcome: z.enum(calendarOutcomes).nullable(),
    /** Who would be written to, an address each; those of staff when they are told. */
    letters: z.array(letterTo),
    skipped: z.array(skippedAgency),
  }),
);
export type DryRun = z.infer<typeof dryRunSchema>;

export const dryRunCalendar = endpoint('dryRunCalendar', {
  summary:
    'All that the round would still do by itself, and who would be written to, if nothing happens until then; changes nothing',
  tag: 'rounds',
  action: 'round.followUp',
  params: yearParams,
  reply: dryRunSchema,
  errors: ['notFound'],
});
