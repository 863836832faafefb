import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, pngType, svgType } from './formats.ts';
import { anyVariable } from './register.ts';
import { languageSchema } from './session.ts';

// Measures followed from round to round by the number each has for life. Only public measures are.

const node = z.object({ code: z.string(), label: z.string(), count: z.number().int() });
const wave = z.object({
  year: z.number().int(),
  release: z.string(),
  /** Public measures, and those that are withheld whole and not followed. */
  n: z.number().int(),
  withheld: z.number().int(),
});
/** Where the same is found: the page, and this reply. */
const places = { page: z.string(), href: z.string(), license: z.string() };
const unit = z.enum(['measures', 'years', 'kroner', 'percent']);
const named = z.object({ number: z.string(), title: z.string().nullable() });
/** Whose measures are followed. */
const selected = {
  /** Every filter in force, with names; parameters that filter nothing. */
  chosen: z.array(z.object({ id: z.string(), label: z.string(), code: z.string(), codeLabel: z.string() })),
  ignored: z.array(z.string()),
  /** How many measures are followed. */
  followed: z.number().int(),
  /** The same in words; null when nothing is chosen. */
  selection: z.string().nullable(),
  /** The query of the register’s list of the measures that are followed, each as it was in the newest round it is public in. */
  list: z.string(),
};
const years = {
  from: z.coerce.number().int().optional().meta({ description: 'The earlier round; the one before `to` unless told.' }),
  to: z.coerce.number().int().optional().meta({ description: 'The later round; the newest unless told.' }),
  lang: languageSchema.optional(),
};

export const readFlows = endpoint('readFlows', {
  summary: 'What became of the public measures of one round in a later one',
  description:
    'Any variable of the register filters, and chooses which measures are followed: those it finds, each as it was in the newest round it is public in. By their category of a variable in each, by identity. `new`: the earlier round did not have it among the public ones; what the agency said became of one that is not reported (`ended`, `stopped` …), or `absent` where nothing is public of that. Nothing is told across a declared break: `refused` says why. The format is that of `format`, else what Accept likes best, else JSON.',
  tag: 'statistics',
  action: 'public.read',
  query: z
    .object({
      ...years,
      variable: z.string().optional().meta({ description: 'A variable of one answer; the phase unless told.' }),
      cell: z.string().max(200).optional().meta({ description: 'Lists the measures of one flow: `idea~execution`.' }),
      format: z.enum(['json', 'csv', 'csv-excel', 'png', 'svg']).optional(),
    })
    .catchall(anyVariable),
  reply: z.object({
    title: z.string(),
    variable: z.object({ id: z.string(), label: z.string() }),
    /** What `count` counts. */
    unit,
    /** Which measures are followed, in words. */
    base: z.string(),
    /** Measures in the flows; each is in one. */
    n: z.number().int(),
    ...places,
    ...selected,
    /** The variables that are offered. */
    variables: z.array(z.object({ id: z.string(), label: z.string() })),
    /** Null until two rounds are public. */
    from: wave.nullable(),
    to: wave.nullable(),
    years: z.array(z.number().int()),
    notice: z.array(z.string()),
    /** What must be said where the two rounds are held against each other. */
    notes: z.array(z.string()),
    /** Why the answers may not be held against each other; then there are no flows. */
    refused: z.array(z.string()),
    nodes: z.object({ from: z.array(node), to: z.array(node) }),
    flows: z.array(z.object({ from: z.string(), to: z.string(), count: z.number().int() })),
    inBoth: z.number().int(),
    /** The measures of the flow that `cell` names. */
    measures: z.array(named).nullable(),
  }),
  types: [csvType, pngType, svgType],
  errors: ['unknownVariable', 'notFound'],
});
export type FlowsReply = z.infer<typeof readFlows.reply>;

/** What the numbers are of: variable, what they are counted or measured in, which measures, the rounds they are from. */
const said = {
  variable: z.string(),
  label: z.string(),
  unit,
  base: z.string(),
  years: z.array(z.number().int()),
};

export const readLifeCycle = endpoint('readLifeCycle', {
  summary: 'How long public measures are in each phase, how their cost grew, and which were funded',
  description:
    'Over all public rounds, by identity; any variable of the register chooses which measures are followed. Years are between the rounds where it was reported; costs are nominal kroner of the year they were stated in.',
  tag: 'statistics',
  action: 'public.read',
  query: z
    .object({ lang: languageSchema.optional(), format: z.enum(['json', 'csv', 'csv-excel']).optional() })
    .catchall(anyVariable),
  reply: z.object({
    title: z.string(),
    years: z.array(z.number().int()),
    /** The release of each round, oldest first. */
    releases: z.array(wave),
    ...places,
    ...selected,
    notice: z.array(z.string()),
    notes: z.array(z.string()),
    /** Null until two rounds that compare are public. */
    time: z
      .object({
        ...said,
        rows: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            there: z.number().int(),
            /** Median of the years so far, of those still there. */
            yearsSoFar: z.number().nullable(),
            left: z.number().int(),
            /** Median of the years until they left. */
            yearsUntilLeft: z.number().nullable(),
          }),
        ),
      })
      .nullable(),
    growth: z
      .object({
        ...said,
        n: z.number().int(),
        first: z.number(),
        latest: z.number(),
        percent: z.number().nullable(),
        quartiles: z.object({
          lower: z.number().nullable(),
          median: z.number().nullable(),
          upper: z.number().nullable(),
        }),
        rose: z.number().int(),
        same: z.number().int(),
        fell: z.number().int(),
        /** Each measure, the fastest growing first; 20 at most. */
        measures: z.array(
          named.extend({
            first: z.object({ year: z.number().int(), kroner: z.number() }),
            latest: z.object({ year: z.number().int(), kroner: z.number() }),
            percent: z.number().nullable(),
          }),
        ),
      })
      .nullable(),
    /** Of those that lacked funding in one round, those that had it in the next they were in. */
    funding: z
      .object({
        ...said,
        lacked: z.number().int(),
        won: z.number().int(),
        /** By what they were when they lacked it. */
        by: z.array(z.object({ code: z.string(), label: z.string(), lacked: z.number().int(), won: z.number().int() })),
        measures: z.array(named),
      })
      .nullable(),
    /** What became of measures that the next round lacks, as their agencies said. Null until two rounds are public. */
    ended: z
      .object({
        label: z.string(),
        unit,
        base: z.string(),
        years: z.array(z.number().int()),
        /** Measures that the next round lacks, also those that nothing is said of. */
        n: z.number().int(),
        rows: z.array(
          z.object({
            code: z.string(),
            label: z.string(),
            /** `year`: the first round without it. */
            measures: z.array(named.extend({ year: z.number().int() })),
          }),
        ),
      })
      .nullable(),
  }),
  types: [csvType],
  errors: ['unknownVariable', 'notFound'],
});
export type LifeCycle = z.infer<typeof readLifeCycle.reply>;
