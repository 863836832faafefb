import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { measureRound } from './params.ts';

export const reportPresence = endpoint('reportPresence', {
  summary: 'Say which section one is in, and learn who else answers the measure now',
  description:
    'Sent every 20 seconds; what was said 60 seconds ago no longer counts. Only those who may answer are shown to others, and someone who was given a section hears of that section only. Saying so does not make the session last longer.',
  tag: 'responses',
  action: 'draft.read',
  params: measureRound,
  body: z.strictObject({
    /** The section’s id; null: on another page of the measure. */
    section: z.string().max(100).nullable(),
  }),
  reply: z.object({
    others: z.array(z.object({ name: z.string(), section: z.string().nullable() })),
    /** The newest version of the answers: whoever has an older one reads them anew. */
    version: z.number().int(),
  }),
  errors: ['notFound', 'measureWithdrawn'],
});
