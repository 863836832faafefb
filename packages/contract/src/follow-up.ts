import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { followUpFilters, followUpSorts } from './follow-up-list.ts';
import { moment, reopeningSchema, textSchema, yearParams } from './rounds.ts';
import { languageSchema } from './session.ts';

export const declinationSchema = z.object({
  /** Why, as staff wrote it down. */
  reason: z.string(),
  at: moment,
  by: z.string(),
});
export type Declination = z.output<typeof declinationSchema>;

/** What an agency’s people do that staff can see: they sign in, save an answer, send in. */
const activity = z.enum(['signedIn', 'saved', 'submitted']);

const yearStanding = z.object({
  year: z.number().int(),
  measures: z.number().int(),
  /** The total costs of its measures together, whole kroner; null when none says one. */
  cost: z.number().nullable(),
  submittedAt: moment.nullable(),
});

/** One agency in a round, as those who run it see it. */
export const agencyStandingSchema = z
  .object({
    orgnr: z.string(),
    name: textSchema,
    ministry: z.string(),
    state: z.enum(['notStarted', 'begun', 'submitted']),
    measures: z.number().int(),
    cost: yearStanding.shape.cost,
    /** When it last sent in. */
    submittedAt: moment.nullable(),
    /** It sent in after the deadline, or has not sent in and the deadline has passed. */
    late: z.boolean(),
    nothingToReport: z.boolean(),
    /** It has said that it will not answer. It counts as not answered, and gets no more reminders. */
    declined: declinationSchema.nullable(),
    /** When somebody last signed in for it since the round opened. */
    openedAt: moment.nullable(),
    lastActivity: z.object({ at: moment, what: activity }).nullable(),
    /** Whom to ask: the agency’s mailbox, and its people, for those who may see who they are. */
    contact: z.object({
      mailbox: z.string().nullable(),
      people: z.array(z.object({ name: z.string(), email: z.string().nullable() })),
      /** When the agency said in this round that people and mailbox are right. */
      confirmedAt: moment.nullable(),
      /** Whether the agency is still to say so: the round is open, and it has not. */
      unconfirmed: z.boolean(),
    }),
    /** More time, asked for or given. */
    reopening: reopeningSchema.nullable(),
    /** Whether it has time of its own at this moment. */
    reopened: z.boolean(),
    /** Questions from staff that wait for the agency, and those it has answered and staff are not done with. */
    queries: z.object({ open: z.number().int(), answered: z.number().int() }),
    /** How many notes staff have written about it, over all rounds. */
    notes: z.number().int(),
    /** The round before; of agencies that have merged since, together. Null when it was not asked then. */
    before: yearStanding.nullable(),
  })
  .meta({ id: 'AgencyStanding' });

const common = { tag: 'rounds', action: 'round.followUp', params: yearParams } as const;

export const readPopulation = endpoint('readPopulation', {
  ...common,
  summary: 'Which agencies the round asks, and how far each has come',
  reply: z.array(agencyStandingSchema),
  errors: ['notFound'],
});

const choice = z.strictObject({
  status: z.enum(followUpFilters).optional(),
  ministry: z.string().max(20).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(followUpSorts).optional(),
  /** The language of headings and words in the file. */
  lang: languageSchema.optional(),
});

const file = {
  ...common,
  description:
    '`status`, `ministry` and `q` narrow the list, `sort` orders it, as on the page. People are named for those who may see them.',
  query: choice,
  reply: 'file',
  errors: ['notFound'],
} as const;

export const populationXlsx = endpoint('populationXlsx', {
  ...file,
  summary: 'The list of who has answered, as a workbook',
});
export const populationCsv = endpoint('populationCsv', { ...file, summary: 'The list of who has answered, as CSV' });
