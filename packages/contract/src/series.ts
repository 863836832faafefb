import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, parquetType, pngType, svgType, xlsxType } from './formats.ts';
import { readTable } from './statistics.ts';

const querySchema = z.record(z.string(), z.array(z.string()));
const remarkSchema = z.object({ from: z.number().int(), to: z.number().int(), note: z.string() });
const labels = z.custom<Readonly<Record<string, string>>>().meta({ description: 'The label of each code.' });

/**
 * A series as JSON-stat 2.0: its variables, then `contents` (role metric) and `year` (role time). `..` is not published, `:`
 * withheld. Only what lies between two breaks may be compared.
 */
export const seriesSchema = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string(),
    source: z.string(),
    note: z.array(z.string()),
    /** The same numbers for good: the address names the releases. */
    href: z.string(),
    /** When the newest of its releases was frozen, ISO 8601. */
    updated: z.string().optional(),
    id: z.array(z.string()),
    size: z.array(z.number().int()),
    role: z.object({ time: z.array(z.string()), metric: z.array(z.string()) }),
    dimension: z.record(
      z.string(),
      z.object({ label: z.string(), category: z.object({ index: z.array(z.string()), label: labels }) }),
    ),
    value: z.array(z.number().nullable()),
    status: z.record(z.string(), z.string()).optional(),
    extension: z.object({
      measure: z.string(),
      /** What must be said wherever the numbers are shown. */
      notice: z.array(z.string()),
      unit: z.enum(['measures', 'percent', 'kroner']),
      /** Which measures the numbers, or the shares, are of. */
      base: z.string(),
      /** The filters, by variable. */
      selection: querySchema,
      license: z.string(),
      years: z.array(
        z.object({
          year: z.number().int(),
          /** Measures that the numbers of the year are of. */
          n: z.number().int(),
          /** The release it is read from; null of a year that is only published. */
          release: z.string().nullable(),
          source: z.string(),
          /** Only its published figures are here; there are no measures to list. */
          published: z.boolean(),
        }),
      ),
      /** Where the declared comparability ends, and why: numbers on two sides may not be held against each other. */
      breaks: z.array(remarkSchema),
      /** What must be said of years that do compare. */
      notes: z.array(remarkSchema),
      /** Measures behind each value. */
      counts: z.array(z.number().int().nullable()),
      /** The query of the register that lists them; null where there is no list. */
      measures: z.array(querySchema.nullable()),
      /** From the first number of a line to its last; in percentage points, of shares. Refused, with the reasons, across a break. */
      changes: z.array(
        z.object({
          codes: z.array(z.string()),
          from: z.number().int().nullable(),
          to: z.number().int().nullable(),
          change: z.number().nullable(),
          refused: z.array(z.string()),
        }),
      ),
      /** The variables that there is a series of. */
      ignored: z.array(z.string()).optional(),
    }),
  })
  .meta({ id: 'Series' });
export type SeriesStat = z.infer<typeof seriesSchema>;

export const readSeries = endpoint('readSeries', {
  summary: 'A figure, or a table by one or two variables, over the rounds',
  description:
    'The newest public release of each round, oldest first, and the years of which only figures are published. Where the questionnaires declare a break there is no change to state, and lines are in pieces; why is in `extension.breaks`. Parameters as of a table, or `figure` for a figure of the yearly report. The format is that of `format`, else what Accept likes best, else JSON-stat.',
  tag: 'statistics',
  action: 'public.read',
  query: readTable.query
    .omit({ rows: true, layers: true, compare: true, against: true, release: true, format: true })
    .extend({
      rows: z.string().optional(),
      figure: z.string().max(60).optional().meta({ description: 'The id of a figure; instead of `rows`.' }),
      releases: z.string().max(400).optional().meta({
        description: 'Releases by name, joined by comma (`2019.1,2026.2`), so that the series stays as it is.',
      }),
      format: z.enum(['json', 'csv', 'csv-excel', 'xlsx', 'parquet', 'png', 'svg']).optional(),
    }),
  reply: seriesSchema,
  types: [csvType, xlsxType, parquetType, pngType, svgType],
  errors: ['unknownVariable', 'notFound', 'releaseWithdrawn'],
});
