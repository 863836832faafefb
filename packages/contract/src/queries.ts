import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { measureRound, written } from './params.ts';
import { moment } from './rounds.ts';

const words = written(2000);

/** The last day to answer, by the calendar in Norway. */
export const dueDay = z.iso.date();

export const querySchema = z
  .object({
    id: z.uuid(),
    /** The question’s id; null: the whole measure. */
    question: z.string().nullable(),
    text: z.string(),
    askedAt: moment,
    askedBy: z.string(),
    /** When an answer is due; null where none was set. */
    dueAt: moment.nullable(),
    /** Open until the agency replies, or changes the answer it is about; closed when staff are done with it. */
    state: z.enum(['open', 'answered', 'closed']),
    /** That the answer was changed since it was asked about, by whom and when. */
    changed: z.object({ by: z.string(), at: moment }).nullable(),
    /** What the agency said. Without words when the changed answer says it. */
    reply: z.object({ text: z.string().nullable(), by: z.string(), at: moment }).nullable(),
  })
  .meta({ id: 'Query' });
export type QueryView = z.output<typeof querySchema>;

const common = { tag: 'queries', params: measureRound } as const;
const one = { tag: 'queries', params: measureRound.extend({ query: z.uuid() }) } as const;

export const listQueries = endpoint('listQueries', {
  ...common,
  summary: 'What staff have asked about a measure, and what the agency replied, oldest first',
  description: 'Whoever was given a section sees the questions about that section.',
  action: 'draft.read',
  reply: z.array(querySchema),
  errors: ['notFound'],
});

export const askQuery = endpoint('askQuery', {
  ...common,
  summary: 'Send a measure back to the agency with a question about one answer, or about all of it',
  description:
    'The measure must have been sent in. `version` is the one that was looked at: an answer changed since counts as a reply. `until` also opens the round for the agency until that moment, as those who manage rounds may. The agency is told by e-mail, without the question.',
  action: 'query.ask',
  body: z.strictObject({
    question: z.string().max(100).nullable(),
    text: words,
    version: z.number().int().min(1),
    until: moment.optional(),
    /** The last day to answer; five working days when left out. */
    dueOn: dueDay.optional(),
  }),
  /** `told`: whether we knew an address to write to. */
  reply: z.object({ query: querySchema, told: z.boolean() }),
  status: 201,
  errors: ['notSubmitted', 'roundNotOpen', 'notFound'],
});

export const answerQuery = endpoint('answerQuery', {
  ...one,
  summary: 'Reply to a question from staff',
  description:
    'Words may be left out when the answer it is about has been changed. A reply is taken also when the round is closed, since it changes no answer.',
  action: 'draft.write',
  body: z.strictObject({ text: words.optional() }),
  reply: querySchema,
  errors: ['alreadyDone', 'notFound'],
});

export const closeQuery = endpoint('closeQuery', {
  ...one,
  summary: 'Be done with a question, answered or not; it stays in the list',
  action: 'query.ask',
  reply: querySchema,
  errors: ['alreadyDone', 'notFound'],
});
