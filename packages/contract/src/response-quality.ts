import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { csvType, offered, xlsxType } from './formats.ts';
import { releaseParams } from './releases.ts';
import { moment, yearParams } from './rounds.ts';
import { languageSchema } from './session.ts';
import { listFigures } from './statistics.ts';

// Response and quality of a release: who answered, what was left blank, what came late, what was corrected.

/** Numbers that are no counts of measures by their answers: each column has its own unit. */
export const qualityGridSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    /** What it says, in a sentence. */
    finding: z.string(),
    rowLabel: z.string(),
    columns: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        unit: z.enum(['agencies', 'measures', 'answers', 'percent', 'points', 'minutes', 'text']),
      }),
    ),
    rows: z.array(
      z.object({
        code: z.string(),
        label: z.string(),
        group: z.string().optional(),
        cells: z.array(
          z.object({
            /** Null: nothing to take a share of, or not known. */
            value: z.number().nullable(),
            text: z.string().optional(),
            /** The query of the register that lists the measures it counts, where there is one. */
            measures: z.record(z.string(), z.array(z.string())).optional(),
          }),
        ),
      }),
    ),
    /** Whether the last row is the total of the others. */
    total: z.boolean(),
    notes: z.array(z.string()),
  })
  .meta({ id: 'QualityGrid' });
export type QualityGrid = z.infer<typeof qualityGridSchema>;

const query = listFigures.query;

export const readResponseQuality = endpoint('readResponseQuality', {
  summary: 'Response and quality of a release: response rates, blanks by question, late answers, corrections',
  description:
    'Agencies that were asked and agencies that answered are told apart everywhere. Of measures withheld whole it is told no more than in tables.',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams,
  query,
  reply: z.object({
    release: z.object({
      year: z.number().int(),
      number: z.number().int(),
      name: z.string(),
      frozenAt: moment,
      dataAsOf: moment,
      n: z.number().int(),
    }),
    notice: z.string().nullable(),
    grids: z.array(qualityGridSchema),
  }),
  errors: ['notFound', 'releaseWithdrawn'],
});

const qualityFormats = Object.values(offered.quality).map(({ query: { format } }) => format);

const category = z.object({
  index: z.array(z.string()),
  label: z.record(z.string(), z.string()),
  unit: z.record(z.string(), z.object({ label: z.string(), decimals: z.number().int() })).optional(),
});

/** JSON-stat 2.0: rows, then what is told of each (role metric), then the year (role time). */
const gridStatSchema = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string(),
    source: z.string(),
    updated: z.string(),
    /** The same numbers, of the same release. */
    href: z.string(),
    note: z.array(z.string()),
    id: z.array(z.string()),
    size: z.array(z.number().int()),
    role: z.object({ metric: z.array(z.string()), time: z.array(z.string()) }),
    dimension: z.record(z.string(), z.object({ label: z.string(), category })),
    value: z.array(z.number().nullable()),
    /** The release, and the measures in it. */
    extension: z.object({ release: z.string(), n: z.number().int() }),
  })
  .meta({ id: 'QualityJsonStat' });
export type QualityJsonStat = z.infer<typeof gridStatSchema>;

export const readQualityTable = endpoint('readQualityTable', {
  summary: 'One table of response and quality, by its id',
  description: 'The format is that of `format`, else what Accept likes best, else JSON-stat.',
  tag: 'statistics',
  action: 'public.read',
  params: yearParams.extend({ id: z.string().max(60) }),
  query: query.extend({ format: z.enum(qualityFormats).optional(), lang: languageSchema.optional() }),
  reply: gridStatSchema,
  types: [csvType, xlsxType],
  errors: ['notFound', 'releaseWithdrawn'],
});

// The same of any release, for staff, who are also told how answers came in day by day, the minutes used, and all corrections.
const staff = { action: 'release.preview', params: releaseParams, tag: 'releases' } as const;

export const previewResponseQuality = endpoint('previewResponseQuality', {
  ...readResponseQuality,
  ...staff,
  summary: `Preview: ${readResponseQuality.summary}`,
});
export const previewQualityTable = endpoint('previewQualityTable', {
  ...readQualityTable,
  ...staff,
  params: releaseParams.extend({ id: readQualityTable.params.shape.id }),
  summary: `Preview: ${readQualityTable.summary}`,
});
