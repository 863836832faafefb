import { type JsonStat, queryText } from '@samblikk/contract/client';
import type { Filters } from '@samblikk/statistics';

export type Unit = JsonStat['extension']['unit'];

export type Finding = NonNullable<JsonStat['extension']['finding']>;

/** One number of a table, and the query that lists what it counts. */
export interface Cell {
  /** Null: no base to take a share of, or withheld. */
  readonly value: number | null;
  readonly count: number | null;
  readonly withheld: boolean;
  readonly measures: Filters;
  /** Made up, in a table where other numbers are published. */
  readonly invented: boolean;
}

export interface Category {
  readonly code: string;
  readonly label: string;
}

/** A table as a page shows it. */
export interface Dataset {
  /** What it was read from: a chart is made of the same. */
  readonly stat: JsonStat;
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
  readonly base: 'asked' | 'answered';
  readonly year: number;
  readonly release: { readonly id: string; readonly number: number } | null;
  readonly dataAsOf: string | null;
  /** Which numbers are published and which made up, in a sentence; null where all are answers. */
  readonly provenance: string | null;
  /** Whether some number bears the mark of those that are made up. */
  readonly marked: boolean;
  /** Without the notice. */
  readonly notes: readonly string[];
  readonly finding: Finding | null;
}

/** Reads one of our JSON-stat tables of one or two sides, row major. One of three has no number without a layer: see `readLayers`. */
export function readDataset(json: JsonStat): Dataset {
  const [, , layers] = sidesOf(json);
  const whole = readLayer(json, 0);
  if (layers === undefined) return whole;
  const { n, measures } = json.extension;
  return {
    ...whole,
    n,
    rows: [],
    columnTotals: [],
    total: { ...whole.total, value: n, count: n, measures: measures.all },
  };
}

/** One of the tables of a table of three sides: which category it is of, with the name of the variable, and its numbers. */
export interface Layer {
  readonly code: string;
  readonly label: string;
  readonly dataset: Dataset;
}

/** A table of rows by columns for each layer; none where the table has no layers. */
export function readLayers(json: JsonStat): readonly Layer[] {
  const [, , layers] = sidesOf(json);
  if (layers === undefined) return [];
  return categoriesOf(json, layers).map(({ code, label }, at) => {
    const named = `${labelOf(json, layers)}: ${label}`;
    return { code, label: named, dataset: { ...readLayer(json, at), title: `${json.label} – ${named}` } };
  });
}

/** Rows by columns, of the layer at this place where there are layers. */
function readLayer(json: JsonStat, layer: number): Dataset {
  const { extension } = json;
  const [rowId = '', columnId, layerId] = sidesOf(json);
  const rows = categoriesOf(json, rowId);
  const columns = columnId === undefined ? [] : categoriesOf(json, columnId);
  const layers = layerId === undefined ? undefined : categoriesOf(json, layerId);
  const width = Math.max(columns.length, 1);
  const depth = layers?.length ?? 1;
  const origins = originsOf(extension.provenance);
  const margin = (which: MarginName, place: number): Cell =>
    cellOf(
      extension.margins[which]?.[place],
      extension.measures[which]?.[place],
      origins.mixed && origins.margins[which]?.[place] === 'invented',
    );
  const all = (): Cell => cellOf(extension.n, extension.measures.all, origins.mixed && origins.n === 'invented');
  const total = layers ? margin('layers', layer) : all();
  return {
    stat: json,
    title: json.label,
    rowLabel: labelOf(json, rowId),
    columnLabel: columnId === undefined ? undefined : labelOf(json, columnId),
    columns,
    rows: rows.map((category, row) => ({
      category,
      cells: Array.from({ length: width }, (_, column): Cell => {
        const index = (row * width + column) * depth + layer;
        return {
          value: json.value[index] ?? null,
          count: extension.counts[index] ?? null,
          withheld: json.status?.[index] === ':',
          measures: extension.measures.cells[index] ?? {},
          invented: origins.mixed && origins.values[index] === 'invented',
        };
      }),
      total: layers ? margin('rowsByLayer', row * depth + layer) : margin('rows', row),
    })),
    columnTotals: columns.map((_, column) =>
      layers ? margin('columnsByLayer', column * depth + layer) : margin('columns', column),
    ),
    total,
    unit: extension.unit,
    n: total.count ?? extension.n,
    several: extension.several,
    base: extension.base,
    year: extension.year,
    release: extension.release,
    dataAsOf: extension.dataAsOf,
    provenance: extension.provenance?.text ?? null,
    marked: origins.mixed || (extension.finding?.some(({ origin }) => origin === 'invented') ?? false),
    notes: json.note.filter((note) => note !== extension.notice),
    finding: extension.finding,
  };
}

const cellOf = (count: number | null | undefined, measures: Filters | undefined, invented: boolean): Cell => ({
  value: count ?? null,
  count: count ?? null,
  withheld: count === null,
  measures: measures ?? {},
  invented,
});

type MarginName = keyof JsonStat['extension']['margins'];
type Provenance = JsonStat['extension']['provenance'];

/** Where each number is from, and whether they are from different places. */
function originsOf(provenance: Provenance) {
  const { values = [], margins = { rows: [] }, n } = provenance ?? {};
  const all = new Set([...values, ...Object.values(margins).flat(), n]);
  return { values, margins, n, mixed: all.has('published') && all.has('invented') };
}

/** The dimensions that measures are counted by: all but what the numbers are, and of when. */
function sidesOf({ id, role }: JsonStat): readonly string[] {
  return id.filter((name) => !role.metric.includes(name) && !role.time.includes(name));
}

function labelOf(json: JsonStat, id: string): string {
  return json.dimension[id]?.label ?? id;
}

function categoriesOf(json: JsonStat, id: string): Category[] {
  const { index = [], label = {} } = json.dimension[id]?.category ?? {};
  return index.map((code) => ({ code, label: label[code] ?? code }));
}

/** The address of the register's list of the measures behind a number. */
export function listAddress(measures: Filters, year: number, release: number | undefined): string {
  const query = new URLSearchParams({ round: String(year) });
  if (release !== undefined) query.set('release', String(release));
  for (const [variable, codes] of Object.entries(measures)) query.set(variable, codes.join(','));
  return `/register${queryText(query)}`;
}
