import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { moment } from './rounds.ts';

/** Who has asked for the agency's answer to be sent in, and when. */
export const submissionRequestSchema = z.object({ askedAt: moment, askedBy: z.string() });

export const askSubmission = endpoint('askSubmission', {
  summary: 'Ask those who may send in the agency’s answer to do it',
  description:
    'They are told by e-mail, with a copy to the agency’s mailbox, at most once a day. The next submission answers the request.',
  tag: 'responses',
  action: 'measures.write',
  params: agencyRound,
  reply: submissionRequestSchema,
  status: 201,
  errors: ['roundNotOpen', 'alreadyDone', 'notFound'],
});
