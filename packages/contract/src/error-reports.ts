import { z } from 'zod';
import { errorReportLength, errorReportOutcomes, errorReportShows } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { emailAddress, orgnr, written, year } from './params.ts';
import { moment, textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';

// What readers of the register report as wrong in a measure, and what its agency replies.

const words = written(errorReportLength);

export const errorReportSchema = z
  .object({
    id: z.uuid(),
    /** The agency that replies today: the measure’s own, or whoever carries it on. */
    agency: z.object({ orgnr: z.string(), name: textSchema }),
    /** The measure’s number, and the year of the edition that was read. */
    number: z.string(),
    year: z.number().int(),
    /** As the public reads it now; null when it has none, or the measure is not public any more. */
    title: z.string().nullable(),
    /** The answer it is about; null: the whole measure. */
    question: z.object({ id: z.string(), label: textSchema }).nullable(),
    text: z.string(),
    reportedAt: moment,
    dueAt: moment,
    /** Not answered, though it was due. */
    overdue: z.boolean(),
    /** Whether the agency has been written to; false too when nobody there has an address. */
    told: z.boolean(),
    /** Whether the reader waits for a reply by e-mail. The address is shown to nobody. */
    wantsReply: z.boolean(),
    answer: z
      .object({
        /** `discarded`: staff put it aside, and nobody was sent anything. */
        outcome: z.enum([...errorReportOutcomes, 'discarded']),
        text: z.string(),
        by: z.string(),
        at: moment,
      })
      .nullable(),
  })
  .meta({ id: 'ErrorReport' });
export type ErrorReport = z.output<typeof errorReportSchema>;

const listQuery = z.object({
  show: z.enum(errorReportShows).default('all'),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(25),
});
const listReply = {
  /** How many there are of each kind to show. */
  counts: z.object({
    overdue: z.number().int(),
    open: z.number().int(),
    answered: z.number().int(),
    all: z.number().int(),
  }),
  pages: z.number().int(),
  reports: z.array(errorReportSchema),
};

export const reportError = endpoint('reportError', {
  summary: 'Report an error in a public measure to its agency',
  description:
    'The agency is told by e-mail and has fifteen working days to answer. Whoever leaves an e-mail address is sent the answer; the address is seen by nobody and deleted with it. The same report once more is one report.',
  tag: 'error reports',
  action: 'errorReport.make',
  params: z.object({ id: z.string().max(40).meta({ description: 'The measure’s number, or its id.' }) }),
  body: z.strictObject({
    question: z
      .string()
      .max(100)
      .nullable()
      .meta({ description: 'The question whose answer is wrong; null: another error.' }),
    text: words.meta({ description: 'What is wrong, and what is right.' }),
    email: emailAddress.optional(),
    round: year.optional().meta({ description: 'The year of the edition that was read; the newest unless told.' }),
    language: languageSchema,
  }),
  reply: z.object({
    /** Who answers, as it is called today in the language asked for; null when no agency carries it on, and Digdir does. */
    agency: z.string().nullable(),
    dueAt: moment,
  }),
  status: 201,
  errors: ['notFound', 'publicMeasureWithdrawn', 'releaseWithdrawn', 'manyErrorReports'],
});

export const listAgencyErrorReports = endpoint('listAgencyErrorReports', {
  summary: 'What readers have reported as wrong in an agency’s measures: unanswered first, the first due first',
  description: 'Also about measures of agencies that it carries on.',
  tag: 'error reports',
  action: 'errorReport.read',
  params: z.object({ orgnr }),
  query: listQuery,
  reply: z.object({
    agency: z.object({ orgnr: z.string(), name: textSchema }),
    mayAnswer: z.boolean(),
    ...listReply,
  }),
  errors: ['notFound'],
});

export const answerErrorReport = endpoint('answerErrorReport', {
  summary: 'Answer a reader who reported an error',
  description:
    'The answer is sent to the reader who left an address, as it stands. It changes no answer of the measure: what was wrong is corrected in the round, and published with the next release.',
  tag: 'error reports',
  action: 'errorReport.answer',
  params: z.object({ orgnr, report: z.uuid() }),
  body: z.strictObject({ outcome: z.enum(errorReportOutcomes), text: words }),
  reply: errorReportSchema,
  errors: ['notFound', 'alreadyDone'],
});

export const listErrorReports = endpoint('listErrorReports', {
  summary: 'What readers have reported as wrong, of all agencies: unanswered first, the first due first',
  tag: 'error reports',
  action: 'errorReport.followUp',
  query: listQuery,
  reply: z.object(listReply),
  errors: [],
});

export const discardErrorReports = endpoint('discardErrorReports', {
  summary: 'Put reports aside that are none, such as spam: nobody is sent anything',
  tag: 'error reports',
  action: 'errorReport.discard',
  body: z.strictObject({ reports: z.array(z.uuid()).min(1).max(100) }),
  reply: z.object({ discarded: z.number().int() }),
  errors: [],
});
