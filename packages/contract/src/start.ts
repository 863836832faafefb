import { z } from 'zod';
import { calendarEvents } from './calendar.ts';
import { endpoint } from './endpoint.ts';
import { moment, roundSchema, textSchema, yearParams } from './rounds.ts';

const rate = z.object({ invited: z.number().int(), answered: z.number().int() });

/** How many agencies had answered at the end of each day on which one did, by days from the deadline: −1 is the day before. */
const curveSchema = z.object({
  year: z.number().int(),
  invited: z.number().int(),
  /** The day it opened, and the last day there is to tell of. */
  first: z.number().int(),
  last: z.number().int(),
  days: z.array(z.object({ day: z.number().int(), answered: z.number().int() })),
});
export type ResponseCurve = z.output<typeof curveSchema>;

/** What may wait for those who run the round. */
export const waitingKinds = [
  'calendarFailed',
  'moreTime',
  'queriesAnswered',
  'correctionsRefused',
  'exemptions',
  'errorReportsOverdue',
  'bounces',
  'releasesHeld',
  'contactsUnconfirmed',
] as const;
export type WaitingKind = (typeof waitingKinds)[number];

export const startSchema = z.object({
  round: roundSchema,
  /** Where in its time the round is, and how many days by the calendar in Norway until that ends; null when no date says. */
  phase: z.enum(['planned', 'open', 'late', 'closed']),
  daysLeft: z.number().int().nullable(),
  rate: rate.extend({ begun: z.number().int(), declined: z.number().int() }),
  ministries: z.array(rate.extend({ code: z.string(), name: textSchema })),
  /** This round and the one before; null without a deadline to count from. */
  curve: curveSchema.nullable(),
  before: curveSchema.nullable(),
  /** Only what there is any of. */
  waiting: z.array(z.object({ kind: z.enum(waitingKinds), count: z.number().int() })),
  /** What the round does by itself from now on, the next first. */
  next: z.array(z.object({ event: z.enum(calendarEvents), at: moment })),
});
export type Start = z.output<typeof startSchema>;

export const readStart = endpoint('readStart', {
  summary: 'A round at a glance: time left, response rates, what waits for staff, and what comes next',
  tag: 'rounds',
  action: 'round.followUp',
  params: yearParams,
  reply: startSchema,
  errors: ['notFound'],
});
