import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { moment } from './rounds.ts';

/** Not reported because the phase is as it was; ended, stopped, merged, split, or another agency's now. */
export const rollOverOutcomes = ['unchanged', 'ended', 'stopped', 'merged', 'split', 'transferred'] as const;
export type RollOverOutcome = (typeof rollOverOutcomes)[number];

export const rollOverReply = z.object({
  outcome: z.enum(rollOverOutcomes),
  measures: z.array(z.string()),
  toOrgnr: z.string().nullable(),
  at: moment,
  by: z.string(),
});

const previousMeasure = agencyRound.extend({ measure: z.uuid() });

const decision = {
  outcome: z.enum(rollOverOutcomes),
  /** For `merged` and `split`: the numbers of the measures it went into. */
  measures: z.array(z.string().max(20)).max(20).optional(),
  /** For `transferred`: the organisation number of the agency that has it now. */
  toOrgnr: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
};

export const decideRollOver = endpoint('decideRollOver', {
  summary: 'Say what became of a measure from an earlier round that is not reported this year',
  tag: 'responses',
  action: 'measures.write',
  params: previousMeasure,
  body: z.strictObject(decision),
  reply: rollOverReply,
  errors: ['roundNotOpen', 'answersAtFault', 'notFound'],
});

export const decideRollOvers = endpoint('decideRollOvers', {
  summary: 'Say of several measures from an earlier round what became of them: all of it is saved, or none',
  tag: 'responses',
  action: 'measures.write',
  params: agencyRound,
  body: z.strictObject({
    decisions: z
      .array(
        z.strictObject({
          ...decision,
          measure: z.uuid(),
          /** `reported`: it is reported this year as well. Null: nothing is said of it; takes back what was. */
          outcome: z.enum([...rollOverOutcomes, 'reported']).nullable(),
        }),
      )
      .min(1)
      .max(3000),
  }),
  reply: z.null(),
  status: 204,
  errors: ['roundNotOpen', 'answersAtFault', 'notFound'],
});

export const undoRollOver = endpoint('undoRollOver', {
  summary: 'Take back what was said about a measure from an earlier round',
  tag: 'responses',
  action: 'measures.write',
  params: previousMeasure,
  reply: z.null(),
  status: 204,
  errors: ['roundNotOpen', 'notFound'],
});
