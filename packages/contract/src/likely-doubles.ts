import { z } from 'zod';
import { registerLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// Public measures of different agencies that may be the same.

const named = z.object({ code: z.string(), label: z.string() });
const owner = named.extend({ pairs: z.number().int() });
const measure = z.object({
  number: z.string(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  agency: named,
  ministry: named,
});

/** Two measures beside each other, and why they stand so. */
export const doublePairSchema = z.object({
  /** How much of what is telling in the two is the same, 0–1; null where only a coordinator has found them. */
  likeness: z.number().nullable(),
  /** The two. */
  measures: z.array(measure).length(2),
  /** Telling words that both have in name or deliverable, as the first writes them. */
  words: z.array(z.string()),
  /** What both answered where many differ: tags, partners, technologies, life events and the like. */
  shared: z.array(z.object({ id: z.string(), label: z.string(), values: z.array(named) })),
});
export type DoublePairShown = z.infer<typeof doublePairSchema>;

/** How many of the pairs coordinators have judged, by verdict. */
export const judgedCounts = z.object({ same: z.number().int(), related: z.number().int(), not: z.number().int() });

/** What a coordinator has said of two measures that are shown together: never `not`. */
export const believedSchema = z.enum(['same', 'related']).nullable();

export const listLikelyDoubles = endpoint('listLikelyDoubles', {
  summary: 'Pairs of public measures of different agencies that may be the same, and why',
  description:
    'Strong likeness only: most of what is special in the name of one (the words that few measures or few agencies have) stands in the other. Of each measure the five likeliest. The list is made by counting words. What a coordinator has said of a pair is believed: “not” is left out, “same” and “related” are told. Who said it is not.',
  tag: 'register',
  action: 'public.read',
  query: z.object({
    round: z.coerce.number().int().optional().meta({
      description:
        'The year of a round; unless told the newest that is public, or with `number` the newest that the measure is public in.',
    }),
    release: z.coerce
      .number()
      .int()
      .positive()
      .optional()
      .meta({ description: 'A release number of the round; the latest unless told.' }),
    ministry: z
      .string()
      .max(40)
      .optional()
      .meta({ description: 'The code of a ministry that one of the two is under.' }),
    agency: z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'The organisation number or a name of an agency that one of the two is of.' }),
    number: z
      .string()
      .max(20)
      .optional()
      .meta({ description: 'A measure’s number: its own likely doubles, itself first in each pair.' }),
    page: z.coerce.number().int().min(1).max(registerLimits.page).default(1),
    size: z.coerce.number().int().min(1).max(registerLimits.size).default(registerLimits.usualSize),
    lang: languageSchema.optional(),
  }),
  reply: z.object({
    year: z.number().int(),
    /** The rounds that are public, newest first. */
    years: z.array(z.number().int()),
    release: z.object({ name: z.string(), frozenAt: moment, dataAsOf: moment }),
    notice: z.string().nullable(),
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    pages: z.number().int(),
    /** Who has pairs, whatever was chosen, by name. */
    ministries: z.array(owner),
    agencies: z.array(owner),
    /**
     * Of the pairs chosen, those a coordinator has judged; those judged not to be doubles are counted here, and listed nowhere. Of one agency or measure
     * they are not (`null`): that would tell of which pair it was said.
     */
    judged: judgedCounts.extend({ not: z.number().int().nullable() }),
    /** Those a coordinator has judged to be the same first, then related, then the most alike. */
    pairs: z.array(doublePairSchema.extend({ verdict: believedSchema })),
  }),
  errors: ['notFound', 'releaseWithdrawn', 'publicMeasureWithdrawn'],
});
export type LikelyDoubles = z.infer<typeof listLikelyDoubles.reply>;
