import { z } from 'zod';
import { doubleShows, doubleVerdicts, registerLimits, verdictReasonLength } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { doublePairSchema, judgedCounts } from './likely-doubles.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// What coordinators say of measures that may be the same.

const ministry = z
  .string()
  .max(40)
  .meta({ description: 'The code of a ministry: at least one of the two is under it today.' });
const number = z.string().max(20);

const verdictSchema = z
  .object({
    verdict: z.enum(doubleVerdicts),
    reason: z.string(),
    by: z.string(),
    at: moment,
  })
  .meta({ id: 'DoubleVerdict' });

export const listDoublesToJudge = endpoint('listDoublesToJudge', {
  summary: 'Likely doubles with a measure of an agency under a ministry, for its coordinators to judge',
  description:
    'Read from what is public, as the list for everyone. Those nobody has judged come with the most alike first; the others with the verdict, its reason and who said it, the latest first.',
  tag: 'coordination',
  action: 'double.judge',
  params: z.object({ ministry }),
  query: z.object({
    round: z.coerce.number().int().optional(),
    show: z.enum(doubleShows).default('waiting'),
    page: z.coerce.number().int().min(1).max(registerLimits.page).default(1),
    size: z.coerce.number().int().min(1).max(registerLimits.size).default(registerLimits.usualSize),
    lang: languageSchema.optional(),
  }),
  reply: z.object({
    year: z.number().int(),
    /** The rounds that are public, newest first. */
    years: z.array(z.number().int()),
    counts: judgedCounts.extend({ waiting: z.number().int() }),
    page: z.number().int(),
    pages: z.number().int(),
    pairs: z.array(doublePairSchema.extend({ verdict: verdictSchema.nullable() })),
  }),
  errors: ['notFound'],
});
export type DoublesToJudge = z.infer<typeof listDoublesToJudge.reply>;

export const judgeDoubles = endpoint('judgeDoubles', {
  summary: 'Say that two public measures are the same, related, or not doubles',
  description:
    'A later verdict replaces an earlier, whoever gave it; null takes it back. It is of the measures, over all rounds, and counts at once in the public lists.',
  tag: 'coordination',
  action: 'double.judge',
  params: z.object({ ministry }),
  body: z.strictObject({
    measures: z
      .tuple([number, number])
      .refine(([one, other]) => one !== other, 'one measure twice')
      .meta({ description: 'The numbers of the two.' }),
    verdict: z.enum(doubleVerdicts).nullable(),
    reason: z.string().trim().max(verdictReasonLength).default(''),
  }),
  reply: z.object({
    /** What was said before; null when nothing was. */
    before: verdictSchema.pick({ verdict: true, reason: true }).nullable(),
  }),
  errors: ['notFound', 'publicMeasureWithdrawn'],
});
