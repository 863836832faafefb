import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// Common solutions, such as ID-porten: who develops them, who reuses them, who plans to.

const named = z.object({ code: z.string(), label: z.string() });
const query = z.object({
  round: z.coerce
    .number()
    .int()
    .optional()
    .meta({ description: 'The year of a round; the newest that is public unless told.' }),
  lang: languageSchema.optional(),
});

const described = named.extend({
  /** What it is, in our words. */
  description: z.string(),
  /** Who develops and runs it; `agency` is the organisation number where it is a state agency of the directory. */
  owner: z.object({ agency: z.string().nullable(), label: z.string() }),
});

const of = {
  year: z.number().int(),
  /** The rounds that are public, newest first. */
  years: z.array(z.number().int()),
  release: z.object({ name: z.string(), frozenAt: moment, dataAsOf: moment }),
  notice: z.string().nullable(),
  /** Whether the round asked which common solutions are developed and reused; before that only what texts say is known. */
  asked: z.boolean(),
};

export const listSolutions = endpoint('listSolutions', {
  summary: 'Common solutions, with how many public measures develop, reuse, plan to reuse and name each',
  description:
    'What measures develop and reuse is what their agencies answered, in rounds that asked. What they name is found in their public texts by the names of the solution, and says no more than that.',
  tag: 'register',
  action: 'public.read',
  query,
  reply: z.object({
    ...of,
    solutions: z.array(
      described.extend({
        develops: z.number().int(),
        reuses: z.number().int(),
        plans: z.number().int(),
        names: z.number().int(),
      }),
    ),
  }),
  errors: ['notFound'],
});
export type SolutionList = z.infer<typeof listSolutions.reply>;

const measure = z.object({ number: z.string(), title: z.string().nullable(), agency: named });

export const readSolution = endpoint('readSolution', {
  summary: 'One common solution in a round: the public measures that develop, reuse, plan to reuse and name it',
  tag: 'register',
  action: 'public.read',
  params: z.object({ solution: z.string().max(40) }),
  query,
  reply: described.extend({
    ...of,
    /** An address, or a report with its chapter. */
    source: z.string(),
    /** What agencies answered; none where the round did not ask. Reuse is planned until the measure is being carried out. */
    groups: z.array(
      z.object({
        group: z.enum(['develops', 'reuses', 'plans']),
        total: z.number().int(),
        /** How many more of what is not public. */
        withheld: z.number().int(),
        /** The search of the register that lists the same. */
        search: z.string(),
        /** The first of them. */
        measures: z.array(measure),
      }),
    ),
    /** Measures whose public texts have a name of it, and the names, each with the search that finds it. */
    names: z.object({
      total: z.number().int(),
      words: z.array(z.object({ word: z.string(), total: z.number().int(), search: z.string() })),
      measures: z.array(measure.extend({ words: z.array(z.string()) })),
    }),
  }),
  errors: ['notFound'],
});
export type Solution = z.infer<typeof readSolution.reply>;
