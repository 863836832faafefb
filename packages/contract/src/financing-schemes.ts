import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { listParameter } from './register.ts';
import { languageSchema } from './session.ts';

const named = z.object({ code: z.string(), label: z.string() });
const year = z.coerce.number().int().min(1990).max(2100);

const source = z.object({
  document: z.string(),
  page: z.number().int().nullable(),
  at: z.string().nullable(),
  address: z.string().nullable(),
  /** Null where nothing tells it. */
  year: z.number().int().nullable(),
  /** It has no date of its own. */
  undated: z.boolean(),
});

const verdict = z.object({ code: z.enum(['fits', 'unsure', 'doesNotFit']), label: z.string() });

/** What each scheme says of a plan: those that fit first. */
export const schemesSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    about: z.string(),
    kind: z.enum(['money', 'demand']),
    verdict,
    rules: z.array(
      z.object({
        id: z.string(),
        /** The kind of measure it is for, where the scheme tells them apart. */
        category: named.nullable(),
        from: z.string(),
        to: z.string().nullable(),
        /** The source does not tell the days: they are our reading of it. */
        daysAreRead: z.boolean(),
        verdict,
        against: z.array(named),
        missing: z.array(named),
        notes: z.array(named),
        atMost: z.number().int().nullable(),
        terms: z.array(named),
        conditions: z.array(z.string()),
        sources: z.array(source),
      }),
    ),
    disagreements: z.array(
      z.object({ term: z.string(), sides: z.array(z.object({ label: z.string(), rule: z.string(), source })) }),
    ),
  }),
);

export const listFinancingSchemes = endpoint('listFinancingSchemes', {
  summary: 'Which schemes a plan may use, how much at most, and why not, with the year and source of each rule',
  description:
    'A proposal, never a refusal. Rules are those of `year`, the first year of the plan unless told. `unsure`: nothing speaks against it, and something is not told. `atMost` is whole kroner; null where the rule does not fit, or its source has no limit. Where sources disagree, all versions are told, and `disagreements` says on what.',
  tag: 'financing',
  action: 'public.read',
  query: z.object({
    actorType: listParameter.optional().meta({
      description: 'Types of those who take part: stateAgency, municipality, county, ks, private.',
    }),
    phase: listParameter
      .optional()
      .meta({ description: 'What is to be paid for: startUp, planning, execution, operation.' }),
    total: z.coerce
      .number()
      .int()
      .min(0)
      .max(1e13)
      .optional()
      .meta({ description: 'What the measure costs, in kroner.' }),
    from: year
      .optional()
      .meta({ description: 'The first year of the plan; this year unless told, or the last one if that is earlier.' }),
    to: year.optional().meta({ description: 'Its last year; the first unless told.' }),
    year: year.optional().meta({ description: 'The year whose rules are used.' }),
    lang: languageSchema.optional(),
  }),
  reply: z.object({
    from: z.number().int(),
    to: z.number().int(),
    /** The year whose rules these are. */
    year: z.number().int(),
    total: z.number().int().nullable(),
    actors: z.array(named.extend({ chosen: z.boolean() })),
    phases: z.array(named.extend({ chosen: z.boolean() })),
    schemes: schemesSchema,
  }),
  errors: [],
});
export type FinancingSchemes = z.infer<typeof listFinancingSchemes.reply>;
