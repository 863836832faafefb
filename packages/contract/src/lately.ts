import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { releaseReasonSchema } from './releases.ts';
import { rollOverOutcomes } from './roll-over.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// What changed lately in what is public, and what is missing in it.

const named = z.object({ code: z.string(), label: z.string() });
const query = z.object({
  round: z.coerce
    .number()
    .int()
    .optional()
    .meta({ description: 'The year of a round; the newest that is public unless told.' }),
  lang: languageSchema.optional(),
});
const release = z.object({ name: z.string(), frozenAt: moment, dataAsOf: moment });
const of = {
  year: z.number().int(),
  /** The rounds that are public, newest first. */
  years: z.array(z.number().int()),
  release,
  notice: z.string().nullable(),
};
const measure = { number: z.string(), title: z.string().nullable(), agency: named };

/** Measures by number, a hundred at most, and how many there are. */
const listOf = <S extends z.ZodType>(told: S) => z.object({ total: z.number().int(), measures: z.array(told) });

export const readLately = endpoint('readLately', {
  summary:
    'What changed lately: releases, measures that are new, changed or gone since the round before, and those withdrawn',
  tag: 'register',
  action: 'public.read',
  query,
  reply: z.object({
    ...of,
    /** The round before that it is held against; null for the first. */
    before: z.number().int().nullable(),
    /** Public releases of all rounds, newest first. */
    releases: z.array(release.extend({ latest: z.boolean(), reason: releaseReasonSchema.nullable() })),
    /** Measures that were public in no earlier round. */
    added: listOf(z.object(measure)),
    /** Measures that are in both, and what is told otherwise: phase, funding, cost. Only what may be compared. */
    changed: listOf(
      z.object({
        ...measure,
        changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    /** Public measures of the round before of which the agency has said what became of them. */
    ended: listOf(z.object({ ...measure, outcome: z.enum(rollOverOutcomes) })),
    /** How many more were public the round before and are not now: not reported, or withheld. */
    absent: z.number().int(),
    /** Withdrawn from the public, in any public round, newest first. */
    withdrawn: z.array(z.object({ number: z.string(), year: z.number().int(), at: moment, reason: z.string() })),
  }),
  errors: ['notFound', 'releaseWithdrawn'],
});

export const readMissing = endpoint('readMissing', {
  summary:
    'What is missing in a round: who was asked and has not answered, what is withheld and why, which answers are old',
  description:
    'Why something is withheld is told of measures that are public in part, as their pages tell it. Answers that come in after the release are counted as answered here, and are in the next release.',
  tag: 'register',
  action: 'public.read',
  query,
  reply: z.object({
    ...of,
    invited: z.number().int(),
    answered: z.number().int(),
    ministries: z.array(
      named.extend({ invited: z.number().int(), answered: z.number().int(), missing: z.array(named) }),
    ),
    measures: z.number().int(),
    /** Measures withheld whole, and measures of which some answers are. */
    withheld: z.number().int(),
    inPart: z.number().int(),
    /** Why, by legal basis, in the measures that are public in part. Of those withheld whole it is told nowhere. */
    grounds: z.array(
      z.object({
        label: z.string(),
        n: z.number().int(),
        values: z.array(named.extend({ measures: z.number().int() })),
      }),
    ),
    /** Answers kept back in measures that are public in part: how many, by question. */
    fields: z.array(z.object({ id: z.string(), label: z.string(), measures: z.number().int(), listed: z.boolean() })),
    /** Measures that the register shows with answers of an earlier round, by agency as it was called then. */
    old: z.array(named.extend({ year: z.number().int(), measures: z.number().int() })),
  }),
  errors: ['notFound', 'releaseWithdrawn'],
});
export type Missing = z.infer<typeof readMissing.reply>;
export type Lately = z.infer<typeof readLately.reply>;
