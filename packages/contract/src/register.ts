import { z } from 'zod';
import { registerLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { estimatesSchema, inRelease, measureEventSchema, measureYearSchema, whichMeasure } from './measure-life.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

/** `a,b` or, as plain HTML forms send it, the same name several times. */
export const listParameter = z.union([
  z.string().max(registerLimits.list),
  z.array(z.string().max(registerLimits.list)).max(registerLimits.repeated),
]);

/** Orders of the register; a minus in front turns one round. `cost` is what the measure costs in all.
 * Unless told: relevance when there is free text, else newest round first. */
export const registerSorts = ['relevance', 'newest', 'name', 'number', 'ministry', 'agency', 'cost'] as const;
export type RegisterSort = (typeof registerSorts)[number];
const sortSchema = z
  .string()
  .regex(new RegExp(`^(-?(${registerSorts.join('|')})|)$`))
  .meta({ description: `One of ${registerSorts.join(', ')}; a minus in front reverses the order.` });

/** What a search says, apart from page and format. */
export const registerFilter = {
  q: z.string().max(registerLimits.words).optional().meta({
    description:
      'Free text. Words in quotes stand together, `-word` must not be there, numbers of measures and organisations are known; the last word may be unfinished.',
  }),
  round: listParameter.optional().meta({ description: 'Years, joined by comma. All rounds unless told.' }),
  release: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'A release number, together with one round; the latest release unless told.' }),
  number: listParameter.optional().meta({
    description: 'Numbers of measures, joined by comma: these alone, where everything else of the search fits too.',
  }),
  sort: sortSchema.optional(),
  lang: languageSchema.optional(),
};

export const anyVariable = listParameter.meta({
  description:
    'Any closed question, derived or population variable, `agency` or `ministry`: codes joined by comma; `blank` for those that left it blank.',
});

export const registerQuery = z
  .object({
    ...registerFilter,
    page: z.coerce.number().int().min(1).max(registerLimits.page).default(1),
    size: z.coerce.number().int().min(1).max(registerLimits.size).default(registerLimits.usualSize),
    cursor: z.string().max(registerLimits.cursor).optional().meta({
      description:
        'Where the page before ended, as its `next` says; `page` then counts for nothing. Goes with the same search, and on in the releases it began in.',
    }),
  })
  .catchall(anyVariable);

const codeSchema = z.object({ code: z.string(), label: z.string() });

/** One public measure in a list. */
export const registerItemSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  year: z.number().int(),
  /** Null when the agency has exempted the name. */
  title: z.string().nullable(),
  summary: z.string().nullable(),
  agency: codeSchema,
  ministry: codeSchema,
  visibility: z.enum(['whole', 'inPart']),
  late: z.boolean(),
  /** The measure’s answers to the facets, as words, and what it costs in all. */
  facts: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
  /** What of it was found by free text: places in name and summary, from and to; and what it is counted under, by its name. */
  found: z
    .object({
      title: z.array(z.tuple([z.number().int(), z.number().int()])),
      summary: z.array(z.tuple([z.number().int(), z.number().int()])),
      named: z.array(z.object({ id: z.string(), label: z.string(), text: z.string() })),
    })
    .nullable(),
  cost: z.object({ label: z.string(), kroner: z.number(), text: z.string() }).nullable(),
});
export type RegisterItem = z.infer<typeof registerItemSchema>;

export const facetSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** One measure may have several of the values. */
  several: z.boolean(),
  /** How many more values there are, for open lists that are cut. */
  more: z.number().int(),
  /** Counts ignore what is chosen in this facet itself. Blank has the code `blank`, and is there where it occurs. */
  values: z.array(codeSchema.extend({ count: z.number().int(), chosen: z.boolean() })),
});
export type Facet = z.infer<typeof facetSchema>;

export const suggestedFilterSchema = z.object({
  id: z.string(),
  label: z.string(),
  code: z.string(),
  codeLabel: z.string(),
  /** How many public measures have it. */
  count: z.number().int(),
});
export type SuggestedFilter = z.infer<typeof suggestedFilterSchema>;

export const registerListSchema = z.object({
  /** Public measures that match: each once, as it was in the newest of the rounds searched. */
  total: z.number().int(),
  /**
   * How many more match that are withheld whole: total + withheld is the number in statistics. Null with free text, since
   * text of withheld measures is never searched, and with a chosen list of numbers, which has none.
   */
  withheld: z.number().int().nullable(),
  page: z.number().int(),
  size: z.number().int(),
  pages: z.number().int(),
  /**
   * The cursor of the next page; null on the last. Whoever follows it to the end is given each measure once, also when a new release
   * is published meanwhile. The header `Link` has the whole address (`rel="next"`).
   */
  next: z.string().nullable(),
  sort: z.string(),
  /** Set when nothing was found as written and the list is for another spelling. */
  suggestion: z.object({ asked: z.string(), q: z.string() }).nullable(),
  /** The words of free text that no measure found has: those with most are listed, since none has all. */
  missing: z.array(z.string()),
  /** Words that begin as the unfinished last one were too many to look for all. */
  cut: z.boolean(),
  /** Agencies, ministries, themes and answers that the free text names: filters to choose instead. */
  suggestions: z.array(suggestedFilterSchema),
  items: z.array(registerItemSchema),
  facets: z.array(facetSchema),
  /** Every filter in force, with names, also those that are no facet. */
  chosen: z.array(z.object({ id: z.string(), label: z.string(), code: z.string(), codeLabel: z.string() })),
  /** Parameters of the address that are no variable, and filter nothing. */
  ignored: z.array(z.string()),
  /** The releases that were searched. */
  releases: z.array(
    z.object({
      id: z.uuid(),
      year: z.number().int(),
      number: z.number().int(),
      name: z.string(),
      frozenAt: moment,
      dataAsOf: moment,
      measures: z.number().int(),
      notice: z.string().nullable(),
    }),
  ),
});
export type RegisterList = z.infer<typeof registerListSchema>;

export const searchRegister = endpoint('searchRegister', {
  summary: 'Search the register of public measures',
  description:
    'Besides the parameters listed, any closed variable of the questionnaire is a filter: `phase=idea,concept&ministry=KMD`. Codes in one variable are alternatives; `a~b` means both. Other parameters filter nothing, and are named in `ignored`.',
  tag: 'register',
  action: 'public.read',
  query: registerQuery,
  reply: registerListSchema,
  errors: ['badCursor', 'unknownVariable', 'notFound', 'releaseWithdrawn'],
});

export const suggestFilters = endpoint('suggestFilters', {
  summary: 'Filters that a text names: agencies by all their names and abbreviations, ministries, themes, answers',
  tag: 'register',
  action: 'public.read',
  query: z.object({
    q: z.string().max(registerLimits.words),
    round: listParameter.optional(),
    lang: languageSchema.optional(),
  }),
  reply: z.array(suggestedFilterSchema).max(8),
  errors: [],
});

const answerSchema = z.object({
  question: z.string(),
  number: z.string().nullable(),
  label: z.string(),
  /** What the answer is called where there is no room for the question. */
  name: z.string(),
  /** `withheld`: the agency has exempted it from publication. Questions not asked are left out. */
  state: z.enum(['answered', 'blank', 'withheld']),
  /** The answer as a person reads it. */
  text: z.string().nullable(),
  /** The codes it is found under, for links to measures that answered the same; empty for free text. */
  values: z.array(codeSchema),
  /** Present where the answer is not the agency’s own: it was corrected after quality control. */
  corrected: z.literal(true).optional(),
});

export const registerMeasureSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  year: z.number().int(),
  release: z.object({ id: z.uuid(), number: z.number().int(), name: z.string(), frozenAt: moment, dataAsOf: moment }),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  agency: codeSchema,
  ministry: codeSchema,
  visibility: z.enum(['whole', 'inPart']),
  late: z.boolean(),
  notice: z.string().nullable(),
  /** What a page begins with, in order: the cost, how far it has come, and so on. Amounts are in words, rounded. */
  highlights: z.array(z.object({ question: z.string(), text: z.string().nullable() })),
  sections: z.array(z.object({ id: z.string(), title: z.string(), answers: z.array(answerSchema) })),
  /** What is computed from the answers, such as cost band. */
  derived: z.array(
    z.object({ id: z.string(), label: z.string(), rule: z.string(), code: z.string(), text: z.string() }),
  ),
  /** The rounds in which the measure is public, newest first. */
  history: z.array(measureYearSchema),
  /** What became of it in other rounds whose releases are public, newest first. */
  events: z.array(measureEventSchema),
  estimates: estimatesSchema.nullable(),
  /** Common solutions that it answers about, or has a name of in its public texts. */
  solutions: z.array(codeSchema),
  /** The questions among its answers that say why something is kept back, and until when. */
  grounds: z.array(z.string()),
});
export type RegisterMeasure = z.infer<typeof registerMeasureSchema>;

export const readMeasure = endpoint('readMeasure', {
  summary: 'One public measure, by its number (`2019-0042`) or id',
  description: 'A measure that is wholly withheld is not found, like one that does not exist.',
  tag: 'register',
  action: 'public.read',
  params: whichMeasure,
  query: inRelease,
  reply: registerMeasureSchema,
  errors: ['notFound', 'releaseWithdrawn', 'publicMeasureWithdrawn'],
});

export const similarSchema = z.object({
  number: z.string(),
  year: z.number().int(),
  title: z.string().nullable(),
  summary: z.string().nullable(),
  agency: codeSchema,
  ministry: codeSchema,
  /** How much of what is telling in the text the measure shares, 0–1. */
  likeness: z.number(),
  /** The words both have, folded, as they were asked with; the most telling first. */
  shared: z.array(z.string()),
});
export type SimilarMeasure = z.infer<typeof similarSchema>;

export const similarMeasures = endpoint('similarMeasures', {
  summary: 'Public measures that resemble a text, so that agencies find each other before they build twice',
  description:
    'A read. What is asked with stands in the body, for it may not be public yet: it is not logged, and not kept.',
  tag: 'register',
  action: 'public.read',
  query: z.object({ lang: languageSchema.optional() }),
  body: z.strictObject({
    title: z.string().max(500).default('').meta({ description: 'The name of a measure.' }),
    text: z
      .string()
      .max(2000)
      .default('')
      .meta({ description: 'What it is to deliver. Name and text are likened each by itself.' }),
    except: z.string().max(20).optional().meta({ description: 'A measure’s number, which is not like itself.' }),
    agency: z
      .string()
      .max(20)
      .optional()
      .meta({ description: 'The organisation number of an agency whose measures are left out.' }),
  }),
  reply: z.array(similarSchema).max(5),
  errors: [],
});
