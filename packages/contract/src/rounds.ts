import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { year } from './params.ts';

/** A moment as ISO 8601 with offset. */
export const moment = z.iso.datetime({ offset: true });
export const textSchema = z.object({ nb: z.string(), nn: z.string(), en: z.string() });
export const yearParams = z.object({ year });

const roundState = z.enum(['planned', 'open', 'closed']);
export type RoundState = z.output<typeof roundState>;

export const roundSchema = z
  .object({
    year: z.number().int(),
    edition: z.string(),
    state: roundState,
    opensAt: moment.nullable(),
    deadline: moment.nullable(),
    lateUntil: moment.nullable(),
    freezeAt: moment.nullable(),
    publishAt: moment.nullable(),
    /** When those who have not submitted are reminded, in order. */
    reminders: z.array(moment),
    /** Whether it takes updates from its freeze until the next round opens. */
    takesUpdates: z.boolean(),
    /** When what was sent in since is frozen in a release of its own, in order; and whether that waits for staff to publish it. */
    snapshots: z.array(moment),
    holdSnapshots: z.boolean(),
    /** To be shown wherever the round's data are shown. */
    notice: textSchema.nullable(),
    invited: z.number().int(),
    answered: z.number().int(),
  })
  .meta({ id: 'Round' });

export type Round = z.infer<typeof roundSchema>;

export const listRounds = endpoint('listRounds', {
  summary: 'The yearly rounds, newest first',
  tag: 'rounds',
  action: 'public.read',
  reply: z.array(roundSchema),
  errors: [],
});

export const readRound = endpoint('readRound', {
  summary: 'One round with its calendar',
  tag: 'rounds',
  action: 'public.read',
  params: yearParams,
  reply: roundSchema,
  errors: ['notFound'],
});

export const changeRound = endpoint('changeRound', {
  summary: 'Create a round, or change its calendar and state; what is left out stays as it was',
  tag: 'rounds',
  action: 'round.manage',
  params: yearParams,
  body: z.strictObject({
    /** Only when the round is created. */
    edition: z.string().optional(),
    state: roundState.optional(),
    opensAt: moment.nullable().optional(),
    deadline: moment.nullable().optional(),
    lateUntil: moment.nullable().optional(),
    freezeAt: moment.nullable().optional(),
    publishAt: moment.nullable().optional(),
    /** Between opening and deadline, in order, each on a day of its own. */
    reminders: z.array(moment).max(10).optional(),
    takesUpdates: z.boolean().optional(),
    /** After the freeze, in order, each on a day of its own. */
    snapshots: z.array(moment).max(12).optional(),
    holdSnapshots: z.boolean().optional(),
    notice: textSchema.nullable().optional(),
  }),
  reply: roundSchema,
  errors: ['invalidRequest', 'alreadyDone', 'releasePublished'],
});

export const reopeningSchema = z
  .object({
    /** Why, in the agency’s words; null when nobody asked. */
    reason: z.string().nullable(),
    askedAt: moment.nullable(),
    askedBy: z.string().nullable(),
    /** The agency’s own last moment to answer; null until it is granted. */
    until: moment.nullable(),
    /** Whether the agency has asked, and waits for an answer. */
    waiting: z.boolean(),
    /** Whether what the agency asked for last was refused, and nothing was given since. */
    refused: z.boolean(),
    /** Each time it was refused, newest first. */
    refusals: z.array(z.object({ reason: z.string(), at: moment, by: z.string() })),
  })
  .meta({ id: 'Reopening' });
export type Reopening = z.infer<typeof reopeningSchema>;
