import { z } from 'zod';

/** The query of the register that lists what a number counts: variable → codes. */
const querySchema = z.record(z.string(), z.array(z.string()));
/** Measures; null where withheld. */
const countSchema = z.number().int().nullable();

/** Told by the publication named, or computed from measures that were made up to fit what it tells. */
const originSchema = z.enum(['published', 'invented']);
const originsSchema = z.array(originSchema);

/** A value for each margin: of rows, columns and layers; and of rows and columns within each layer, row major. */
const marginsSchema = <Value extends z.ZodType>(value: Value) =>
  z.object({
    rows: z.array(value),
    columns: z.array(value).optional(),
    layers: z.array(value).optional(),
    rowsByLayer: z.array(value).optional(),
    columnsByLayer: z.array(value).optional(),
  });

const dimensionSchema = z.object({
  label: z.string(),
  category: z.object({
    index: z.array(z.string()),
    // Codes may be people's own words, `__proto__` too, which a record of zod's would drop.
    label: z.custom<Readonly<Record<string, string>>>().meta({ description: 'The label of each code.' }),
    /** Of the dimension with role `metric`: what its numbers are, by code. */
    unit: z
      .record(
        z.string(),
        z.object({
          label: z.string(),
          /** Which measures the numbers, or the shares, are of. */
          base: z.string(),
          /** Decimals that make sense to show. */
          decimals: z.number().int(),
          symbol: z.string().optional(),
          position: z.enum(['start', 'end']).optional(),
        }),
      )
      .optional(),
  }),
  extension: z.object({ several: z.boolean() }),
});

/** What our tables say beside JSON-stat itself. */
const extensionSchema = z.object({
  release: z.object({ id: z.string(), number: z.number().int(), name: z.string(), n: z.number().int() }).nullable(),
  frozenAt: z.string().nullable(),
  /** The moment the answers are as of: what the numbers are dated by. */
  dataAsOf: z.string().nullable(),
  edition: z.string(),
  year: z.number().int(),
  /** What each cell tells, and for sums and the like of which amount. */
  measure: z.enum(['count', 'share', 'sum', 'mean', 'median', 'quantile']),
  of: z.string().nullable(),
  /** Of a quantile: how many per cent of the amounts are below it. */
  p: z.number().nullable(),
  unit: z.enum(['measures', 'percent', 'kroner']),
  /** Decimals that make sense to show. */
  decimals: z.number().int(),
  /** Measures in the table. */
  n: z.number().int(),
  base: z.enum(['asked', 'answered']),
  shareOf: z.enum(['table', 'rows', 'columns', 'layers']).nullable(),
  /** Whether a measure may count in several categories; per dimension in the dimension's own `extension`. */
  several: z.boolean(),
  /** How a figure of the report is drawn, where it says so. */
  layout: z.enum(['grouped', 'stacked', 'stacked100']).nullable(),
  filters: querySchema,
  /** Parameters that are no variable, and filter nothing. */
  ignored: z.array(z.string()).optional(),
  /** Measures per cell, in the order of `value`. */
  counts: z.array(countSchema),
  margins: marginsSchema(countSchema),
  /** Measures that passed the filters and are not in the table, by why. */
  leftOut: z.object({
    notAsked: z.number().int(),
    blank: z.number().int(),
    /** Answers that may not be told: in no share of those who answered, and passing no filter. */
    withheld: z.number().int(),
    withoutAmount: z.number().int(),
    amountWithheld: z.number().int(),
  }),
  /** Of the measures in the table, those that came in after the deadline. */
  late: z.number().int(),
  /** To be said wherever the numbers are shown; also the first of `note`. */
  notice: z.string().nullable(),
  /** Where each number is from, in the order of the numbers; null where all are answers of agencies. */
  provenance: z
    .object({
      source: z.string(),
      /** The same in a sentence. */
      text: z.string(),
      values: originsSchema,
      counts: originsSchema,
      margins: marginsSchema(originSchema),
      n: originSchema,
    })
    .nullable(),
  /** The queries that list what is counted: per cell in the order of `value`, per margin, and all of it. */
  measures: z.object({
    cells: z.array(querySchema),
    ...marginsSchema(querySchema).shape,
    all: querySchema,
  }),
  /**
   * What a figure of the report says, as a sentence in pieces; the numbers with the query that lists what they count, and
   * where they are from, as in `provenance`.
   */
  finding: z
    .array(z.object({ text: z.string(), measures: querySchema.optional(), origin: originSchema.optional() }))
    .nullable(),
  /** Where those queries are put, and with which parameters besides. */
  register: z.object({ href: z.string(), parameters: z.record(z.string(), z.string()) }),
});

const linkSchema = z.object({ type: z.string(), href: z.string(), label: z.string().optional() });

/**
 * JSON-stat 2.0 (https://json-stat.org/full/), a dataset: rows, then columns and layers when there are any, then `contents` (role metric: what the
 * numbers are) and `year` (role time), of one category each. Values row major; null where there is no number, and `status` says
 * why: `:` withheld, `.` not possible (the base of a share is empty), `..` missing (no amount stated). What it says about itself beside the standard is in `extension`.
 */
export const jsonStatSchema = z
  .object({
    version: z.literal('2.0'),
    class: z.literal('dataset'),
    label: z.string(),
    source: z.string(),
    updated: z.string().optional(),
    /** Where these very numbers are. */
    href: z.string().optional(),
    /** Other formats (`alternate`), what describes them (`describedby`), the page (`related`), the licence. */
    link: z.record(z.string(), z.array(linkSchema)).optional(),
    note: z.array(z.string()),
    id: z.array(z.string()),
    size: z.array(z.number().int()),
    role: z.object({ time: z.array(z.string()), metric: z.array(z.string()), geo: z.array(z.string()).optional() }),
    dimension: z.record(z.string(), dimensionSchema),
    value: z.array(z.number().nullable()),
    status: z.record(z.string(), z.enum([':', '.', '..'])).optional(),
    extension: extensionSchema,
  })
  .meta({ id: 'JsonStat' });
export type JsonStat = z.infer<typeof jsonStatSchema>;
