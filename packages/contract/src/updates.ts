import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { moment, textSchema } from './rounds.ts';

// What an agency updates after the freeze: what everyone reads now, and what comes with the next snapshot.

export const updatesSchema = z
  .object({
    /** Whether the round takes updates now. */
    takesUpdates: z.boolean(),
    /** The edition everyone reads now, and the moment its answers are as of; null when none is public. */
    release: z.object({ name: z.string(), dataAsOf: moment }).nullable(),
    /** When what is sent in is frozen next; null when no moment is set. */
    nextSnapshot: moment.nullable(),
    /** Measures of which the public will read something else in the next edition, as they are sent in now. */
    waiting: z.array(
      z.object({
        measure: z.uuid(),
        number: z.string(),
        /** As the public reads it, now or then. */
        title: z.string().nullable(),
        what: z.enum(['new', 'changed', 'gone']),
        /** The answers that change. */
        questions: z.array(textSchema),
      }),
    ),
    /** Measures with changes that are not sent in: they come with no edition. */
    drafts: z.number().int(),
  })
  .meta({ id: 'Updates' });
export type Updates = z.output<typeof updatesSchema>;

export const readUpdates = endpoint('readUpdates', {
  summary: 'What the public reads of an agency’s measures, and what changes with the next edition',
  tag: 'responses',
  action: 'response.readAnswers',
  params: agencyRound,
  reply: updatesSchema,
  errors: ['notFound'],
});
