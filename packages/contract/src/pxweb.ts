import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, formats, xlsxType } from './formats.ts';
import { listParameter } from './register.ts';

// A subset of PxWebApi 2 (https://github.com/PxTools/PxApiSpecs), so that scripts made for the statistics of Statistics Norway
// read ours. Names and shapes are the standard's; names of parameters are taken in any case, as its servers do.

/** The most cells one reply may have. */
export const pxMaxCells = 100_000;
/** How many tables stand on a page unless told, and at most. */
export const pxPageSize = { usual: 100, most: 1000 } as const;

/** The languages a reply can be had in: `no` is what programs for Norwegian statistics call bokmål. */
export const pxLanguages = ['no', 'nb', 'nn', 'en'] as const;
export type PxLanguage = (typeof pxLanguages)[number];

export const pxFormats = ['json-stat2', 'csv', 'xlsx', 'html', 'parquet'] as const;
export type PxFormat = (typeof pxFormats)[number];

export const pxFormatParams = [
  ...['UseCodes', 'UseTexts', 'UseCodesAndTexts', 'IncludeTitle'],
  ...['SeparatorTab', 'SeparatorSpace', 'SeparatorSemicolon'],
] as readonly string[];

const lang = z.enum(pxLanguages).optional().meta({ description: 'The language of texts; `no` (bokmål) unless told.' });
const languageQuery = z.object({ lang }).catchall(listParameter);
const table = z.object({ table: z.string().max(120) });

const linkSchema = z.object({ rel: z.string(), hreflang: z.string(), href: z.string() });
const languageCode = z.enum(pxLanguages);

const tableSchema = z.object({
  id: z.string(),
  label: z.string(),
  description: z.string(),
  updated: z.string(),
  firstPeriod: z.string(),
  lastPeriod: z.string(),
  category: z.literal('public'),
  variableNames: z.array(z.string()),
  discontinued: z.boolean(),
  source: z.string(),
  timeUnit: z.literal('Annual'),
  links: z.array(linkSchema),
});

const codelistType = z.enum(['Aggregation', 'Valueset']);
const codes = z.record(z.string(), z.string());

/** A dataset of JSON-stat 2.0 in the manner of PxWebApi 2: categories by their place, `ContentsCode` and `Tid` as dimensions. */
export const pxDatasetSchema = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    href: z.string(),
    label: z.string(),
    source: z.string(),
    updated: z.string(),
    note: z.array(z.string()),
    role: z.object({ time: z.array(z.string()), metric: z.array(z.string()) }),
    id: z.array(z.string()),
    size: z.array(z.number().int()),
    // Codes may be people's own words, `__proto__` too, which a record of zod's would drop.
    dimension: z
      .custom<Readonly<Record<string, object>>>()
      .meta({ description: 'By id: label, categories, elimination, code lists; of `ContentsCode` also units.' }),
    extension: z.looseObject({}),
    /** Null where there is no number; `status` says why. In metadata empty. */
    value: z.array(z.number().nullable()),
    status: codes.optional(),
  })
  .meta({ id: 'PxDataset' });
export type PxDataset = z.output<typeof pxDatasetSchema>;

export const pxConfig = endpoint('pxConfig', {
  summary: 'PxWebApi 2: languages, limits, formats and licence',
  tag: 'pxweb',
  action: 'public.read',
  query: z.object({}).catchall(listParameter),
  reply: z.object({
    apiVersion: z.string(),
    appVersion: z.string(),
    languages: z.array(z.object({ id: languageCode, label: z.string() })),
    defaultLanguage: languageCode,
    maxDataCells: z.number().int(),
    maxCallsPerTimeWindow: z.number().int(),
    timeWindow: z.number().int(),
    license: z.string(),
    sourceReferences: z.array(z.object({ language: languageCode, text: z.string() })),
    defaultDataFormat: z.enum(pxFormats),
    dataFormats: z.array(z.enum(pxFormats)),
    features: z.array(z.object({ id: z.string(), params: z.array(z.object({ key: z.string(), value: z.string() })) })),
  }),
  errors: [],
});

export const pxTables = endpoint('pxTables', {
  summary: 'PxWebApi 2: the tables',
  description:
    'One per question, derived variable and figure of the report, and one per pair with ministry, agency and facts about these, for each run of years whose answers compare.',
  tag: 'pxweb',
  action: 'public.read',
  query: z
    .object({
      lang,
      query: z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'Words that must all be in titles, names and categories.' }),
      pastDays: z.coerce.number().int().min(1).max(100_000).optional(),
      includeDiscontinued: z
        .enum(['true', 'false', 'True', 'False'])
        .optional()
        .meta({ description: 'Also of years that newer ones do not compare with.' }),
      pageNumber: z.coerce.number().int().min(1).max(100_000).default(1),
      pageSize: z.coerce.number().int().min(1).max(pxPageSize.most).default(pxPageSize.usual),
    })
    .catchall(listParameter),
  reply: z.object({
    language: languageCode,
    tables: z.array(tableSchema),
    page: z.object({
      pageNumber: z.number().int(),
      pageSize: z.number().int(),
      totalElements: z.number().int(),
      totalPages: z.number().int(),
      links: z.array(linkSchema),
    }),
    links: z.array(linkSchema),
  }),
  errors: ['notFound'],
});

export const pxTable = endpoint('pxTable', {
  summary: 'PxWebApi 2: one table in short',
  tag: 'pxweb',
  action: 'public.read',
  params: table,
  query: languageQuery,
  reply: tableSchema.extend({ language: languageCode }),
  errors: ['notFound'],
});

export const pxMetadata = endpoint('pxMetadata', {
  summary: 'PxWebApi 2: the variables and values of a table',
  tag: 'pxweb',
  action: 'public.read',
  params: table,
  query: languageQuery,
  reply: pxDatasetSchema,
  errors: ['notFound', 'invalidSelection'],
});

const formatted = {
  lang,
  outputFormat: z
    .string()
    .max(20)
    .optional()
    .meta({ description: `One of ${pxFormats.join(', ')}; json-stat2 unless told.` }),
  outputFormatParams: listParameter
    .optional()
    .meta({ description: `Of ${pxFormatParams.join(', ')}; for csv, html and xlsx.` }),
};

const dataReply = {
  tag: 'pxweb',
  action: 'public.read',
  params: table,
  reply: pxDatasetSchema,
  types: [csvType, xlsxType, 'text/html', formats.parquet.type],
  errors: ['notFound', 'invalidSelection', 'tooManyCells'],
} as const;

export const pxData = endpoint('pxData', {
  ...dataReply,
  summary: 'PxWebApi 2: numbers of a table',
  description:
    'Values by variable, `valueCodes[phase]=idea,concept`: codes, `*`, `?`, `top(n)`, `bottom(n)`, `from(code)`, `to(code)`, `[range(code,code)]`; a code list by `codelist[phase]=agg_phaseGroup`. Without any, the whole table. A variable that can be eliminated is counted without when it is left out; the others must be there.',
  query: z
    .object({
      ...formatted,
      heading: listParameter
        .optional()
        .meta({ description: 'Variables across, of csv, html and xlsx; joined by comma.' }),
      stub: listParameter.optional().meta({ description: 'Variables down.' }),
    })
    .catchall(listParameter.meta({ description: '`valueCodes[variable]` and `codelist[variable]`.' })),
});

const list = z.array(z.string().max(200)).max(2000);

export const pxSelected = endpoint('pxSelected', {
  ...dataReply,
  summary: 'PxWebApi 2: numbers of a table, selected in the body',
  description: 'As GET, for selections too long for an address.',
  query: z.object(formatted).catchall(listParameter),
  body: z
    .object({
      selection: z
        .array(
          z.object({
            variableCode: z.string().max(120),
            codelist: z.string().max(120).nullish(),
            valueCodes: list.nullish(),
          }),
        )
        .max(20)
        .nullish(),
      placement: z.object({ heading: list.nullish(), stub: list.nullish() }).nullish(),
      // What PxWebApi 1 has here: let through to be refused in words.
      query: z.unknown().optional(),
    })
    .nullish(),
});

export const pxCodelist = endpoint('pxCodelist', {
  summary: 'PxWebApi 2: a code list that a variable can be had by',
  tag: 'pxweb',
  action: 'public.read',
  params: z.object({ codelist: z.string().max(120) }),
  query: languageQuery,
  reply: z.object({
    id: z.string(),
    label: z.string(),
    language: languageCode,
    languages: z.array(languageCode),
    elimination: z.boolean(),
    type: codelistType,
    values: z.array(z.object({ code: z.string(), label: z.string(), valueMap: z.array(z.string()) })),
    links: z.array(linkSchema),
  }),
  errors: ['notFound'],
});
