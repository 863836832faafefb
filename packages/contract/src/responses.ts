import type { Answers } from '@samblikk/questionnaire';
import { z } from 'zod';
import { delegationSchema } from './delegations.ts';
import { endpoint } from './endpoint.ts';
import { agencyRound, measureRound } from './params.ts';
import { issueSchema } from './problem.ts';
import { querySchema } from './queries.ts';
import { moment, roundSchema, textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';
import { submissionRequestSchema } from './submission-requests.ts';

/** The answers of a measure, keyed by question id; what each may be is said by the edition. */
export const answersReply = z.custom<Answers>().meta({ type: 'object', additionalProperties: true });

/** How an answer came to be: typed now, confirmed from last year, read from a file, or corrected by staff. */
const originSchema = z.enum(['entered', 'confirmed', 'imported', 'corrected']);
export type Origin = z.output<typeof originSchema>;

/** `returned`: staff have sent it back with a question that is not answered yet. */
export const measureStates = [
  'notStarted',
  'inProgress',
  'hasErrors',
  'ready',
  'submitted',
  'changedSince',
  'returned',
] as const;
export type MeasureState = (typeof measureStates)[number];

export const measureCardSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string().nullable(),
  state: z.enum(measureStates),
  version: z.number().int(),
  /** What stops submission, and what asks "is this right?". */
  errors: z.number().int(),
  warnings: z.number().int(),
  /** Of the warnings, those of questions that are asked anew each year, answered last year and blank now. */
  waitingAnew: z.array(z.string()),
  savedAt: moment.nullable(),
  savedBy: z.string().nullable(),
  /** The names of the others who are in it now. */
  editing: z.array(z.string()),
  /** Who else answers it, or a part of it. */
  delegations: z.array(delegationSchema),
  /** What staff have asked about it and are not done with, oldest first. */
  queries: z.array(querySchema),
});

export const submissionSchema = z
  .object({
    receipt: z.string(),
    number: z.number().int(),
    submittedAt: moment,
    submittedBy: z.string(),
    late: z.boolean(),
    nothingToReport: z.boolean(),
    measures: z.number().int(),
    contentHash: z.string(),
  })
  .meta({ id: 'Submission' });

export type Submission = z.infer<typeof submissionSchema>;

/** Not reported because the phase is as it was; ended, stopped, merged, split, or another agency's now. */
export const rollOverOutcomes = ['unchanged', 'ended', 'stopped', 'merged', 'split', 'transferred'] as const;
export type RollOverOutcome = (typeof rollOverOutcomes)[number];

const rollOverReply = z.object({
  outcome: z.enum(rollOverOutcomes),
  measures: z.array(z.string()),
  toOrgnr: z.string().nullable(),
  at: moment,
  by: z.string(),
});

export const responseSchema = z.object({
  round: roundSchema,
  agency: z.object({ id: z.string(), orgnr: z.string(), name: textSchema, ministry: z.string() }),
  /** Whether the round takes answers now, and whether this person may write and submit. */
  open: z.boolean(),
  mayWrite: z.boolean(),
  maySubmit: z.boolean(),
  measures: z.array(measureCardSchema),
  /** What was taken out of this year's answer and is not from an earlier round; the latest first. */
  withdrawn: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      title: z.string().nullable(),
      at: moment,
      /** Null where a program did it. */
      by: z.string().nullable(),
    }),
  ),
  submission: submissionSchema.nullable(),
  /** Who has asked for the answer to be sent in, until it is. */
  submissionRequest: submissionRequestSchema.nullable(),
  /** The names of those who may send it in and have signed in; for those who may write. */
  submitters: z.array(z.string()),
  /** Measures of the agency in the latest round before this one that are not taken along yet. */
  previous: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      title: z.string().nullable(),
      year: z.number().int(),
      edition: z.string(),
      answers: answersReply,
      /** What is asked anew each year and answered in a word, such as the phase: as it was then. */
      standing: z.array(z.object({ question: z.string(), label: textSchema, answer: textSchema })),
      /** What became of it, when it is not reported this year; null while nothing is said. */
      outcome: rollOverReply.nullable(),
    }),
  ),
});
export type ResponseView = z.infer<typeof responseSchema>;

export const readResponse = endpoint('readResponse', {
  summary: 'An agency’s answer in a round: its measures, what is left, and the receipt',
  tag: 'responses',
  action: 'response.read',
  params: agencyRound,
  reply: responseSchema,
  errors: ['notFound'],
});

export const draftSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  year: z.number().int(),
  edition: z.string(),
  agency: z.object({ orgnr: z.string(), name: textSchema, ministry: z.string() }),
  version: z.number().int(),
  answers: answersReply,
  origins: z.record(z.string(), originSchema),
  /** What the submission check says now. */
  issues: z.array(issueSchema),
  savedAt: moment.nullable(),
  savedBy: z.string().nullable(),
  /** Last year’s answers, to look back on. */
  previous: z.object({ year: z.number().int(), edition: z.string(), answers: answersReply }).nullable(),
  open: z.boolean(),
  mayWrite: z.boolean(),
  /** Ids of the sections that this person answers, when a part was delegated; null: all. */
  sections: z.array(z.string()).nullable(),
  /** Whether the person sees the measure only because it was delegated; then there is no list of measures to go back to. */
  delegated: z.boolean(),
  /** What staff have asked about it, oldest first; with a part delegated, about that part. */
  queries: z.array(querySchema),
  /** Whether this person may ask: staff, once it has been sent in. */
  mayAsk: z.boolean(),
  /** What of it was delegated to this person, and when they said that they had finished; null when nothing was. */
  delegation: z.object({ finishedAt: moment.nullable() }).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

export const createMeasure = endpoint('createMeasure', {
  summary: 'Add a measure to the agency’s answer: a new one, or one from an earlier round',
  tag: 'responses',
  action: 'measures.write',
  params: agencyRound,
  body: z.strictObject({
    /** A measure the agency reported before, or has taken out this year; it keeps its number, and the answers of this year. */
    carryForward: z.uuid().optional(),
  }),
  reply: draftSchema,
  status: 201,
  errors: ['roundNotOpen', 'alreadyDone', 'notFound'],
});

export const readDraft = endpoint('readDraft', {
  summary: 'A measure’s answers in a round, as they stand',
  tag: 'responses',
  action: 'draft.read',
  params: measureRound,
  reply: draftSchema,
  errors: ['notFound', 'measureWithdrawn'],
});

export const withdrawMeasure = endpoint('withdrawMeasure', {
  summary: 'Take a measure out of the agency’s answer; its history is kept',
  tag: 'responses',
  action: 'measures.write',
  params: measureRound,
  reply: z.null(),
  status: 204,
  errors: ['roundNotOpen', 'notFound'],
});

export const readRevisions = endpoint('readRevisions', {
  summary: 'Every saved version of a measure in a round: who, when, what changed',
  tag: 'responses',
  action: 'draft.read',
  params: measureRound,
  reply: z.array(
    z.object({
      version: z.number().int(),
      at: moment,
      by: z.string(),
      /** In the order of the questionnaire. */
      changes: z.array(z.object({ question: z.string(), from: z.unknown(), to: z.unknown() })),
      /** Reasons why warnings do not matter that were given, changed or taken back (null), by `reasonKey`. */
      reasons: z.array(z.object({ key: z.string(), to: z.string().nullable() })),
    }),
  ),
  errors: ['notFound'],
});

/** Saving answers has an address per edition, so that the API description shows each edition’s questions exactly. */
export function saveDraftOf(edition: string) {
  return endpoint(
    'saveDraft',
    {
      summary: `Save answers of a measure, edition ${edition}`,
      description:
        'Takes the version the changes were based on and merges by question. When someone else has changed the same answer since, nothing is saved and 409 tells both values.',
      tag: 'responses',
      action: 'draft.write',
      params: z.object({ measure: z.uuid() }),
      body: z.strictObject({
        year: z.number().int(),
        /** The version the changes were made on; 0 when there was none. */
        basedOn: z.number().int().min(0),
        /**
         * Only the changed answers, null for blanked. Any object is let in, so that the one draft check names each fault by
         * question and code; the API adds the edition’s exact schema for its description.
         */
        changes: z.record(z.string(), z.unknown()),
        /** Questions whose answer from last year is confirmed as still right. */
        confirmed: z.array(z.string()).max(200).optional(),
        /** Why a warning does not matter here, by `reasonKey`; null takes a reason back. */
        reasons: z.record(z.string().max(100), z.string().max(1000).nullable()).optional(),
      }),
      reply: draftSchema,
      errors: ['roundNotOpen', 'conflict', 'answersAtFault', 'notFound', 'measureWithdrawn'],
    },
    { edition },
  );
}

export const submitResponse = endpoint('submitResponse', {
  summary: 'Send in the agency’s answer. The same Idempotency-Key gives the same receipt, however often it is sent',
  tag: 'responses',
  action: 'response.submit',
  params: agencyRound,
  /** The language of the letters with the receipt; the person’s own unless told. */
  query: z.strictObject({ lang: languageSchema.optional() }),
  headers: z.looseObject({ 'idempotency-key': z.string().min(8).max(200) }),
  body: z.strictObject({ nothingToReport: z.boolean() }),
  reply: submissionSchema,
  status: 201,
  errors: ['roundNotOpen', 'answersAtFault', 'keyUsedForOther', 'notFound'],
});

export const readSubmission = endpoint('readSubmission', {
  summary: 'A receipt, with what was sent in',
  tag: 'responses',
  action: 'response.read',
  params: agencyRound.extend({ receipt: z.string() }),
  reply: submissionSchema.extend({
    agency: z.object({ orgnr: z.string(), name: textSchema }),
    edition: z.string(),
    /** Measures from the agency's latest earlier round that nothing was said about when it sent in. */
    undecided: z.array(z.object({ number: z.string(), title: z.string().nullable() })),
    content: z.array(z.object({ number: z.string(), version: z.number().int(), answers: answersReply })),
  }),
  errors: ['notFound'],
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

export const restoreRevision = endpoint('restoreRevision', {
  summary: 'Go back to an earlier version: its answers are saved anew, and nothing is erased',
  tag: 'responses',
  action: 'measures.write',
  params: measureRound,
  body: z.strictObject({ version: z.number().int().min(0), basedOn: z.number().int().min(0) }),
  reply: draftSchema,
  errors: ['roundNotOpen', 'conflict', 'notFound'],
});
