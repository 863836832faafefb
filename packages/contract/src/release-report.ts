import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { reportFormats } from './formats.ts';
import { releaseParams } from './releases.ts';
import { languageSchema } from './session.ts';

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const many = (what: z.ZodString) => z.union([what, z.array(what).max(40)]).optional();

export const releaseReport = endpoint('releaseReport', {
  summary: 'The draft of the yearly report of a release, for staff',
  description:
    'DOCX that can be worked on, HTML in one file, or tagged PDF: findings, figures with their numbers, method, response, quality and the questionnaire, written from the release. The same release and choice give the same bytes.',
  tag: 'releases',
  action: 'release.preview',
  params: releaseParams,
  query: z.object({
    format: z.enum(reportFormats).optional().meta({ description: 'docx unless told.' }),
    lang: languageSchema.optional(),
    figures: many(z.string().max(60)).meta({ description: 'Ids of figures; all of the year’s unless told.' }),
    table: many(z.string().max(2000)).meta({
      description: 'A table of one’s own to take in: its address, or the part after `?`. May be repeated.',
    }),
  }),
  reply: 'file',
  types: [docxType, 'text/html', 'application/pdf'],
  errors: ['notFound', 'unknownVariable'],
});
