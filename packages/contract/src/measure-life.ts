import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { believedSchema } from './likely-doubles.ts';
import { rollOverOutcomes } from './roll-over.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// A measure over the years: what was told of it in each round, and what became of it.

/** A measure by its number (`2019-0042`) or id. */
export const whichMeasure = z.object({ id: z.string().max(40) });
/** As it was in a round, in the release that is public now unless told. */
export const inRelease = z.object({
  round: z.coerce.number().int().optional(),
  release: z.coerce.number().int().positive().optional(),
  lang: languageSchema.optional(),
});

const named = z.object({ code: z.string(), label: z.string() });

/** A measure as it was in one round, with the names of that year. */
export const measureYearSchema = z.object({
  year: z.number().int(),
  title: z.string().nullable(),
  agency: named,
  ministry: named,
  /** The release it is read from. */
  release: z.string(),
  late: z.boolean(),
  /** What is most telling of each year, in the order of the page’s highlights: phase, cost, funding, partners. */
  facts: z.array(
    z.object({
      question: z.string(),
      label: z.string(),
      state: z.enum(['answered', 'blank', 'withheld']),
      text: z.string().nullable(),
    }),
  ),
  /** What it was said to cost in all, in kroner; null when it was not said, or is kept back. */
  cost: z.number().nullable(),
});

/**
 * What became of a measure in a round whose release is public, and that does not have it. `absent`: it is not among the
 * public measures, and nothing more is told; it may not have been reported, or be withheld.
 */
export const measureEventSchema = z.object({
  year: z.number().int(),
  release: z.string(),
  what: z.enum([...rollOverOutcomes, 'absent', 'withdrawn']),
  /** For `merged` and `split`: those of the measures it went into that are public. */
  measures: z.array(z.object({ number: z.string(), title: z.string().nullable() })),
  /** For `transferred`: the agency that has it now. */
  agency: named.nullable(),
  /** For `withdrawn`: when and why it was withdrawn from the public. */
  at: moment.nullable(),
  reason: z.string().nullable(),
});

/** The first and the newest estimate of what it costs, where both were told. */
export const estimatesSchema = z.object({
  label: z.string(),
  first: z.object({ year: z.number().int(), kroner: z.number(), text: z.string() }),
  latest: z.object({ year: z.number().int(), kroner: z.number(), text: z.string() }),
  /** What must be said when the two are held against each other; null where the question is the same. */
  note: z.string().nullable(),
});

export const similarToMeasure = endpoint('similarToMeasure', {
  summary: 'Public measures that resemble this one, and why',
  tag: 'register',
  action: 'public.read',
  params: whichMeasure,
  query: z.object({ lang: languageSchema.optional() }),
  reply: z.array(
    z.object({
      number: z.string(),
      year: z.number().int(),
      title: z.string().nullable(),
      agency: named,
      /** What a coordinator has said that the two are to each other. */
      verdict: believedSchema,
      /** Telling words that both have in name or deliverable, as this one writes them. */
      words: z.array(z.string()),
      /** What both answered where many differ: tags, partners, technologies and the like. */
      shared: z.array(z.object({ id: z.string(), label: z.string(), values: z.array(named) })),
    }),
  ),
  errors: ['notFound', 'publicMeasureWithdrawn'],
});
export type SimilarToMeasure = z.infer<typeof similarToMeasure.reply>;

export const measureJsonLd = endpoint('measureJsonLd', {
  summary: 'One public measure as JSON-LD, in the words of schema.org',
  tag: 'register',
  action: 'public.read',
  params: whichMeasure,
  query: inRelease,
  reply: 'file',
  errors: ['notFound', 'releaseWithdrawn', 'publicMeasureWithdrawn'],
});
