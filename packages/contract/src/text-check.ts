import { z } from 'zod';
import { textFileLimit } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { releaseParams } from './releases.ts';
import { languageSchema } from './session.ts';

/** Where something is said. In a file without lines they are its paragraphs, headings and rows, counted. */
const place = {
  line: z.number().int(),
  chapter: z.string().optional(),
  heading: z.string().optional(),
  /** The sentence. */
  quote: z.string(),
  /** The number in it, or the words for one. */
  claim: z.string(),
};

/** The measures that the release counts there, as filters of the register and of tables. */
const measures = z.record(z.string(), z.array(z.string())).optional();

export const checkedTextSchema = z
  .object({
    findings: z.array(
      z.object({
        ...place,
        code: z.enum([
          'number',
          'vagueWord',
          'wrongBase',
          'missingBase',
          'parts',
          'chapter',
          'questions',
          'categories',
          'agencies',
          'otherYear',
          'comparison',
          'unsure',
        ]),
        /** `base`: right, and not told what it is of. `unsure`: it may be about something else than it was read as. */
        severity: z.enum(['wrong', 'base', 'unsure']),
        says: z.string(),
        todo: z.string(),
        measures,
      }),
    ),
    /** Numbers that agree, and what they were read as. */
    right: z.array(z.object({ ...place, as: z.string(), measures })),
    /** Numbers that could not be tied to anything, so that silence is not taken for agreement. */
    untied: z.array(z.object({ ...place, why: z.string() })),
  })
  .meta({ id: 'CheckedText' });
export type CheckedTextReply = z.output<typeof checkedTextSchema>;

export const checkText = endpoint('checkText', {
  summary: 'Hold a text against a release: numbers that do not agree with it, or lack their base',
  description: `multipart/form-data with one file, \`file\`: DOCX, HTML or plain text, at most ${textFileLimit / 1_048_576} MB. Numbers are counted as the public may count them. The text is not kept.`,
  tag: 'releases',
  action: 'release.preview',
  params: releaseParams,
  query: z.strictObject({ lang: languageSchema.optional() }),
  reply: checkedTextSchema,
  errors: ['fileAtFault', 'notFound', 'releaseWithdrawn'],
});
