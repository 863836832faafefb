import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound, written } from './params.ts';
import { moment, reopeningSchema } from './rounds.ts';

const common = {
  tag: 'responses',
  params: agencyRound,
} as const;

const reason = z.strictObject({ reason: written(1000) });

export const readReopening = endpoint('readReopening', {
  ...common,
  summary: 'Whether the round is, or is asked to be, open again for the agency; null when it never was',
  action: 'response.read',
  reply: reopeningSchema.nullable(),
  errors: ['notFound'],
});

export const askReopening = endpoint('askReopening', {
  ...common,
  summary: 'Ask for more time after the round has closed, with a reason',
  action: 'measures.write',
  body: reason,
  reply: reopeningSchema,
  status: 201,
  errors: ['roundNotOpen', 'alreadyDone', 'notFound'],
});

export const grantReopening = endpoint('grantReopening', {
  ...common,
  summary: 'Open the round again for one agency, until a moment; a moment that has passed ends it',
  description: 'What is sent in is marked as late, and earlier receipts stay.',
  action: 'round.manage',
  body: z.strictObject({ until: moment }),
  reply: reopeningSchema,
  errors: ['roundNotOpen', 'notFound'],
});

export const refuseReopening = endpoint('refuseReopening', {
  ...common,
  summary: 'Say no to an agency that waits for more time, and why; it may ask again',
  action: 'round.manage',
  body: reason,
  reply: reopeningSchema,
  errors: ['alreadyDone', 'notFound'],
});
