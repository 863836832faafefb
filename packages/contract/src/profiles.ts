import { z } from 'zod';
import { profileKinds, registerLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// Pages of what measures have in common: an agency, a ministry, a tag, a technology, a life event, a strategy measure.

const named = z.object({ code: z.string(), label: z.string() });
const query = z.object({
  round: z.coerce
    .number()
    .int()
    .optional()
    .meta({ description: 'The year of a round; the newest that has it unless told.' }),
  lang: languageSchema.optional(),
});
const profile = z.enum(profileKinds);

const of = {
  profile,
  /** The variable that register and tables filter by. */
  variable: z.string(),
  /** What it is called: `Virksomhet`, `Teknologi`. */
  kind: z.string(),
  year: z.number().int(),
  release: z.object({ name: z.string(), frozenAt: moment, dataAsOf: moment }),
  notice: z.string().nullable(),
  /** The rounds that know it, newest first, with how many measures each has, those withheld included. */
  years: z.array(z.object({ year: z.number().int(), measures: z.number().int() })),
};

export const listProfiles = endpoint('listProfiles', {
  summary:
    'The agencies, ministries, tags, technologies, life events or strategy measures of a round, with how many measures each has',
  description:
    'Numbers are those of the table by the same variable: measures withheld whole are counted where it says whose. Of tags there may be tens of thousands: a page at a time, by name or with the most used first, and those whose name has `q` in it.',
  tag: 'register',
  action: 'public.read',
  params: z.object({ profile }),
  query: query.extend({
    q: z.string().max(registerLimits.words).default('').meta({ description: 'A part of the name, or of the code.' }),
    sort: z.enum(['name', 'measures']).default('name').meta({ description: '`measures`: the most used first.' }),
    page: z.coerce.number().int().min(1).max(registerLimits.page).default(1),
    size: z.coerce.number().int().min(1).max(registerLimits.profiles).default(registerLimits.profiles),
  }),
  reply: z.object({
    ...of,
    /** How many there are, those with `q` in their name where it is asked for; and the pages that makes. */
    total: z.number().int(),
    page: z.number().int(),
    size: z.number().int(),
    pages: z.number().int(),
    entries: z.array(named.extend({ measures: z.number().int() })),
    /** Measures that left it blank, and those whose answer is kept back. */
    blank: z.number().int(),
    withheld: z.number().int(),
    n: z.number().int(),
  }),
  errors: ['notFound'],
});

/** A name in time; null where it is open. */
const held = z.object({ label: z.string(), from: z.iso.date().nullable(), to: z.iso.date().nullable() });
/** Whom it went on as, or was before; without a code it has no page. */
const relative = z.object({ code: z.string().nullable(), label: z.string(), from: z.iso.date().nullable() });

export const readProfile = endpoint('readProfile', {
  summary:
    'One agency, ministry, tag, technology, life event or strategy measure in a round: numbers, and what it was before',
  tag: 'register',
  action: 'public.read',
  params: z.object({ profile, code: z.string().max(200) }),
  query,
  reply: z.object({
    ...of,
    code: z.string(),
    label: z.string(),
    /** As in the register: public measures, and how many more are withheld. */
    total: z.number().int(),
    withheld: z.number().int(),
    /** The sum of what they cost, as far as it is public, and how many measures it is of, or lacks. Null when none tells. */
    cost: z
      .object({
        label: z.string(),
        kroner: z.number(),
        text: z.string(),
        measures: z.number().int(),
        blank: z.number().int(),
        withheld: z.number().int(),
      })
      .nullable(),
    /** The variables whose tables the page draws, filtered by this one. */
    charts: z.array(z.string()),
    /** Of agencies and ministries: what they have been called, and where they went. Null for the others. */
    life: z
      .object({
        names: z.array(held),
        ministry: named.nullable(),
        predecessors: z.array(relative),
        successors: z.array(relative),
        /** The last day; null while it exists. */
        ended: z.iso.date().nullable(),
      })
      .nullable(),
  }),
  errors: ['notFound'],
});
export type Profile = z.infer<typeof readProfile.reply>;
