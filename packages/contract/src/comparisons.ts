import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { releaseParams, releaseReasonSchema } from './releases.ts';
import { textSchema } from './rounds.ts';

/** One answer before and after, in words; null where there was none, or where it may not be read. */
const answerChangeSchema = z.object({
  question: z.string(),
  label: textSchema,
  before: textSchema.nullable(),
  after: textSchema.nullable(),
  /** Why it was corrected, in the words of whoever proposed it; null where it was not, or where the answer is kept back. */
  why: z.string().nullable(),
  /** That one of the two is kept back from whoever asks. */
  withheld: z.boolean(),
});

const measureChangeSchema = z.object({
  number: z.string(),
  /** Null where it is kept back from whoever asks. */
  title: z.string().nullable(),
  orgnr: z.string(),
  agency: textSchema,
  change: z.enum(['added', 'removed', 'changed']),
  /** What it came of: sent in late, sent in again, with more time, corrected, an exemption that ended or was changed, withdrawn. */
  reasons: z.array(
    z.enum(['late', 'submitted', 'moreTime', 'corrected', 'expired', 'exemption', 'withdrawn', 'unpublished']),
  ),
  /** The exemptions that ended: of which answer (null: of the whole measure), on what basis, and the last day of each. */
  opened: z.array(
    z.object({ question: z.string().nullable(), label: textSchema, basis: textSchema.nullable(), lastDay: z.string() }),
  ),
  answers: z.array(answerChangeSchema),
});
export type MeasureChange = z.output<typeof measureChangeSchema>;

const countsSchema = z.object({
  measures: z.number(),
  publicMeasures: z.number(),
  invited: z.number(),
  answered: z.number(),
});

const head = { name: z.string(), dataAsOf: z.string(), ...countsSchema.shape };

/** What changed from a release to the one after it. */
export const changesSchema = z
  .object({
    before: z.object(head).nullable(),
    after: z.object({ ...head, reason: releaseReasonSchema.nullable() }),
    measures: z.array(measureChangeSchema),
  })
  .meta({ id: 'ReleaseChanges' });
export type ReleaseChanges = z.output<typeof changesSchema>;

export const readReleaseChanges = endpoint('readReleaseChanges', {
  summary: 'What is public of what changed from the public release before to this one, and why',
  tag: 'releases',
  action: 'public.read',
  params: z.object({ id: z.uuid() }),
  reply: changesSchema,
  errors: ['notFound', 'releaseWithdrawn'],
});

const figureChangeSchema = z.object({
  id: z.string(),
  title: textSchema,
  unit: z.enum(['measures', 'percent', 'kroner']),
  /** Across editions: whether the numbers may be held against each other, as the edition declares it. */
  comparable: z.enum(['same', 'note', 'break', 'new']),
  notes: z.array(textSchema),
  /** None where the numbers may not be held against each other. */
  cells: z.array(
    z.object({
      labels: z.array(textSchema),
      before: z.number().nullable(),
      after: z.number().nullable(),
      difference: z.number().nullable(),
    }),
  ),
});

export const comparisonOfReleasesSchema = changesSchema
  .extend({ before: z.object(head), figures: z.array(figureChangeSchema) })
  .meta({ id: 'ReleaseComparison' });
export type ReleaseComparison = z.output<typeof comparisonOfReleasesSchema>;

const comparison = {
  tag: 'releases',
  action: 'release.preview',
  params: releaseParams,
  query: z.object({
    with: z
      .string()
      .regex(/^20\d\d\.[1-9]\d{0,4}$/)
      .optional()
      .meta({
        description: 'The release before, by name, as `2026.1`; of another year too. The one before it unless told.',
      }),
  }),
  errors: ['notFound', 'invalidRequest'],
} as const;

export const compareReleases = endpoint('compareReleases', {
  ...comparison,
  summary: 'Two releases held against each other: measures, answers and figures',
  description: 'Exempt answers are shown only to those who decide on exemptions.',
  reply: comparisonOfReleasesSchema,
});

export const compareReleasesCsv = endpoint('compareReleasesCsv', {
  ...comparison,
  summary: 'Two releases held against each other, as a file of one line per answer or number that differs',
  reply: 'file',
});
