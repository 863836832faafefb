import { blankOption, statedOption, type Text, withheldOption } from '@samblikk/questionnaire';
import { type AmountStatistic, amountOf, isOfAmounts } from './amounts.ts';
import { classifierAt } from './classifier.ts';
import { crossTable } from './cross-table.ts';
import {
  type CategoryLabel,
  columnOf,
  type Dataset,
  type EditionInfo,
  type Release,
  StatisticsError,
} from './dataset.ts';
import { classify, type Dimension, type Side } from './dimension.ts';
import { blankCode, type Filters, withheldCode } from './filter.ts';
import { gather } from './gather.ts';
import { leftBy } from './index-by-key.ts';
import { combined, withinLayers } from './layers.ts';
import type { Merge } from './merge.ts';
import { notes } from './notes.ts';
import type { Provenance } from './provenance.ts';
import { share } from './share.ts';
import { maskOfStanding, standingOf } from './standing.ts';
import { inFull, titleOf } from './title.ts';

/** `count` and `share` are of measures; the others are of the amounts in `of`, in kroner. */
export type Statistic = 'count' | 'share' | AmountStatistic;

/** How a figure of two variables is drawn, where the parts make up their row; else its bars stand beside each other. */
export type ChartLayout = 'grouped' | 'stacked' | 'stacked100';

/**
 * What a share is a share of: all measures in the table, those of its row, of its column, or of its layer. Where there are
 * layers, rows and columns are those within the layer.
 */
export type ShareOf = 'table' | 'rows' | 'columns' | 'layers';

export interface TableQuery {
  readonly rows: Side;
  readonly columns?: Side;
  /** A table of rows by columns for each of its categories. Without columns it is the columns. */
  readonly layers?: Side;
  readonly filters?: Filters;
  /** Default `count`. */
  readonly statistic?: Statistic;
  /** The amount that statistics of amounts are of. */
  readonly of?: string;
  /** Of a `quantile`: how many per cent of the amounts are below it, from 0 to 100. */
  readonly p?: number;
  /**
   * Which measures the table is about: `asked` includes those that left it blank, as a category of their own;
   * `answered` leaves them out, and those whose answer is kept back. Default `answered` for shares, `asked` otherwise. Not asked is never in a table.
   */
  readonly base?: 'asked' | 'answered';
  /** Default `table`, or `columns` when there are columns. */
  readonly shareOf?: ShareOf;
  readonly merges?: Readonly<Record<string, readonly Merge[]>>;
}

/** One filter, with the names of what it filters by. */
export interface Filtered {
  readonly id: string;
  readonly label: Text;
  readonly categories: readonly CategoryLabel[];
}

/** A value for each margin of a table; those of columns and layers where it has them. */
export interface Margins<Value> {
  readonly rows: readonly Value[];
  readonly columns?: readonly Value[];
  readonly layers?: readonly Value[];
  readonly rowsByLayer?: readonly Value[];
  readonly columnsByLayer?: readonly Value[];
}

/** A table as plain data. Everything a reader must know to use the numbers is in it. */
export interface Table {
  readonly title: Text;
  readonly edition: EditionInfo;
  readonly release?: Release;
  readonly statistic: Statistic;
  /** The amount it is of, unless measures are counted. */
  readonly of?: string;
  /** What that amount is called. */
  readonly amount?: Text;
  /** For `quantile`: how many per cent of the amounts are below it. */
  readonly p?: number;
  readonly unit: 'measures' | 'percent' | 'kroner';
  /** Rows, then columns when there are any, then layers when there are any. */
  readonly dimensions: readonly Dimension[];
  readonly filters: Filters;
  /** The filters in words. */
  readonly filtered: readonly Filtered[];
  readonly base: 'asked' | 'answered';
  readonly shareOf?: ShareOf;
  /** Row major, layers innermost; null where the base is empty. */
  readonly values: readonly (number | null)[];
  /** Cell index → why there is no number, by the sign statistics use: `:` is withheld. */
  readonly status?: Readonly<Record<number, string>>;
  /** Measures counted in each cell, also when the value is a share or an amount. Null where withheld. */
  readonly counts: readonly (number | null)[];
  /** Measures per row, column and layer, and per row and column within each layer (row major); each counted once. Null where withheld. */
  readonly margins: Margins<number | null>;
  /** Measures in the table. */
  readonly n: number;
  /** Measures that passed the filters and are not in the table. */
  readonly leftOut: {
    readonly notAsked: number;
    readonly blank: number;
    /** What they answered may not be told: not in a share of those who answered, nor whether they pass a filter. */
    readonly withheld: number;
    /** Asked, or not, and no amount stated. */
    readonly withoutAmount: number;
    /** The amount may not be told, in a sum neither. */
    readonly amountWithheld: number;
  };
  /** Of the measures in the table, those that came in after the deadline. */
  readonly late: number;
  /** What must be said wherever the numbers are shown; not among the notes. */
  readonly notice?: Text;
  readonly notes: readonly Text[];
  /** How it is drawn, where a figure says so. */
  readonly layout?: ChartLayout;
  /** What measures withheld whole answered counts as withheld: a list agrees only when its query says whose as well. */
  readonly sealed?: true;
  /** Which of its numbers were published and which are made up; undefined where all are real. */
  readonly provenance?: Provenance;
}

/** The places of the categories to show: all but blank and withheld where no measure is in them. */
function shownPlaces({ categories }: Omit<Dimension, 'complete'>, margins: readonly number[]): readonly number[] {
  return categories.flatMap(({ code }, place) =>
    (code === blankCode || code === withheldCode) && margins[place] === 0 ? [] : [place],
  );
}

function atPlaces<V>(all: readonly V[], places: readonly number[]): readonly V[] {
  return places.map((place) => all[place] as V);
}

const reservedLabels = new Map<string, Text>(
  [blankOption, statedOption, withheldOption].map(({ code, label }) => [code, label]),
);

/** The filters with labels: a code that does not occur, or that joins several, is shown as it is. */
function inWords(dataset: Dataset, filters: Filters): readonly Filtered[] {
  return Object.entries(filters).map(([id, codes]) => {
    const { variable, categories } = columnOf(dataset, id);
    const labelOf = (code: string): Text =>
      categories.find((category) => category.code === code)?.label ??
      reservedLabels.get(code) ?? { nb: code, nn: code, en: code };
    return { id, label: variable.label, categories: codes.map((code) => ({ code, label: labelOf(code) })) };
  });
}

/** The sides a query has: without columns, its layers are the columns. */
function sidesOf({ rows, columns, layers }: TableQuery): readonly Side[] {
  return [rows, columns, layers].filter((side) => side !== undefined);
}

/**
 * A table of measures by one, two or three variables.
 *
 * Method: one pass over the measures, or over those a filter leaves when they are few (`crossTable`), columns and layers as one classification. Margins and `n` count each
 * measure once. A question not asked is never counted; blank is a category of its own where it occurs, or outside the base of a share.
 *
 * @throws StatisticsError for an unknown variable or code, or one that cannot be counted so
 * @example
 * tableOf(dataset, { rows: 'funding' }).values // → [2, 1, 0, 1]
 */
export function tableOf(dataset: Dataset, query: TableQuery): Table {
  const statistic = query.statistic ?? 'count';
  const base = query.base ?? (statistic === 'share' ? 'answered' : 'asked');
  const blank = base === 'answered' ? 'leftOut' : 'category';
  const filters = query.filters ?? {};
  const few = leftBy(dataset, filters);
  const size = few?.places.length ?? dataset.size;
  const sides = sidesOf(query).map((side) => classify(dataset, side, query.merges, blank));
  const [rows, columns, layers] = sides.map(({ classifier }) =>
    few ? classifierAt(classifier, few.places) : classifier,
  );
  if (!rows) throw new RangeError('a table has rows');

  const ofAmounts = isOfAmounts(statistic) ? statistic : undefined;
  const amount = ofAmounts && query.of !== undefined ? columnOf(dataset, query.of) : undefined;
  const numbers = few && amount?.numbers ? gather(amount.numbers, few.places) : amount?.numbers;
  if (ofAmounts && !numbers) throw new StatisticsError('noAmount', query.of ?? '');
  const standing = standingOf(dataset, few?.undecided ?? filters, amount, few?.places);
  const across = columns && layers ? combined(size, columns, layers) : columns;
  const counted = crossTable(size, rows, across, standing);
  const { withoutAmount, amountWithheld } = counted;
  const inLayers =
    columns && layers && withinLayers(size, { rows, columns, layers }, standing && maskOfStanding(standing));
  const { late } = counted;
  const withheld = counted.withheldLeftOut + counted.undecided;

  const margins = inLayers?.margins ?? { rows: counted.rowMargins, ...(columns && { columns: counted.columnMargins }) };
  const complete = [
    counted.complete.rows,
    inLayers?.complete.columns ?? counted.complete.columns,
    inLayers?.complete.layers,
  ];
  const places = sides.map(({ dimension }, at) =>
    shownPlaces(dimension, [margins.rows, margins.columns, margins.layers][at] ?? []),
  );
  const dimensions = sides.map(({ dimension }, at) => ({
    ...dimension,
    complete: complete[at] ?? true,
    categories: atPlaces(dimension.categories, places[at] ?? []),
  }));
  const shareOf = statistic === 'share' ? shareOfSides(query.shareOf, dimensions.length) : undefined;
  const p = statistic === 'quantile' ? (query.p ?? 50) : undefined;
  const amountIn =
    ofAmounts && numbers && standing && amountOf(ofAmounts, { rows, columns: across, standing, numbers }, p);

  const values: (number | null)[] = [];
  const counts: number[] = [];
  const [rowPlaces = [], columnPlaces = [0], layerPlaces = [0]] = places;
  const depth = layers?.categories ?? 1;
  const width = (columns?.categories ?? 1) * depth;
  for (const row of rowPlaces) {
    for (const column of columnPlaces) {
      for (const layer of layerPlaces) {
        const cell = row * width + column * depth + layer;
        const count = counted.cells[cell] as number;
        counts.push(count);
        if (amountIn) values.push(count === 0 ? null : amountIn(cell));
        else if (shareOf) values.push(share(count, baseAt(margins, counted.n, shareOf, { row, column, layer, depth })));
        else values.push(count);
      }
    }
  }

  const merges = Object.values(query.merges ?? {}).flat();
  const filtered = inWords(dataset, filters);
  const year = dataset.release?.year ?? dataset.edition.year;
  const method = p === undefined ? statistic : 'quantile';
  const told = { statistic, base, filtered, dimensions, ...(shareOf && { shareOf }), ...(p !== undefined && { p }) };
  return {
    title: titleOf({ ...told, year, ...(amount && { amount: amount.variable.label }) }),
    edition: dataset.edition,
    ...(dataset.release && { release: dataset.release }),
    ...(dataset.sealed && { sealed: dataset.sealed }),
    ...told,
    ...(amountIn && query.of !== undefined && { of: query.of }),
    ...(amount && { amount: amount.variable.label }),
    unit: statistic === 'count' ? 'measures' : statistic === 'share' ? 'percent' : 'kroner',
    filters,
    values,
    counts,
    margins: shownMargins(margins, places, depth),
    n: counted.n,
    leftOut: { notAsked: counted.notAsked, blank: counted.blankLeftOut, withheld, withoutAmount, amountWithheld },
    late: late.n,
    ...(dataset.notice && { notice: dataset.notice }),
    notes: [
      ...(late.n > 0 ? [notes.late(late.n)] : []),
      ...(counted.notAsked > 0 ? [notes.notAsked(counted.notAsked)] : []),
      ...(counted.blankLeftOut > 0 ? [notes.blankLeftOut(counted.blankLeftOut)] : []),
      ...(withheld > 0 ? [notes.withheldLeftOut(withheld)] : []),
      ...(late.leftOut > 0 ? [notes.lateLeftOut(late.leftOut)] : []),
      ...(withoutAmount > 0 ? [notes.withoutAmount(withoutAmount)] : []),
      ...(amountWithheld > 0 ? [notes.amountWithheld(amountWithheld)] : []),
      ...dimensions
        .filter((dimension) => dimension.several)
        .map(({ label, comparison }) => (comparison ? notes.all() : notes.several(label))),
      ...dimensions.flatMap(({ comparison, categories: [chosen] }) => {
        if (!comparison || !chosen) return [];
        const { categories } = columnOf(dataset, comparison.variable);
        const all = inFull(categories.filter(({ code }) => comparison.codes.includes(code)).map(({ label }) => label));
        return all ? [notes.chosen(chosen.label, all)] : [];
      }),
      ...dimensions.flatMap(({ categories }) =>
        merges
          .filter(({ code }) => categories.some((category) => category.code === code))
          .map(({ label }) => notes.merged(label)),
      ),
      ...(statistic === 'share' ? [notes.rounding()] : []),
      ...(method === 'quantile' || method === 'median' ? [notes.quantile()] : []),
      ...(method === 'mean' ? [notes.mean()] : []),
    ],
  };
}

/** Shares of the columns where there are any, unless told; of layers only where there are such. */
function shareOfSides(asked: ShareOf | undefined, sides: number): ShareOf {
  if (asked === undefined) return sides > 1 ? 'columns' : 'table';
  return asked === 'layers' && sides < 3 ? 'table' : asked;
}

/** The measures that the share in a cell is a share of. */
function baseAt(
  { rows, columns = [], layers = [], rowsByLayer, columnsByLayer }: Margins<number>,
  n: number,
  shareOf: ShareOf,
  { row, column, layer, depth }: Readonly<Record<'row' | 'column' | 'layer' | 'depth', number>>,
): number {
  const bases: Record<ShareOf, number | undefined> = {
    table: n,
    rows: rowsByLayer ? rowsByLayer[row * depth + layer] : rows[row],
    // One column: all measures in the table.
    columns: columnsByLayer ? columnsByLayer[column * depth + layer] : (columns[column] ?? n),
    layers: layers[layer],
  };
  return bases[shareOf] ?? 0;
}

/** The margins of the categories that are shown. */
function shownMargins(
  margins: Margins<number>,
  places: readonly (readonly number[])[],
  depth: number,
): Margins<number> {
  const [rowPlaces = [], columnPlaces = [], layerPlaces = []] = places;
  const within = (side: readonly number[]) =>
    side.flatMap((place) => layerPlaces.map((layer) => place * depth + layer));
  const { rows, columns, layers, rowsByLayer, columnsByLayer } = margins;
  return {
    rows: atPlaces(rows, rowPlaces),
    ...(columns && { columns: atPlaces(columns, columnPlaces) }),
    ...(layers && { layers: atPlaces(layers, layerPlaces) }),
    ...(rowsByLayer && { rowsByLayer: atPlaces(rowsByLayer, within(rowPlaces)) }),
    ...(columnsByLayer && { columnsByLayer: atPlaces(columnsByLayer, within(columnPlaces)) }),
  };
}
