import { z } from 'zod';

/** One answer at fault. `file`, `sheet`, `row`, `column` and `value` are given where the answer came in a file. */
export const issueSchema = z.object({
  question: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  level: z.enum(['error', 'warning', 'info']).optional(),
  measure: z.string().optional(),
  file: z.enum(['population', 'answers']).optional(),
  sheet: z.string().optional(),
  row: z.number().int().optional(),
  column: z.string().optional(),
  value: z.string().optional(),
  text: z.string().optional(),
  /** Why a warning does not matter here, in the agency’s words. */
  reason: z.string().optional(),
});

/** One field that two people changed: both values, who wrote the other, and when. */
export const conflictSchema = z.object({
  question: z.string(),
  yours: z.unknown(),
  theirs: z.unknown(),
  author: z.string(),
  at: z.string(),
  /** Where many measures came at once: the row, from 1, and the sender’s own id. */
  row: z.number().int().optional(),
  measure: z.string().optional(),
});

/** RFC 9457 problem details, with our stable code. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    issues: z.array(issueSchema).optional(),
    conflicts: z.array(conflictSchema).optional(),
    /** Who took the measure out, and when. */
    withdrawn: z.object({ by: z.string().nullable(), at: z.iso.datetime() }).optional(),
    /** Which release was withdrawn, when, and why in the words of staff. */
    withdrawal: z
      .object({
        year: z.number().int(),
        /** Of a release: its number; of a measure: its public number. */
        number: z.number().int().optional(),
        measure: z.string().optional(),
        /** The release that has the same data without the measure. */
        replacedBy: z.string().optional(),
        at: z.iso.datetime(),
        reason: z.object({ nb: z.string(), nn: z.string(), en: z.string() }),
      })
      .optional(),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
