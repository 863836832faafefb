import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { agencyRound } from './params.ts';
import { submissionSchema } from './responses.ts';
import { textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';

const ofReceipt = agencyRound.extend({ receipt: z.string().max(40) });

export const listSubmissions = endpoint('listSubmissions', {
  summary: 'Every time the agency has sent in its answer, newest first; earlier receipts stay',
  tag: 'responses',
  action: 'response.read',
  params: agencyRound,
  reply: z.array(submissionSchema),
  errors: ['notFound'],
});

export const receiptPdf = endpoint('receiptPdf', {
  summary: 'A receipt with what was sent in, as a tagged PDF',
  tag: 'responses',
  action: 'response.readAnswers',
  params: ofReceipt,
  /** The language of the document. */
  query: z.strictObject({ lang: languageSchema.optional() }),
  reply: 'file',
  errors: ['notFound'],
});

export const mailReceipt = endpoint('mailReceipt', {
  summary:
    'Send a receipt by e-mail again: to the one who asks, or to the agency’s mailbox when we know no address of theirs',
  tag: 'responses',
  action: 'response.readAnswers',
  params: ofReceipt,
  /** The language of the letter; the person’s own unless told. */
  query: z.strictObject({ lang: languageSchema.optional() }),
  reply: z.object({
    /** Whether there was an address to send to, and whose. */
    to: z.enum(['person', 'agency', 'nobody']),
  }),
  errors: ['notFound'],
});

export const effortSchema = z
  .object({
    /** How long the answering took, from the times of saving; see the description. */
    minutes: z.number().int(),
    /** How many percent of the answers sent in were known beforehand. */
    knownPercent: z.number().int(),
    /** How many of the answers sent in were read from the agency’s own list. */
    imported: z.number().int(),
  })
  .nullable();

export const readEffort = endpoint('readEffort', {
  summary: 'What answering took of the agency: minutes, and how much was known beforehand',
  description:
    'Minutes: the pauses between successive savings of the agency in the round, up to the submission, that are shorter than five minutes, added up, and one minute for each sitting. Known beforehand: answers sent in whose origin is confirmed (last year’s, said to be still right). Those read from the agency’s own list are counted by themselves. Null when nothing was saved or sent in.',
  tag: 'responses',
  action: 'response.read',
  params: ofReceipt,
  reply: effortSchema,
  errors: ['notFound'],
});

const portfolioOf = (name: 'portfolioCsv' | 'portfolioXlsx' | 'portfolioJson', how: string) =>
  endpoint(name, {
    summary: `The agency’s own measures in the round with all its answers, also those never published: ${how}`,
    tag: 'responses',
    action: 'response.readAnswers',
    params: agencyRound,
    query: z.strictObject({ lang: languageSchema.optional() }),
    reply: 'file',
    errors: ['notFound'],
  });

export const portfolioCsv = portfolioOf('portfolioCsv', 'codes, comma, for programs');
export const portfolioXlsx = portfolioOf('portfolioXlsx', 'words, for people');
export const portfolioJson = portfolioOf('portfolioJson', 'codes by question');

const percent = z.number().nullable();

export const comparisonSchema = z
  .object({
    /** The agency’s measures in this round. */
    measures: z.number().int(),
    /** The release compared with: the latest of any round. */
    release: z.object({
      year: z.number().int(),
      number: z.number().int(),
      measures: z.number().int(),
      agencies: z.number().int(),
    }),
    /** Measures of an agency that answered, on average; one decimal. */
    measuresPerAgency: z.number().nullable(),
    /** For each question with one answer that the register sorts by: shares of those who answered, in percent. */
    variables: z.array(
      z.object({
        id: z.string(),
        label: textSchema,
        categories: z.array(z.object({ code: z.string(), label: textSchema, own: percent, all: percent })),
      }),
    ),
  })
  .nullable();
export type Comparison = z.infer<typeof comparisonSchema>;

export const readComparison = endpoint('readComparison', {
  summary: 'The agency’s measures beside those of all agencies in the latest release; null while nothing is published',
  tag: 'responses',
  action: 'measures.read',
  params: agencyRound,
  /** A receipt: the measures as they were sent in with it, and not as they stand. */
  query: z.strictObject({ receipt: z.string().max(40).optional() }),
  reply: comparisonSchema,
  errors: ['notFound'],
});
