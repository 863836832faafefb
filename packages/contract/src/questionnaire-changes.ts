import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { textSchema, yearParams } from './rounds.ts';

const time = z.object({
  /** Seconds for a measure that is new this year. */
  anew: z.number(),
  /** Seconds for one from last year, whose answers are shown to be confirmed where the editions compare. */
  carried: z.number(),
});

export const questionnaireChangesSchema = z.object({
  edition: z.string(),
  /** The edition compared with: that of the round before unless told. Null when there is none. */
  from: z.string().nullable(),
  /** The round before; null when there is none. */
  fromYear: z.number().int().nullable(),
  /** What the times rest on: measures sent in last time, agencies whose time was measured, and what the model was multiplied by. */
  basis: z.object({ measures: z.number().int(), measuredAgencies: z.number().int(), factor: z.number() }),
  before: time,
  after: time,
  changes: z.array(
    z.object({
      id: z.string(),
      of: z.enum(['section', 'question', 'rule', 'derived', 'publication']),
      title: textSchema,
      change: z.enum(['added', 'removed', 'changed']),
      section: textSchema.nullable(),
      parts: z.array(
        z.object({
          what: z.string(),
          code: z.string().optional(),
          before: textSchema.nullable(),
          after: textSchema.nullable(),
        }),
      ),
      comparability: z
        .object({ with: z.enum(['same', 'note', 'break', 'new', 'gone']), notes: z.array(textSchema).readonly() })
        .nullable(),
      seconds: time,
      /** Figures of the yearly report that are counted by it. */
      figures: z.array(z.object({ id: z.string(), title: textSchema })),
    }),
  ),
});
export type QuestionnaireChanges = z.infer<typeof questionnaireChangesSchema>;

export const readQuestionnaireChanges = endpoint('readQuestionnaireChanges', {
  summary: 'What is other in the round’s questionnaire than in that of the round before, and what each change costs',
  description:
    'Times are modelled from reading and answering, seconds for one measure, and moved to what was measured in the round before where at least five agencies were.',
  tag: 'rounds',
  action: 'round.followUp',
  params: yearParams,
  query: z.strictObject({
    from: z.string().max(40).optional().describe('Another edition to compare with'),
    edition: z
      .string()
      .max(40)
      .optional()
      .describe('Another edition than the round’s, or that of a round not made yet'),
  }),
  reply: questionnaireChangesSchema,
  errors: ['invalidRequest', 'notFound'],
});
