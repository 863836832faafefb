import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { languageSchema } from './session.ts';

const source = z.object({ document: z.string(), page: z.number().int().nullable(), at: z.string().nullable() });
const named = z.object({ code: z.string(), label: z.string() });

const amountOf = {
  of: z.enum(['cost', 'funding', 'steeringFrame', 'costFrame']),
  /** What a cost is for, or where money is from. */
  label: z.string(),
  who: z.array(z.string()),
  phases: z.array(named),
  years: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  kroner: z.number().int(),
  about: z.boolean(),
};

export const listFinancingCases = endpoint('listFinancingCases', {
  summary:
    'Measures that several financed together, as reports tell of them: who, when, from where, and what others must pay',
  description:
    'The five cases of DFØ-rapport 2025:7; `groups` is its table 1. Amounts are whole kroner as the report has them, `about` where it says so, null where it does not tell; each with its page.',
  tag: 'financing',
  action: 'public.read',
  query: z.object({ lang: languageSchema.optional() }),
  reply: z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        about: z.string(),
        from: z.number().int(),
        to: z.number().int(),
        source,
        principle: named,
        groups: z.array(
          z.object({
            type: named,
            actors: z.array(z.object({ id: z.string(), name: z.string(), lead: z.boolean(), observer: z.boolean() })),
            financing: z.array(z.object({ phase: named, sources: z.array(named) })),
          }),
        ),
        costsOfOthers: z.array(z.object({ who: z.string(), what: named, text: z.string(), source: source.nullable() })),
        /** What is known of money: costs, then funding. */
        amounts: z.array(
          z.object({
            ...amountOf,
            priceYear: z.number().int().nullable(),
            note: z.string().nullable(),
            source: source.nullable(),
          }),
        ),
        /** What amounts come to together that are of the same (`of`, `label`), in the same phases and years, where there are several. */
        sums: z.array(z.object(amountOf)),
      }),
    ),
  }),
  errors: [],
});
export type FinancingCases = z.infer<typeof listFinancingCases.reply>;
