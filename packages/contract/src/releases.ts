import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { written } from './params.ts';
import { moment, textSchema, yearParams } from './rounds.ts';

/** What may be said to anyone about a frozen release. */
const reasonWords = written(2000);
/** Why a release was made. What is said in bokmål alone is read in bokmål by all. */
export const releaseReasonSchema = z.strictObject({
  nb: reasonWords,
  nn: reasonWords.optional(),
  en: reasonWords.optional(),
});
export type ReleaseReason = z.output<typeof releaseReasonSchema>;

export const releaseSchema = z
  .object({
    id: z.uuid(),
    year: z.number().int(),
    /** 1, 2, 3 … within the round. */
    number: z.number().int(),
    /** What the release is called: the year of its round and its number, as `2026.1`. */
    name: z.string(),
    /** Whether this is the round’s newest. */
    latest: z.boolean(),
    edition: z.string(),
    /** Fingerprint of the edition as it was at the freeze. */
    definition: z.string(),
    frozenAt: moment,
    /** The moment the answers are as of: what numbers are dated by. */
    dataAsOf: moment,
    measures: z.number().int(),
    /** How many of the measures anyone may read, in whole or in part. */
    publicMeasures: z.number().int(),
    invited: z.number().int(),
    answered: z.number().int(),
    contentHash: z.string(),
    /** To be shown wherever the release’s data are shown. */
    notice: textSchema.nullable(),
    /** Why it was made, in the words of Digdir, where there is more to say than that the round was frozen. */
    reason: releaseReasonSchema.nullable(),
  })
  .meta({ id: 'Release' });
export type ReleaseView = z.infer<typeof releaseSchema>;

export const listReleases = endpoint('listReleases', {
  summary: 'The frozen releases that register and statistics are read from, newest first',
  tag: 'releases',
  action: 'public.read',
  query: z.object({ year: z.coerce.number().int().optional() }),
  reply: z.array(releaseSchema),
  errors: [],
});

export const readRelease = endpoint('readRelease', {
  summary: 'One release',
  tag: 'releases',
  action: 'public.read',
  params: z.object({ id: z.uuid() }),
  reply: releaseSchema,
  errors: ['notFound', 'releaseWithdrawn'],
});

/** A measure that something is said of. */
const aMeasure = { measure: z.string(), number: z.string(), orgnr: z.string(), name: textSchema };

/** What speaks against freezing a round now. */
export const freezeConcernsSchema = z.object({
  /** The deadline, when it is still to come. */
  beforeDeadline: moment.nullable(),
  /** Agencies that the round asks and that have not sent in. */
  notSubmitted: z.array(
    z.object({ orgnr: z.string(), name: textSchema, begun: z.boolean(), measures: z.number().int() }),
  ),
  /** Agencies with questions from staff that they have not answered. */
  openQueries: z.array(z.object({ orgnr: z.string(), name: textSchema, queries: z.number().int() })),
  /** Agencies that have been given more time, which is not over. */
  moreTime: z.array(z.object({ orgnr: z.string(), name: textSchema, until: moment })),
  /** Claims of exemption that Digdir has not decided: they stay closed. */
  undecidedExemptions: z.array(z.object({ ...aMeasure, claims: z.number().int() })),
  /** What reaches a person in words that would be public. */
  personalData: z.array(
    z.object({ ...aMeasure, question: z.string(), label: textSchema, code: z.string(), found: z.string() }),
  ),
  /** Answers that are asked for and blank in what was sent in. */
  missingAnswers: z.array(z.object({ ...aMeasure, questions: z.array(textSchema) })),
  /** Corrections that the agency has not answered, or that staff have not decided. */
  openCorrections: z.array(z.object({ ...aMeasure, corrections: z.number().int() })),
  /** Agencies whose answers came after the deadline. They are in the release, marked; nothing is to be confirmed. */
  lateAnswers: z.array(z.object({ orgnr: z.string(), name: textSchema, measures: z.number().int() })),
});
export type FreezeConcerns = z.infer<typeof freezeConcernsSchema>;

export const readFreezeConcerns = endpoint('readFreezeConcerns', {
  summary: 'What speaks against freezing a round now: the deadline, and answers that are missing',
  tag: 'releases',
  action: 'release.preview',
  params: yearParams,
  reply: freezeConcernsSchema,
  errors: ['notFound'],
});

export const freeze = endpoint('freeze', {
  summary: 'Freeze what is submitted in a round as a new release',
  description:
    'When nothing has changed since the round’s latest release, that one is the answer and `created` is false. Before the deadline, or with answers missing, it must be confirmed.',
  tag: 'releases',
  action: 'release.freeze',
  params: yearParams,
  body: z
    .strictObject({
      confirmed: z
        .union([z.boolean(), z.array(z.string().max(40)).max(20)])
        .optional()
        .meta({
          description: 'Freeze although the round is not complete: the codes of what is known to be open, or all.',
        }),
      reason: z.union([reasonWords, releaseReasonSchema]).optional().meta({
        description:
          'Why the release is made; everyone reads it once it is public. In bokmål, or in that and the other languages.',
      }),
      hold: z
        .boolean()
        .optional()
        .meta({ description: 'Keep the release from the public until it is published, whatever the calendar says.' }),
    })
    .nullish(),
  reply: z.object({ created: z.boolean(), release: releaseSchema }),
  errors: ['notFound', 'freezeUnconfirmed'],
});

export const withdrawalReason = z.strictObject({
  nb: written(1000),
  nn: written(1000),
  en: written(1000),
});

/** A release as staff see it, before and after publication. */
export const roundReleaseSchema = releaseSchema
  .extend({
    /** `held` until staff publish it; `scheduled` for the round’s day of publication; `withdrawn` after it was published. */
    publication: z.enum(['held', 'scheduled', 'published', 'withdrawn']),
    /** When the round’s releases become public, if not at once. */
    publishAt: moment.nullable(),
    /** When the newest answer in it was sent in; null when there is none. */
    newestAnswerAt: moment.nullable(),
    withdrawal: z.object({ at: moment, by: z.string(), reason: textSchema }).nullable(),
  })
  .meta({ id: 'RoundRelease' });
export type RoundRelease = z.infer<typeof roundReleaseSchema>;

export const listRoundReleases = endpoint('listRoundReleases', {
  summary: 'All releases of a round, newest first, those that are not published too',
  tag: 'releases',
  action: 'release.preview',
  params: yearParams,
  reply: z.array(roundReleaseSchema),
  errors: ['notFound'],
});

export const releaseParams = yearParams.extend({ number: z.coerce.number().int().positive().max(100_000) });

export const publishRelease = endpoint('publishRelease', {
  summary: 'Publish a release now, before the round’s day of publication or after it was held back',
  tag: 'releases',
  action: 'release.publish',
  params: releaseParams,
  reply: roundReleaseSchema,
  errors: ['notFound', 'alreadyDone', 'releaseWithdrawn'],
});

export const scheduleRelease = endpoint('scheduleRelease', {
  summary:
    'Say at what moment a release becomes public by itself; null takes that back, and holds it until it is published',
  tag: 'releases',
  action: 'release.publish',
  params: releaseParams,
  body: z.strictObject({ publishAt: moment.nullable() }),
  reply: roundReleaseSchema,
  errors: ['notFound', 'alreadyDone', 'releaseWithdrawn'],
});

export const withdrawRelease = endpoint('withdrawRelease', {
  summary:
    'Withdraw a published release; the reason stays at its addresses, and the release before it is current again',
  tag: 'releases',
  action: 'release.withdraw',
  params: releaseParams,
  body: z.strictObject({ reason: withdrawalReason }),
  reply: roundReleaseSchema,
  errors: ['notFound', 'alreadyDone', 'releaseNotPublished'],
});
