import { z } from 'zod';
import { delegationSchema } from './delegations.ts';
import { answersReply } from './drafts.ts';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { issueSchema } from './problem.ts';
import { querySchema } from './queries.ts';
import { rollOverReply } from './roll-over.ts';
import { moment, roundSchema, textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';
import { submissionRequestSchema } from './submission-requests.ts';

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
  /** How many corrections that staff have proposed wait for the agency. */
  corrections: z.number().int(),
  /** How many claims of exemption Digdir has asked about or refused, and that wait for the agency. */
  exemptions: z.number().int(),
  /** What the submission check says now, where it was asked for; infos are left out. */
  issues: z.array(issueSchema).optional(),
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
      /** Where they were asked for. */
      answers: answersReply.optional(),
      /** What is asked anew each year and answered in a word, such as the phase: as it was then. */
      standing: z.array(z.object({ question: z.string(), answer: textSchema })),
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
  query: z.strictObject({
    issues: z
      .stringbool()
      .optional()
      .meta({ description: 'Whether each measure comes with what is wrong or missing in it.' }),
    previousAnswers: z
      .stringbool()
      .optional()
      .meta({ description: 'Whether measures of the round before come with their answers.' }),
  }),
  reply: responseSchema,
  errors: ['notFound'],
});

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
  action: 'response.readAnswers',
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
