import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvwType } from './formats.ts';
import { textSchema } from './rounds.ts';

const editionParams = z.object({ edition: z.string().max(40) });
const lang = z.enum(['nb', 'nn', 'en']).optional();
const shape = (description: string) => z.record(z.string(), z.unknown()).meta({ description });

export const listEditions = endpoint('listEditions', {
  summary: 'The editions of the questionnaire, oldest first',
  tag: 'editions',
  action: 'public.read',
  reply: z.array(
    z.object({
      id: z.string(),
      year: z.number().int(),
      title: textSchema,
      questions: z.number().int(),
      fingerprint: z.string(),
    }),
  ),
  errors: [],
});

export const readEdition = endpoint('readEdition', {
  summary: 'An edition of the questionnaire as data: sections, questions, branching, rules, texts in three languages',
  tag: 'editions',
  action: 'public.read',
  params: editionParams,
  query: z.strictObject({ lang }),
  reply: shape('The definition, as the program itself reads it; with `lang`, texts have that language only'),
  errors: [],
});

export const readCodebook = endpoint('readCodebook', {
  summary: 'The codebook of an edition: every question and variable with kinds, codes and conditions in words',
  tag: 'editions',
  action: 'public.read',
  params: editionParams,
  query: z.strictObject({ lang }),
  reply: shape('All three languages, or the one asked for'),
  errors: [],
});

export const readCodebookCsv = endpoint('readCodebookCsv', {
  summary: 'The codebook as CSV: one row for each variable and category',
  tag: 'editions',
  action: 'public.read',
  params: editionParams,
  reply: 'file',
  errors: [],
});

export const codebookCsvw = endpoint('codebookCsvw', {
  summary: 'What the CSV of the codebook holds, column by column (CSV on the Web)',
  tag: 'editions',
  action: 'public.read',
  params: editionParams,
  reply: 'file',
  types: [csvwType],
  errors: [],
});
