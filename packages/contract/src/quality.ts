import { z } from 'zod';
import { correctionSchema } from './corrections.ts';
import { answersReply, draftSchema } from './drafts.ts';
import { endpoint } from './endpoint.ts';
import { orgnr } from './params.ts';
import { issueSchema } from './problem.ts';
import { querySchema } from './queries.ts';
import { moment, textSchema, yearParams } from './rounds.ts';

/** What sorts the queue: most that is not explained, largest cost, largest change of cost, most blanks, the number. */
export const qualityOrders = ['concern', 'cost', 'change', 'blank', 'number'] as const;
export type QualityOrder = (typeof qualityOrders)[number];

/** Of a measure: as last sent in; sent in and changed since; never sent in. */
export const qualityStates = ['submitted', 'changedSince', 'draft'] as const;

const look = z.object({ at: moment, by: z.string(), note: z.string() });
const changeSchema = z.object({
  question: z.string(),
  change: z.enum(['higher', 'lower', 'back', 'changed']),
  /** Of an amount: how many times as large, or as small, as last year. */
  times: z.number().optional(),
});
/** What fired: `rule.` and the rule’s id, or a code of the check, once per measure. */
const firedSchema = z.object({ code: z.string(), level: z.enum(['error', 'warning', 'info']), reasoned: z.boolean() });
const counted = z.object({ code: z.string(), measures: z.number().int() });
const agencyHead = z.object({ orgnr: z.string(), name: textSchema, ministry: z.string() });

export const qualityItemSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string().nullable(),
  agency: agencyHead,
  state: z.enum(qualityStates),
  fired: z.array(firedSchema),
  cost: z.number().nullable(),
  costBefore: z.number().nullable(),
  changes: z.array(changeSchema),
  /** Questions that are asked and blank. */
  blank: z.number().int(),
  queries: z.object({ open: z.number().int(), answered: z.number().int() }),
  corrections: z.object({ open: z.number().int(), refused: z.number().int(), inForce: z.number().int() }),
  /** Who has looked at these answers; null when nobody has, or they were changed since. */
  looked: look.nullable(),
});
export type QualityItem = z.output<typeof qualityItemSchema>;

export const readQuality = endpoint('readQuality', {
  summary: 'The measures of a round to be looked over: what fired, cost, change since last year, blanks',
  description:
    'Of a measure that was sent in, the answers that were sent in last. Those that someone has looked at leave the queue until their answers change.',
  tag: 'quality',
  action: 'round.followUp',
  params: yearParams,
  query: z.object({
    /** Something that fired: `rule.totalCostHigh`. */
    rule: z.string().max(100).optional(),
    /** A change: the question and how, `totalCost.higher`. */
    change: z.string().max(100).optional(),
    /** A question that is blank. */
    blank: z.string().max(100).optional(),
    state: z.enum(qualityStates).optional(),
    agency: orgnr.optional(),
    ministry: z.string().max(20).optional(),
    /** Waits: not looked at. Asked: has a query or a correction that is not done with. */
    show: z.enum(['waiting', 'looked', 'asked', 'all']).default('waiting'),
    sort: z.enum(qualityOrders).default('concern'),
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    size: z.coerce.number().int().min(1).max(1_000).default(25),
  }),
  reply: z.object({
    year: z.number().int(),
    edition: z.string(),
    /** That the selection has, in all and on this page. */
    total: z.number().int(),
    page: z.number().int(),
    pages: z.number().int(),
    items: z.array(qualityItemSchema),
    /** How many measures each choice would have, of those that `show`, state, agency and ministry leave. */
    rules: z.array(counted),
    changes: z.array(counted),
    blanks: z.array(counted),
    agencies: z.array(agencyHead),
    shows: z.object({
      waiting: z.number().int(),
      looked: z.number().int(),
      asked: z.number().int(),
      all: z.number().int(),
    }),
  }),
  errors: ['notFound'],
});

const oneMeasure = yearParams.extend({ measure: z.uuid() });

export const measureQualitySchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string().nullable(),
  year: z.number().int(),
  edition: z.string(),
  agency: agencyHead,
  state: z.enum(qualityStates),
  /** The version looked at: the one last sent in, or the newest of one that never was. */
  version: z.number().int(),
  answers: answersReply,
  origins: draftSchema.shape.origins,
  /** What statistics use instead of the agency’s own answers, null for blank: corrections accepted or decided. */
  corrected: z.record(z.string(), z.unknown()),
  /** What has been changed since it was sent in: question → the newest answer, null for blank. */
  changedSince: z.record(z.string(), z.unknown()),
  /** Last year’s answers, with the corrections that hold there. */
  previous: z.object({ year: z.number().int(), edition: z.string(), answers: answersReply }).nullable(),
  issues: z.array(issueSchema),
  changes: z.array(changeSchema),
  /** Questions whose answers the public does not see. */
  exempt: z.array(z.string()),
  correctable: z.array(z.string()),
  queries: z.array(querySchema),
  corrections: z.array(correctionSchema),
  looks: z.array(look.extend({ version: z.number().int(), current: z.boolean() })),
  /** The days that are suggested for an answer. */
  dueOn: z.iso.date(),
});
export type MeasureQuality = z.output<typeof measureQualitySchema>;

export const readMeasureQuality = endpoint('readMeasureQuality', {
  summary: 'One measure to be looked over: this year beside last year, with all that was said about it',
  tag: 'quality',
  action: 'round.followUp',
  params: oneMeasure,
  reply: measureQualitySchema,
  errors: ['notFound'],
});

export const lookAtMeasure = endpoint('lookAtMeasure', {
  summary: 'Mark a measure as looked at: it leaves the queue until its answers change',
  tag: 'quality',
  action: 'round.followUp',
  params: oneMeasure,
  body: z.strictObject({ version: z.number().int().min(0), note: z.string().trim().max(1000).default('') }),
  reply: measureQualitySchema,
  errors: ['alreadyDone', 'notFound'],
});

export const lookAgain = endpoint('lookAgain', {
  summary: 'Put a measure that was looked at back into the queue',
  tag: 'quality',
  action: 'round.followUp',
  params: oneMeasure,
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});

export const ruleCountsSchema = z.object({
  code: z.string(),
  level: z.enum(['error', 'warning', 'info']),
  /** Measures in whose answers it has fired: in any version that was sent in, or that staff asked about. */
  fired: z.number().int(),
  /** Of these: fires still in what was last sent in. */
  standing: z.number().int(),
  /** Fires still, and the agency has said why the answer is right. */
  confirmed: z.number().int(),
  /** Staff have asked about one of its questions. */
  queried: z.number().int(),
  /** The agency has changed its answers so that it no longer fires. */
  mended: z.number().int(),
  /** A correction by staff to one of its questions holds. */
  corrected: z.number().int(),
});
export type RuleCounts = z.output<typeof ruleCountsSchema>;

export const readRuleStatistics = endpoint('readRuleStatistics', {
  summary: 'How often each rule has fired in a round, and what came of it',
  tag: 'quality',
  action: 'round.followUp',
  params: yearParams,
  reply: z.object({
    year: z.number().int(),
    edition: z.string(),
    measures: z.number().int(),
    rules: z.array(ruleCountsSchema),
  }),
  errors: ['notFound'],
});

export const ruleStatisticsCsv = endpoint('ruleStatisticsCsv', {
  summary: 'How often each rule has fired in a round, and what came of it, as CSV',
  tag: 'quality',
  action: 'round.followUp',
  params: yearParams,
  reply: 'file',
  errors: ['notFound'],
});
