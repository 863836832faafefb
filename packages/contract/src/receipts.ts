import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { submissionSchema } from './responses.ts';
import { languageSchema } from './session.ts';

const agencyRound = z.object({
  orgnr: z.string().regex(/^\d{9}$/),
  year: z.coerce.number().int().min(2017).max(2100),
});
const ofReceipt = agencyRound.extend({ receipt: z.string().max(40) });

export const listSubmissions = endpoint({
  method: 'GET',
  path: '/api/v1/agencies/:orgnr/rounds/:year/submissions',
  summary: 'Every time the agency has sent in its answer, newest first; earlier receipts stay',
  tag: 'responses',
  action: 'response.read',
  params: agencyRound,
  reply: z.array(submissionSchema),
  errors: ['notFound'],
});

export const receiptPdf = endpoint({
  method: 'GET',
  path: '/api/v1/agencies/:orgnr/rounds/:year/submissions/:receipt.pdf',
  summary: 'A receipt with what was sent in, as a tagged PDF',
  tag: 'responses',
  action: 'response.read',
  params: ofReceipt,
  /** The language of the document. */
  query: z.strictObject({ lang: languageSchema.optional() }),
  reply: 'file',
  errors: ['notFound'],
});

export const effortSchema = z
  .object({
    /** How long the answering took, from the times of saving; see the description. */
    minutes: z.number().int(),
    /** How many percent of the answers sent in were known beforehand. */
    knownPercent: z.number().int(),
  })
  .nullable();

export const readEffort = endpoint({
  method: 'GET',
  path: '/api/v1/agencies/:orgnr/rounds/:year/submissions/:receipt/effort',
  summary: 'What answering took of the agency: minutes, and how much was known beforehand',
  description:
    'Minutes: the pauses between successive savings of the agency in the round, up to the submission, that are shorter than five minutes, added up, and one minute for each sitting. Known beforehand: answers sent in whose origin is confirmed (last year’s, said to be still right) or imported (from the agency’s own list). Null when nothing was saved or sent in.',
  tag: 'responses',
  action: 'response.read',
  params: ofReceipt,
  reply: effortSchema,
  errors: ['notFound'],
});
