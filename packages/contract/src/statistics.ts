import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, csvwType, parquetType, pngType, svgType, tableFormats, xlsxType } from './formats.ts';
import { jsonStatSchema } from './json-stat.ts';
import { listParameter } from './register.ts';
import { moment, yearParams } from './rounds.ts';
import { languageSchema } from './session.ts';

const formatParameters = {
  release: z.coerce
    .number()
    .int()
    .positive()
    .optional()
    .meta({ description: 'The release number; the latest unless told.' }),
  /** Without it the Accept header decides, and JSON-stat is the default. */
  format: z.enum(tableFormats).optional(),
  lang: languageSchema.optional(),
};

export const readTable = endpoint('readTable', {
  summary: 'Count the measures of a round by up to three variables',
  description:
    'Any closed question or derived variable, `ministry` or `agency`, as rows, columns and layers; filters by any of them, codes joined by comma. Other parameters filter nothing, and are named in `extension.ignored`; files cannot name them, and are refused (422). JSON-stat 2.0, or CSV, XLSX or Parquet when asked for by `format` or Accept; as `png` and `svg` a picture that says by itself what it is of, where there is not too much to draw.',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams,
  query: z
    .object({
      rows: z.string(),
      columns: z.string().optional(),
      layers: z.string().optional().meta({ description: 'A table of rows by columns for each of its categories.' }),
      compare: z.string().optional().meta({
        description:
          'Some measures beside the others: a variable and its codes, `ministry:KMD`. Takes the place of `columns`, or of `layers` when there are columns.',
      }),
      against: z.enum(['rest', 'all']).optional().meta({
        description:
          'What `compare` is against: the `rest`, unless told, which are those with another answer, or `all`, those compared included.',
      }),
      ...formatParameters,
      measure: z
        .enum(['count', 'share', 'sum', 'mean', 'median', 'quantile'])
        .optional()
        .meta({ description: 'What each cell tells; count unless told.' }),
      of: z.string().optional().meta({ description: 'The amount that `sum`, `mean`, `median` and `quantile` are of.' }),
      p: z.coerce.number().min(0).max(100).optional().meta({
        description:
          'Of a `quantile`: how many per cent of the amounts are below it; 50 unless told. Between two amounts it is interpolated linearly (type 7 in R).',
      }),
      base: z.enum(['asked', 'answered']).optional().meta({
        description:
          'Which measures the numbers, and the base of shares, are of: `asked` has those that left it blank as a category of their own, `answered` leaves them out. Shares are of `answered` unless told, all else of `asked`.',
      }),
      share: z.enum(['table', 'rows', 'columns', 'layers']).optional().meta({
        description:
          'Shares of what; makes `measure` a share. Where there are layers, shares of rows and columns are within the layer.',
      }),
    })
    .catchall(listParameter.meta({ description: 'A variable to filter by: codes joined by comma.' })),
  reply: jsonStatSchema,
  types: [csvType, xlsxType, parquetType, pngType, svgType],
  errors: ['unknownVariable', 'impossibleTable', 'tooLargeToDraw', 'notFound', 'releaseWithdrawn'],
});

export const tableCsvw = endpoint('tableCsvw', {
  summary: 'What the CSV of a table holds, column by column (CSV on the Web)',
  description: 'The same parameters as the table; the header `Link` (`rel="describedby"`) of its CSV leads here.',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams,
  query: readTable.query,
  reply: 'file',
  types: [csvwType],
  errors: readTable.errors,
});

const statisticsRelease = z.object({
  id: z.uuid(),
  number: z.number().int(),
  year: z.number().int(),
  frozenAt: moment,
  dataAsOf: moment,
  n: z.number().int(),
  notice: z.string().nullable(),
});

export const listVariables = endpoint('listVariables', {
  summary: 'What the measures of a round can be counted, filtered and summed by',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams,
  query: z.object({ release: formatParameters.release, lang: languageSchema.optional() }),
  reply: z.object({
    release: statisticsRelease,
    variables: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        source: z.enum(['question', 'derived', 'population']),
        several: z.boolean(),
        /** Amounts are summed, not counted by. */
        unit: z.enum(['kroner']).nullable(),
        facet: z.boolean(),
        /** How answers compare with the edition before. */
        comparability: z
          .object({ with: z.enum(['same', 'note', 'break', 'new']), note: z.string().nullable() })
          .nullable(),
        /** Categories in order; for agencies, ministries and tags those that occur. */
        options: z.array(z.object({ code: z.string(), label: z.string() })),
      }),
    ),
  }),
  errors: ['notFound', 'releaseWithdrawn'],
});

export const listFigures = endpoint('listFigures', {
  summary: 'The figures of the yearly report',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams,
  query: z.object({ release: formatParameters.release, lang: languageSchema.optional() }),
  reply: z.object({
    release: statisticsRelease,
    figures: z.array(z.object({ id: z.string(), number: z.number().int(), title: z.string(), href: z.string() })),
  }),
  errors: ['notFound', 'releaseWithdrawn'],
});

export const readFigure = endpoint('readFigure', {
  summary: 'One figure of the yearly report, with its numbers',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams.extend({ id: z.string().max(60) }),
  query: z.object(formatParameters),
  reply: jsonStatSchema,
  types: [csvType, xlsxType, parquetType, pngType, svgType],
  errors: ['tooLargeToDraw', 'notFound', 'releaseWithdrawn'],
});

export const figureCsvw = endpoint('figureCsvw', {
  summary: 'What the CSV of a figure holds, column by column (CSV on the Web)',
  tag: 'statistics',
  action: 'public.read',
  params: readFigure.params,
  query: readFigure.query,
  reply: 'file',
  types: [csvwType],
  errors: readFigure.errors,
});
