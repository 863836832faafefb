import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { measureRound, written } from './params.ts';
import { dueDay } from './queries.ts';
import { moment } from './rounds.ts';

const words = written(2000);
const said = z.object({ text: z.string().nullable(), by: z.string(), at: moment });

/**
 * `proposed` waits for the agency, which has `accepted` or `refused` it; staff may have `decided` that it stands, or `dropped` it.
 * Statistics use what is accepted or decided, as long as the agency's own answer is the one it was made about.
 */
export const correctionStates = ['proposed', 'accepted', 'refused', 'decided', 'dropped'] as const;

export const correctionSchema = z
  .object({
    id: z.uuid(),
    question: z.string(),
    /** The agency's own answer that it is about; null: blank. */
    given: z.unknown(),
    /** What it should be; null: blank. */
    corrected: z.unknown(),
    reason: z.string(),
    dueAt: moment,
    proposedAt: moment,
    proposedBy: z.string(),
    state: z.enum(correctionStates),
    /** The agency has changed its answer since: the correction is about one that is no more. */
    superseded: z.boolean(),
    /** What the agency said, and what staff decided. */
    answer: said.nullable(),
    decision: said.nullable(),
  })
  .meta({ id: 'Correction' });
export type CorrectionView = z.output<typeof correctionSchema>;

const common = { tag: 'corrections', params: measureRound } as const;
const one = { tag: 'corrections', params: measureRound.extend({ correction: z.uuid() }) } as const;

export const listCorrections = endpoint('listCorrections', {
  ...common,
  summary: 'The corrections that staff have proposed to a measure, and what became of them, oldest first',
  description: 'Whoever was given a section sees those of that section.',
  action: 'draft.read',
  reply: z.array(correctionSchema),
  errors: ['notFound'],
});

export const proposeCorrection = endpoint('proposeCorrection', {
  ...common,
  summary: 'Propose another answer to one question of a measure that was sent in',
  description:
    'The answer is checked as any other. The agency’s own is not touched: it accepts the correction or says why not, also when the round is closed. `version` is the one that was looked at, which must be the one last sent in. Answers that decide what is public cannot be corrected.',
  action: 'correction.propose',
  body: z.strictObject({
    question: z.string().max(100),
    /** Null: blank. */
    value: z.unknown(),
    reason: words,
    version: z.number().int().min(1),
    dueOn: dueDay.optional(),
  }),
  reply: correctionSchema,
  status: 201,
  errors: ['notSubmitted', 'answersAtFault', 'alreadyDone', 'notFound'],
});

export const answerCorrection = endpoint('answerCorrection', {
  ...one,
  summary: 'Accept a proposed correction, or say why not',
  description: 'Taken also when the round is closed. A refusal needs words.',
  action: 'correction.answer',
  body: z.strictObject({ accept: z.boolean(), text: words.optional() }),
  reply: correctionSchema,
  errors: ['alreadyDone', 'notFound'],
});

export const decideCorrection = endpoint('decideCorrection', {
  ...one,
  summary: 'Decide that a correction stands, once the agency has refused it or its time to answer has passed',
  action: 'correction.decide',
  body: z.strictObject({ text: words }),
  reply: correctionSchema,
  errors: ['alreadyDone', 'notFound'],
});

export const dropCorrection = endpoint('dropCorrection', {
  ...one,
  summary: 'Take back a proposed correction that the agency has not accepted; it stays in the list',
  action: 'correction.propose',
  reply: correctionSchema,
  errors: ['alreadyDone', 'notFound'],
});
