import type { Answers } from '@samblikk/questionnaire';
import { z } from 'zod';
import { correctionSchema } from './corrections.ts';
import { endpoint } from './endpoint.ts';
import { agencyRound, measureRound } from './params.ts';
import { issueSchema } from './problem.ts';
import { querySchema } from './queries.ts';
import { moment, textSchema } from './rounds.ts';

/** The answers of a measure, keyed by question id; what each may be is said by the edition. */
export const answersReply = z.custom<Answers>().meta({ type: 'object', additionalProperties: true });

/** How an answer came to be: typed now, confirmed from last year, read from a file, or corrected by staff. */
const originSchema = z.enum(['entered', 'confirmed', 'imported', 'corrected']);
export type Origin = z.output<typeof originSchema>;

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
  /** Corrections that staff have proposed, oldest first, in the same way; and whether this person may accept or refuse them. */
  corrections: z.array(correctionSchema),
  mayAnswerCorrections: z.boolean(),
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

export const restoreRevision = endpoint('restoreRevision', {
  summary: 'Go back to an earlier version: its answers are saved anew, and nothing is erased',
  tag: 'responses',
  action: 'measures.write',
  params: measureRound,
  body: z.strictObject({ version: z.number().int().min(0), basedOn: z.number().int().min(0) }),
  reply: draftSchema,
  errors: ['roundNotOpen', 'conflict', 'notFound'],
});
