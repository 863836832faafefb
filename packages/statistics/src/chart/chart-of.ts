import { type BarChart, type BarRow, looks } from '@samblikk/charts';
import { formatPercent, type Language } from '@samblikk/text';
import { toJsonStat } from '../export/json-stat.ts';
import type { ChartLayout, Table } from '../table.ts';
import { descriptionOf } from './description.ts';
import { writtenNumber } from './written.ts';

/** What a chart is made from: our JSON-stat, as `toJsonStat` makes it and the API sends it. */
export interface StatTable {
  readonly label: string;
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly role: { readonly metric: readonly string[]; readonly time: readonly string[] };
  readonly dimension: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly category: { readonly index: readonly string[]; readonly label: Readonly<Record<string, string>> };
        readonly extension: { readonly several: boolean };
      }
    >
  >;
  readonly value: readonly (number | null)[];
  readonly status?: Readonly<Record<string, string>> | undefined;
  readonly extension: {
    readonly measure: Table['statistic'];
    readonly unit: Table['unit'];
    readonly shareOf: Table['shareOf'] | null;
    readonly n: number;
    readonly layout: ChartLayout | null;
    readonly counts: readonly (number | null)[];
    readonly margins: {
      readonly rows: readonly (number | null)[];
      readonly rowsByLayer?: readonly (number | null)[] | undefined;
    };
    readonly provenance: {
      readonly values: readonly string[];
      readonly margins: { readonly rows: readonly string[]; readonly columns?: readonly string[] | undefined };
      readonly n: string;
    } | null;
  };
}

/** Whether some numbers of a table are published and others made up, so that the latter are marked. */
export function isMixed(provenance: StatTable['extension']['provenance']): boolean {
  if (!provenance) return false;
  const { values, margins, n } = provenance;
  const all = new Set([...values, ...margins.rows, ...(margins.columns ?? []), n]);
  return all.has('published') && all.has('invented');
}

/** The sides of a table: all its dimensions but what the numbers are, and of when. */
const sidesOf = ({ id, role, dimension }: StatTable) =>
  id.filter((name) => !role.metric.includes(name) && !role.time.includes(name)).map((name) => dimension[name]);

/** Of a table of three sides, what the third has: each is a chart. */
export function layersOf(stat: StatTable): readonly string[] {
  const layers = sidesOf(stat)[2];
  return layers?.category.index.map((code) => layers.category.label[code] ?? code) ?? [];
}

/** The most rows, and the most bars or parts, that are read as a picture rather than as a table. */
const mostRows = 30;
const mostBars = 120;

/** Whether a table is small enough to be read as a picture. What is larger is for a table. */
export function isDrawable({ size }: Pick<StatTable, 'size'>): boolean {
  const [rows = 0, ...rest] = size;
  return rows > 0 && rows <= mostRows && rest.reduce((all, one) => all * one, rows) <= mostBars;
}

/** A table as a chart. @example drawChart(chartOf(tableOf(dataset, { rows: 'phase' }), 'nb'), { width: 560, id: 'phase' }) */
export function chartOf(table: Table, language: Language): BarChart {
  return chartOfStat(toJsonStat(table, language), language);
}

/**
 * One of our tables, in one language already, as a chart: rows as bars, columns as their parts or beside each other. Blank and withheld
 * are rows as the others; a number that is withheld is its sign, without a bar.
 * @param layer which of the third side's categories, for a table of three sides
 */
export function chartOfStat(stat: StatTable, language: Language, layer = 0): BarChart {
  const { unit, n, measure } = stat.extension;
  const [rows, columns, layers] = sidesOf(stat);
  const categories = rows?.category.index ?? [];
  const series = columns?.category.index ?? [''];
  const depth = layers?.category.index.length ?? 1;
  const marked = isMixed(stat.extension.provenance);
  // Of how many is said where each measure is in one row.
  const shares = !columns && unit === 'measures' && rows?.extension.several === false && n > 0;
  const cell = (row: number, column: number) => (row * series.length + column) * depth + layer;
  const written = (row: number, column: number): string => {
    const at = cell(row, column);
    const value = stat.value[at] ?? null;
    const number = writtenNumber(value, unit, language, stat.status?.[at]);
    const mark = marked && stat.extension.provenance?.values[at] === 'invented' ? '*' : '';
    const share = shares && value !== null ? ` (${formatPercent(Math.round((100 * value) / n), language)})` : '';
    return number + mark + share;
  };
  const drawn = categories.map((code, row): BarRow => {
    const places = series.map((_, column) => column);
    return {
      ...{ code, label: rows?.category.label[code] ?? code },
      values: places.map((column) => stat.value[cell(row, column)] ?? null),
      texts: places.map((column) => written(row, column)),
    };
  });
  const counts = drawn.map((_, row) => series.map((__, column) => stat.extension.counts[cell(row, column)] ?? null));
  const { margins: all } = stat.extension;
  const margins = layers ? drawn.map((_, row) => all.rowsByLayer?.[row * depth + layer] ?? null) : all.rows;
  const layout = columns ? layoutOf(stat.extension, counts, margins) : 'plain';
  const chart: Omit<BarChart, 'description'> = {
    kind: 'bars',
    title: layers ? `${stat.label}: ${layersOf(stat)[layer]}` : stat.label,
    ...{ unit, layout },
    series: series.map((code) => ({ code, label: columns?.category.label[code] ?? stat.label })),
    ...(columns && { legend: columns.label }),
    rows:
      layout === 'stacked' && measure !== 'sum'
        ? drawn.map((row, at) => ({ ...row, total: totalOf(margins[at], unit, n, language) }))
        : layout === 'stacked100'
          ? drawn.map((row, at) => ({ ...row, total: `n\u00a0=\u00a0${whole(margins[at], language)}` }))
          : drawn,
  };
  return { ...chart, description: descriptionOf(chart, rows?.label ?? '', language) };
}

const whole = (count: number | null | undefined, language: Language): string =>
  writtenNumber(count ?? null, 'measures', language, ':');

/** What the parts of a row are together. */
function totalOf(count: number | null | undefined, unit: Table['unit'], n: number, language: Language): string {
  if (unit === 'measures') return whole(count, language);
  return typeof count === 'number' && n > 0 ? formatPercent(Math.round((100 * count) / n), language) : '';
}

/**
 * How bars of two variables are laid. Parts are laid end to end only where they make up their row: each measure in one part, none
 * outside, nothing withheld. A layout that the figure asks for is taken as far as that allows.
 */
function layoutOf(
  { measure, unit, shareOf, layout }: StatTable['extension'],
  counts: readonly (readonly (number | null)[])[],
  margins: readonly (number | null)[],
): BarChart['layout'] {
  const wholes = counts.every((row, at) => {
    const margin = margins[at];
    return typeof margin === 'number' && row.reduce<number>((sum, one) => sum + (one ?? 0), 0) === margin;
  });
  const adds = measure === 'count' || measure === 'sum' || (measure === 'share' && shareOf !== 'columns');
  const fits = wholes && adds && (counts[0]?.length ?? 0) <= looks && counts.length > 0;
  if (!fits || layout === 'grouped') return 'grouped';
  if (unit === 'percent' && shareOf === 'rows') return 'stacked100';
  return layout === 'stacked100' ? 'stacked100' : 'stacked';
}
