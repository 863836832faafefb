import type { JsonStat } from '@samblikk/contract/client';
import type { Filters } from '@samblikk/statistics';
import { z } from 'zod';

const filters: z.ZodType<Filters> = z.record(z.string(), z.array(z.string()));

/** What the API's tables say beside JSON-stat itself (packages/statistics/src/export/json-stat.ts writes it). */
const extensionSchema = z.looseObject({
  release: z.object({ id: z.string(), number: z.number(), n: z.number() }).nullable(),
  frozenAt: z.string().nullable(),
  year: z.number(),
  unit: z.enum(['measures', 'percent', 'kroner']),
  n: z.number(),
  several: z.boolean(),
  counts: z.array(z.number().nullable()),
  margins: z.object({ rows: z.array(z.number().nullable()), columns: z.array(z.number().nullable()).optional() }),
  measures: z.object({
    cells: z.array(filters),
    rows: z.array(filters),
    columns: z.array(filters).optional(),
    all: filters,
  }),
  /** What a figure says, as a sentence in pieces; the numbers with the query that lists what they count. */
  finding: z
    .array(z.object({ text: z.string(), measures: filters.optional() }))
    .nullable()
    .default(null),
});

export type Unit = z.infer<typeof extensionSchema>['unit'];

export type Finding = NonNullable<z.infer<typeof extensionSchema>['finding']>;

/** One number of a table, and the query that lists what it counts. */
export interface Cell {
  /** Null: no base to take a share of, or withheld. */
  readonly value: number | null;
  readonly count: number | null;
  readonly withheld: boolean;
  readonly measures: Filters;
}

export interface Category {
  readonly code: string;
  readonly label: string;
}

/** A table as a page shows it. */
export interface Dataset {
  readonly title: string;
  readonly rowLabel: string;
  readonly columnLabel: string | undefined;
  readonly columns: readonly Category[];
  readonly rows: readonly { readonly category: Category; readonly cells: readonly Cell[]; readonly total: Cell }[];
  readonly columnTotals: readonly Cell[];
  readonly total: Cell;
  readonly unit: Unit;
  readonly n: number;
  readonly several: boolean;
  readonly year: number;
  readonly release: { readonly id: string; readonly number: number } | null;
  readonly frozenAt: string | null;
  readonly notes: readonly string[];
  readonly finding: Finding | null;
}

/** Reads one of our JSON-stat tables: one or two dimensions, row major. */
export function readDataset(json: JsonStat): Dataset {
  const extension = extensionSchema.parse(json.extension);
  const [rowId = '', columnId] = json.id;
  const rows = categoriesOf(json, rowId);
  const columns = columnId === undefined ? [] : categoriesOf(json, columnId);
  const width = Math.max(columns.length, 1);
  const margin = (count: number | null | undefined, measures: Filters | undefined): Cell => ({
    value: count ?? null,
    count: count ?? null,
    withheld: count === null,
    measures: measures ?? {},
  });
  return {
    title: json.label,
    rowLabel: labelOf(json, rowId),
    columnLabel: columnId === undefined ? undefined : labelOf(json, columnId),
    columns,
    rows: rows.map((category, row) => ({
      category,
      cells: Array.from({ length: width }, (_, column): Cell => {
        const index = row * width + column;
        return {
          value: json.value[index] ?? null,
          count: extension.counts[index] ?? null,
          withheld: json.status?.[index] !== undefined,
          measures: extension.measures.cells[index] ?? {},
        };
      }),
      total: margin(extension.margins.rows[row], extension.measures.rows[row]),
    })),
    columnTotals: columns.map((_, column) =>
      margin(extension.margins.columns?.[column], extension.measures.columns?.[column]),
    ),
    total: margin(extension.n, extension.measures.all),
    unit: extension.unit,
    n: extension.n,
    several: extension.several,
    year: extension.year,
    release: extension.release,
    frozenAt: extension.frozenAt,
    notes: json.note ?? [],
    finding: extension.finding,
  };
}

function labelOf(json: JsonStat, id: string): string {
  return (json.dimension[id] as { label?: string } | undefined)?.label ?? id;
}

function categoriesOf(json: JsonStat, id: string): Category[] {
  const { category } = json.dimension[id] as { category: { index: string[]; label: Record<string, string> } };
  return category.index.map((code) => ({ code, label: category.label[code] ?? code }));
}

/** The address of the register's list of the measures behind a number. */
export function listAddress(measures: Filters, year: number, release: number | undefined): string {
  const query = new URLSearchParams({ round: String(year) });
  if (release !== undefined) query.set('release', String(release));
  for (const [variable, codes] of Object.entries(measures)) query.set(variable, codes.join(','));
  return `/register?${query.toString().replaceAll('%2C', ',').replaceAll('%7E', '~')}`;
}
