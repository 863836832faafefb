import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { measureRound, written } from './params.ts';
import { moment, textSchema, yearParams } from './rounds.ts';

const words = written(2000);
const field = z.string().max(100).nullable();

/** What Digdir, or when `answered` the agency, has said of a claim. */
const stepSchema = z.object({
  step: z.enum(['accepted', 'refused', 'asked', 'answered']),
  words: z.string().nullable(),
  /** Accepted: the last day it holds. Refused: the last day the agency may answer. */
  until: z.iso.date().nullable(),
  at: moment,
  by: z.string(),
  /** The year of the round it was said in. */
  year: z.number().int(),
});

export const claimSchema = z
  .object({
    /** The question whose answer is claimed exempt; null: the measure as a whole. */
    field,
    label: textSchema,
    /** The legal basis as the agency gave it, in words. */
    basis: textSchema.nullable(),
    /** The day the agency says that the exemption ends. */
    expires: z.string().nullable(),
    /** What the claim rests on, to be sent along with a decision: when the agency has changed it since, it is another claim. */
    grounds: z.string(),
    state: z.enum(['undecided', 'asked', 'answered', 'accepted', 'expired', 'refused', 'lapsed']),
    /** All that was said of it, oldest first. */
    history: z.array(stepSchema),
  })
  .meta({ id: 'ExemptionClaim' });
export type ClaimView = z.output<typeof claimSchema>;

export const measureClaimsSchema = z.object({
  measure: z.uuid(),
  number: z.string(),
  title: z.string().nullable(),
  orgnr: z.string(),
  agency: textSchema,
  claims: z.array(
    claimSchema.extend({
      /** The exempt answer, for those who decide; null for others, and where it is the whole measure. */
      value: textSchema.nullable(),
    }),
  ),
});
export type MeasureClaimsView = z.output<typeof measureClaimsSchema>;

export const listExemptions = endpoint('listExemptions', {
  summary: 'Everything that agencies claim exempt from publication in a round, with where each claim stands',
  description: 'The exempt answers themselves are shown only to those who decide.',
  tag: 'exemptions',
  action: 'exemption.read',
  params: yearParams,
  reply: z.array(measureClaimsSchema),
  errors: ['notFound'],
});

export const decideExemption = endpoint('decideExemption', {
  summary: 'Accept or refuse a claim of exemption, or ask the agency about it',
  description:
    'Accepted, it holds to the end of the day `until`, and for good without one; the first release after that day publishes the answer. Refused, it stays closed to the end of the day `until`, at least two weeks on unless told, so that the agency can answer; when it does, the claim waits to be decided again. A refusal and a question need words, which the agency reads.',
  tag: 'exemptions',
  action: 'exemption.decide',
  params: measureRound,
  body: z.strictObject({
    field,
    grounds: z.string().max(2000),
    step: z.enum(['accepted', 'refused', 'asked']),
    words: words.optional(),
    until: z.iso.date().nullish(),
  }),
  reply: measureClaimsSchema,
  errors: ['notFound', 'claimChanged', 'exemptionAtFault'],
});

export const listMeasureExemptions = endpoint('listMeasureExemptions', {
  summary: 'What an agency claims exempt of a measure as it was last sent in, and what Digdir said',
  tag: 'exemptions',
  action: 'measures.read',
  params: measureRound,
  reply: z.array(claimSchema),
  errors: ['notFound'],
});

export const answerExemption = endpoint('answerExemption', {
  summary: 'Answer what Digdir asked or refused about a claim of exemption; it is then decided again',
  tag: 'exemptions',
  action: 'exemption.answer',
  params: measureRound,
  body: z.strictObject({ field, words }),
  reply: z.array(claimSchema),
  errors: ['notFound', 'alreadyDone'],
});
