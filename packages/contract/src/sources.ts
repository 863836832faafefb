import { z } from 'zod';
import { spreadsheetLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { orgnr, written } from './params.ts';
import { moment, textSchema } from './rounds.ts';
import { languageSchema } from './session.ts';
import {
  deliveryOutcomes,
  leftReasons,
  sourceKinds,
  sourceNameLength,
  sourcePaces,
  sourceWays,
} from './source-constants.ts';
import { columnTargetSchema } from './spreadsheet.ts';

// Rolling intake: what agencies deliver otherwise than by the form, on a schedule or by their own systems.

const number = z.number().int();
const oneSource = z.object({ orgnr, source: z.uuid() });
const name = written(sourceNameLength);
const address = z.string().trim().min(1).max(2000);
const query = z.strictObject({ lang: languageSchema.optional() });
const agency = z.object({ orgnr: z.string(), name: textSchema });
const labelled = z.object({ code: z.string(), label: z.string() });

const countsSchema = z.object({
  created: number,
  carriedForward: number,
  changed: number,
  unchanged: number,
  /** Answers of the file that were not taken, since a person has typed another. */
  conflicts: number,
  /** Rows that were not taken in, and wait for a person. */
  left: number,
  /** Rows that are no measures: sums, hidden rows, rows that were left out before. */
  skipped: number,
});

const deliverySchema = z
  .object({
    id: z.uuid(),
    at: moment,
    outcome: z.enum(deliveryOutcomes),
    /** The year of the round it came to; null when it came to none. */
    year: number.nullable(),
    fileName: z.string().nullable(),
    counts: countsSchema,
  })
  .meta({ id: 'Delivery' });
export type Delivery = z.output<typeof deliverySchema>;

const sourceSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(sourceKinds),
    name: z.string(),
    /** Of a watched address. */
    address: z.string().nullable(),
    pace: z.enum(sourcePaces).nullable(),
    paused: z.boolean(),
    /** When it was last looked at, found changed or not; and when next. */
    checkedAt: moment.nullable(),
    nextAt: moment.nullable(),
    /** What stands in the way now, in words; null when nothing does. */
    fault: z.string().nullable(),
    /** How many times on end it has failed. */
    failures: number,
    /** Whether the last delivery has something that only people can settle. */
    needsPeople: z.boolean(),
    last: deliverySchema.nullable(),
  })
  .meta({ id: 'Source' });
export type Source = z.output<typeof sourceSchema>;

const change = z.object({ question: z.string(), label: z.string(), from: z.string().nullable(), to: z.string() });

/** What a column of the list was taken to hold. */
const mappedColumn = z.object({
  letter: z.string(),
  heading: z.string(),
  target: columnTargetSchema,
  how: z.enum(['remembered', 'own', 'name', 'content', 'none']),
  /** Whether it was read; what only the content suggests is not, before a person has said so. */
  read: z.boolean(),
});

/** A word of the agency, and our code for it: null where nobody knows, empty where it was said to mean nothing. */
const mappedWord = z.object({
  question: z.string(),
  label: z.string(),
  word: z.string(),
  code: z.string().nullable(),
  codeLabel: z.string().nullable(),
  how: z.enum(['code', 'label', 'chosen', 'yesNo', 'similar', 'unknown']),
  cells: number,
});

const reportSchema = z
  .object({
    delivery: deliverySchema,
    /** Why nothing was taken, in words. */
    fault: z.string().nullable(),
    /** The rows there is something to tell of. */
    rows: z.array(
      z.object({
        row: number,
        sheet: z.string().nullable(),
        result: z.enum(['created', 'carriedForward', 'changed', 'unchanged', 'left', 'skipped']),
        /** Why it was left for a person. */
        why: z.enum(leftReasons).nullable(),
        number: z.string().nullable(),
        title: z.string().nullable(),
        /** The measure in the round, to open its form. */
        measure: z.uuid().nullable(),
        taken: z.array(change),
        /** Answers that differ from what a person has typed: `from` stands, `to` is what the file says. */
        conflicts: z.array(
          change.extend({
            /** The file is as before, and what stands was changed since: nothing to settle. */
            settled: z.boolean(),
          }),
        ),
        issues: z.array(z.object({ level: z.enum(['error', 'warning']), text: z.string() })),
      }),
    ),
    /** Rows that are counted and not listed, since there are so many. */
    notListed: number,
    /** Measures that the list had the time before, and has no more: they stay as they are. */
    gone: z.array(z.object({ number: z.string(), title: z.string() })),
    columns: z.array(mappedColumn),
    words: z.array(mappedWord),
  })
  .meta({ id: 'DeliveryReport' });
export type DeliveryReport = z.output<typeof reportSchema>;

export const listSources = endpoint('listSources', {
  summary: 'What an agency delivers by: watched files, and its own systems',
  tag: 'sources',
  action: 'source.read',
  params: z.object({ orgnr }),
  query,
  reply: z.object({ agency, mayManage: z.boolean(), sources: z.array(sourceSchema) }),
  errors: ['notFound'],
});

const addressNote =
  'An address must be https on the open net, without a password in it. It is asked once a day or a week, and read as a spreadsheet that is imported by hand: with what the agency has said of its columns and words. What is unambiguous becomes drafts; nothing is ever sent in by itself, and what a person has typed is never overwritten.';

export const addSource = endpoint('addSource', {
  summary: 'Add a file to watch, at an address or to be sent again and again',
  description: addressNote,
  tag: 'sources',
  action: 'source.manage',
  params: z.object({ orgnr }),
  query,
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('address'), name, address, pace: z.enum(sourcePaces) }),
    z.strictObject({ kind: z.literal('upload'), name }),
  ]),
  reply: sourceSchema,
  status: 201,
  errors: ['invalidRequest', 'notFound'],
});

export const readSource = endpoint('readSource', {
  summary: 'One source: its latest deliveries, and how its words are mapped to our codes',
  tag: 'sources',
  action: 'source.read',
  params: oneSource,
  query,
  reply: z.object({
    agency,
    mayManage: z.boolean(),
    source: sourceSchema,
    deliveries: z.array(deliverySchema),
    /** As the last delivery was read. */
    columns: z.array(mappedColumn),
    words: z.array(mappedWord),
    /** What columns and words may be said to hold. */
    questions: z.array(
      z.object({ id: z.string(), label: z.string(), amount: z.boolean(), options: z.array(labelled) }),
    ),
  }),
  errors: ['notFound'],
});

export const changeSource = endpoint('changeSource', {
  summary: 'Change the name, address or pace of a source, or pause it',
  tag: 'sources',
  action: 'source.manage',
  params: oneSource,
  query,
  body: z.strictObject({
    name: name.optional(),
    address: address.optional(),
    pace: z.enum(sourcePaces).optional(),
    paused: z.boolean().optional(),
  }),
  reply: sourceSchema,
  errors: ['invalidRequest', 'notFound'],
});

export const removeSource = endpoint('removeSource', {
  summary: 'Watch a source no more; what it has delivered stays',
  tag: 'sources',
  action: 'source.manage',
  params: oneSource,
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});

export const runSource = endpoint('runSource', {
  summary: 'Fetch a watched file now: try what it would change, or take it in',
  description: 'With `dryRun` nothing is written, and the file is read also when it is as before.',
  tag: 'sources',
  action: 'source.manage',
  params: oneSource,
  query,
  body: z.strictObject({ dryRun: z.boolean() }),
  reply: reportSchema,
  errors: ['invalidRequest', 'fileAtFault', 'roundNotOpen', 'notFound'],
});

export const deliverFile = endpoint('deliverFile', {
  summary: 'Send a file to a source: try what it would change, or take it in',
  description: `multipart/form-data with one file, \`file\`: XLSX or CSV, at most ${spreadsheetLimits.rows} rows and ${spreadsheetLimits.bytes / 1024 / 1024} MB.`,
  tag: 'sources',
  action: 'source.manage',
  params: oneSource,
  query: query.extend({ dryRun: z.stringbool().default(true) }),
  reply: reportSchema,
  errors: ['invalidRequest', 'fileAtFault', 'roundNotOpen', 'notFound'],
});

export const mapSource = endpoint('mapSource', {
  summary: 'Say what the columns of a list hold, and what its words stand for',
  description: 'It holds for all lists of the agency, also those that are imported by hand, and from the next time.',
  tag: 'sources',
  action: 'source.manage',
  params: oneSource,
  query,
  body: z.strictObject({
    columns: z
      .array(z.strictObject({ heading: z.string().max(300), target: columnTargetSchema }))
      .max(spreadsheetLimits.columns)
      .default([]),
    /** An empty code: the word means nothing. */
    words: z
      .array(z.strictObject({ question: z.string(), word: z.string().max(1000), code: z.string() }))
      .max(5000)
      .default([]),
  }),
  reply: z.null(),
  status: 204,
  errors: ['invalidRequest', 'notFound'],
});

export const readDelivery = endpoint('readDelivery', {
  summary: 'What one delivery brought, what was not understood, and why',
  tag: 'sources',
  action: 'source.read',
  params: oneSource.extend({ delivery: z.uuid() }),
  query,
  reply: reportSchema,
  errors: ['notFound'],
});

export const listAllSources = endpoint('listAllSources', {
  summary: 'What all agencies deliver by: watched files and own systems, those that fail first',
  tag: 'sources',
  action: 'source.followUp',
  query,
  reply: z.object({ sources: z.array(sourceSchema.extend({ agency })) }),
  errors: [],
});

export const listDeliveringAgencies = endpoint('listDeliveringAgencies', {
  summary: 'Which agencies deliver to the register, how, when last, and how complete',
  description:
    'Of the newest public edition. Neither names of people nor addresses of files. Completeness counts public answers alone: of the questions asked of the agency’s public measures, the share that is answered.',
  tag: 'sources',
  action: 'public.read',
  query,
  reply: z
    .object({
      /** The edition it is told of; null before the first. */
      release: z.string().nullable(),
      agencies: z.array(
        z.object({
          orgnr: z.string(),
          name: z.string(),
          ways: z.array(z.enum(sourceWays)),
          /** The day it last sent in before the edition was frozen, or after. */
          lastOn: z.iso.date().nullable(),
          publicMeasures: number,
          /** Of questions asked, how many are answered and public, and how many were asked. */
          answered: number,
          asked: number,
        }),
      ),
    })
    .meta({ id: 'DeliveringAgencies' }),
  errors: [],
});
