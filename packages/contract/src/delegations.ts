import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { emailAddress, measureRound } from './params.ts';
import { moment } from './rounds.ts';

export const delegationSchema = z
  .object({
    id: z.uuid(),
    /** The section’s id; null: the whole measure. */
    section: z.string().nullable(),
    /** The name of the colleague, or the e-mail address of one who has not signed in yet. */
    to: z.string(),
    /** Whether the colleague has signed in and can begin. */
    accepted: z.boolean(),
    /** A day, ISO 8601. */
    dueOn: z.iso.date(),
    /** When the colleague said that they had finished. */
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'Delegation' });
export type DelegationView = z.output<typeof delegationSchema>;

export const listDelegations = endpoint('listDelegations', {
  summary: 'Whom a measure, or a part of it, is delegated to',
  tag: 'delegations',
  action: 'measures.delegate',
  params: measureRound,
  reply: z.array(delegationSchema),
  errors: ['notFound'],
});

export const delegate = endpoint('delegate', {
  summary: 'Let a colleague answer a measure, or one section of it; they see only that',
  description:
    'The colleague is someone with a role at the agency (`person`), or gets an e-mail with a link (`email`) that works once and for 14 days. The day it is due is a wish: the access lasts until the delegation is taken back.',
  tag: 'delegations',
  action: 'measures.delegate',
  params: measureRound,
  body: z.strictObject({
    section: z.string().max(100).nullable(),
    to: z.union([z.strictObject({ person: z.uuid() }), z.strictObject({ email: emailAddress })]),
    dueOn: z.iso.date(),
  }),
  reply: delegationSchema,
  status: 201,
  errors: ['roundNotOpen', 'notFound'],
});

export const endDelegation = endpoint('endDelegation', {
  summary: 'Take a delegation back; what the colleague has answered stays',
  tag: 'delegations',
  action: 'measures.delegate',
  params: measureRound.extend({ delegation: z.uuid() }),
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});

export const finishDelegation = endpoint('finishDelegation', {
  summary: 'Tell whoever delegated it to oneself that one has finished; they get a letter the first time',
  tag: 'delegations',
  action: 'draft.write',
  params: measureRound,
  reply: z.object({ finishedAt: moment }),
  errors: ['notFound'],
});
