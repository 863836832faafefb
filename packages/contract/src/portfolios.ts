import { z } from 'zod';
import { portfolioName, registerLimits } from './constants.ts';
import { endpoint } from './endpoint.ts';
import { xlsxType } from './formats.ts';
import { believedSchema } from './likely-doubles.ts';
import { written } from './params.ts';
import { anyVariable, listParameter } from './register.ts';
import { moment } from './rounds.ts';
import { languageSchema } from './session.ts';

// Portfolios: measures of one round seen together, for those who coordinate.

const named = z.object({ code: z.string(), label: z.string() });
const count = z.number().int();

/** What a portfolio is of, as the register has it: any variable filters. */
const selection = {
  round: z.coerce
    .number()
    .int()
    .optional()
    .meta({ description: 'The year; the newest round that is public unless told.' }),
  q: z.string().max(registerLimits.words).optional().meta({ description: 'Free text, as in the register.' }),
  number: listParameter
    .optional()
    .meta({ description: 'Numbers of measures, joined by comma: a list that somebody chose.' }),
  lang: languageSchema.optional(),
};

/** A number, and the query of the list of the measures it counts: as many, those withheld included. Null where there is no list. */
const cellSchema = z.object({ value: z.number().nullable(), list: z.string().nullable() });

const tableSchema = z.object({
  id: z.string(),
  title: z.string(),
  /** What the rows are. */
  rowLabel: z.string(),
  columns: z.array(named.extend({ unit: z.enum(['measures', 'kroner']) })),
  rows: z.array(named.extend({ cells: z.array(cellSchema) })),
  /** All measures of the table, each once. */
  total: z.array(cellSchema).nullable(),
  /** Measures in the table, and what must be said of them. */
  n: count,
  notes: z.array(z.string()),
});
export type PortfolioTable = z.infer<typeof tableSchema>;

const memberSchema = z.object({ number: z.string(), title: z.string().nullable(), agency: named });

const listedSchema = memberSchema.extend({ phase: z.string().nullable(), kroner: z.number().nullable() });

const portfolioSchema = z.object({
  /** What it is a portfolio of: `Departement: Finansdepartementet`. */
  title: z.string(),
  year: z.number().int(),
  /** The rounds that can be shown, newest first. */
  years: z.array(z.number().int()),
  /** What the numbers are read from; null where they are not of a release. */
  release: z.object({ name: z.string(), frozenAt: moment, dataAsOf: moment }).nullable(),
  notice: z.string().nullable(),
  /** Every filter in force, with names. */
  chosen: z.array(named.extend({ id: z.string(), codeLabel: z.string() })),
  /** Numbers of measures that were asked for and are not public in the round, and parameters that filter nothing. */
  missing: z.array(z.string()),
  ignored: z.array(z.string()),
  /** The query of the list of all its measures. */
  list: z.string(),
  /** Public measures, and how many more are withheld whole; null where that is not told (free text, and a chosen list). */
  total: count,
  withheld: count.nullable(),
  agencies: count,
  /** What they cost together as far as it is told, how many measures that is of, and how many lack it. Null when none tells. */
  cost: z
    .object({
      label: z.string(),
      kroner: z.number(),
      text: z.string(),
      n: count,
      blank: count,
      withheld: count,
      list: z.string(),
    })
    .nullable(),
  /** The measures, by number: those that may be read. */
  measures: z.array(listedSchema),
  /** Cost by phase; cross-cutting, unfunded and shared solutions; whose they are. */
  tables: z.array(tableSchema),
  /** From start to end, those that begin first first; 5000 at most, as of every list here. Null where the round did not ask. */
  timeline: z
    .object({
      title: z.string(),
      /** Measures that state a day, that state none, and that keep theirs back. */
      n: count,
      blank: count,
      withheld: count,
      rows: z.array(
        memberSchema.extend({
          start: z.iso.date().nullable(),
          end: z.iso.date().nullable(),
          phase: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Who works with whom, the most measures first. Null where the round did not ask. */
  partners: z
    .object({
      title: z.string(),
      /** Measures that name partners, that name none, and that keep theirs back. */
      n: count,
      blank: count,
      withheld: count,
      pairs: z.array(
        z.object({
          owner: named,
          partner: named,
          /** Whether the partner has measures of its own in the portfolio. */
          inside: z.boolean(),
          measures: count,
          list: z.string(),
        }),
      ),
    })
    .nullable(),
  /** Pairs of measures of different agencies, both in the portfolio, that may be the same; 100 at most. Null where they are not looked for. */
  doubles: z
    .object({
      total: count,
      pairs: z.array(
        z.object({
          /** Null where they stand together only because a coordinator has said so. */
          likeness: z.number().nullable(),
          measures: z.array(memberSchema).length(2),
          words: z.array(z.string()),
          verdict: believedSchema,
        }),
      ),
    })
    .nullable(),
  /** The measures that develop something for several to use, and those that reuse such. */
  shared: z.array(named.extend({ measures: z.array(memberSchema), list: z.string(), total: count })),
  /** Where this is found: the page, this reply. */
  page: z.string(),
  href: z.string(),
  license: z.string().nullable(),
});
export type Portfolio = z.infer<typeof portfolioSchema>;

export const readPortfolio = endpoint('readPortfolio', {
  summary:
    'The measures of a ministry, of Skate, of a life event, of any other selection of the register, or of a chosen list, seen together',
  description:
    'One round. Counts are those of the statistics: measures withheld whole are counted where the publication rule lets them be, and as withheld where they answered. `list` is the query of the register’s list of what a number counts. The format is that of `format`, else what Accept likes best, else JSON.',
  tag: 'register',
  action: 'public.read',
  query: z
    .object({
      ...selection,
      release: z.coerce
        .number()
        .int()
        .positive()
        .optional()
        .meta({ description: 'A release number of the round; the latest unless told.' }),
      format: z.enum(['json', 'xlsx', 'pdf']).optional(),
    })
    .catchall(anyVariable),
  reply: portfolioSchema,
  types: [xlsxType, 'application/pdf'],
  errors: ['notFound', 'releaseWithdrawn', 'unknownVariable'],
});

export const readOwnPortfolio = endpoint('readOwnPortfolio', {
  summary: 'The measures of a ministry’s agencies as they last sent them in, with answers that are not public',
  description:
    'For those who coordinate the ministry. Never cached, and in no public file; as a workbook of one’s own it says that it is not public. `list` is the query of this same address that lists what a number counts.',
  tag: 'coordination',
  action: 'portfolio.readOwn',
  params: z.object({ ministry: z.string().max(40) }),
  query: z
    .object({ ...selection, format: z.enum(['json', 'xlsx']).optional() })
    .omit({ q: true })
    .catchall(anyVariable),
  reply: portfolioSchema.extend({
    ministry: named,
    /** Agencies of the ministry that the round asks, and those that have sent in. */
    asked: count,
    answered: count,
    measures: z.array(
      listedSchema.extend({
        id: z.uuid(),
        visibility: z.enum(['whole', 'inPart', 'withheld']),
        /** What of it is not public, in words. */
        exempt: z.array(z.string()),
      }),
    ),
  }),
  types: [xlsxType],
  errors: ['notFound', 'unknownVariable'],
});
export type OwnPortfolio = z.infer<typeof readOwnPortfolio.reply>;

/** A portfolio that somebody keeps: a selection with a name. */
const savedSchema = z.object({
  /** Its part of the address, for good: `/portefolje/<slug>`. */
  slug: z.string(),
  name: z.string(),
  /** The query of the selection, as in the address of a portfolio. */
  query: z.string(),
  /** The ministry that keeps it; null: Digdir. */
  ministry: named.nullable(),
  savedAt: moment,
});
export type SavedPortfolio = z.infer<typeof savedSchema>;

const name = written(portfolioName);
const slug = z.object({ slug: z.string().max(200) });

export const listPortfolios = endpoint('listPortfolios', {
  summary: 'Portfolios that ministries and Digdir keep: selections of public measures, with a name',
  tag: 'register',
  action: 'public.read',
  query: z.object({ lang: languageSchema.optional() }),
  reply: z.array(savedSchema),
  errors: [],
});

export const savePortfolio = endpoint('savePortfolio', {
  summary: 'Keeps a selection, or a chosen list of measures, under a name and an address of its own',
  description:
    'Anyone may open the address, and sees what is public. What somebody keeps is the selection, never its measures.',
  tag: 'coordination',
  action: 'portfolio.keep',
  body: z.object({
    name,
    query: z.string().max(registerLimits.list),
    /** The code of the ministry that keeps it; null: Digdir. */
    ministry: z.string().max(40).nullable(),
  }),
  reply: savedSchema,
  status: 201,
  errors: ['unknownVariable', 'notFound', 'releaseWithdrawn'],
});

export const renamePortfolio = endpoint('renamePortfolio', {
  summary: 'Gives a kept portfolio another name; its address stays',
  tag: 'coordination',
  action: 'portfolio.keep',
  params: slug,
  body: z.object({ name }),
  reply: savedSchema,
  errors: ['notFound'],
});

export const removePortfolio = endpoint('removePortfolio', {
  summary: 'Removes a kept portfolio; its address then leads nowhere',
  tag: 'coordination',
  action: 'portfolio.keep',
  params: slug,
  reply: z.null(),
  status: 204,
  errors: ['notFound'],
});
