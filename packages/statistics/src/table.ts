import { blankOption, statedOption, type Text, withheldOption } from '@samblikk/questionnaire';
import { amountOf, stating } from './amounts.ts';
import { type CrossTable, crossTable } from './cross-table.ts';
import {
  type CategoryLabel,
  columnOf,
  type Dataset,
  type EditionInfo,
  type Release,
  StatisticsError,
} from './dataset.ts';
import { classify, type Dimension, type Side } from './dimension.ts';
import { blankCode, type Filters, maskOf, undecidedBy, withheldCode } from './filter.ts';
import type { Merge } from './merge.ts';
import { notes } from './notes.ts';
import type { Provenance } from './provenance.ts';
import { share } from './share.ts';
import { titleOf } from './title.ts';

/** `sum` and `median` are of the amounts in `of`, in kroner. */
export type Statistic = 'count' | 'share' | 'sum' | 'median';

const isOfAmounts = (statistic: Statistic): statistic is 'sum' | 'median' =>
  statistic === 'sum' || statistic === 'median';

/** What a share is a share of: all measures in the table, those of its row, or those of its column. */
export type ShareOf = 'table' | 'rows' | 'columns';

export interface TableQuery {
  readonly rows: Side;
  readonly columns?: Side;
  readonly filters?: Filters;
  /** Default `count`. */
  readonly statistic?: Statistic;
  /** The amount that is summed. */
  readonly of?: string;
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

/** A table as plain data. Everything a reader must know to use the numbers is in it. */
export interface Table {
  readonly title: Text;
  readonly edition: EditionInfo;
  readonly release?: Release;
  readonly statistic: Statistic;
  /** The amount that is summed, for `sum` and `median`. */
  readonly of?: string;
  /** What that amount is called. */
  readonly amount?: Text;
  readonly unit: 'measures' | 'percent' | 'kroner';
  /** Rows, then columns when there are any. */
  readonly dimensions: readonly Dimension[];
  readonly filters: Filters;
  /** The filters in words. */
  readonly filtered: readonly Filtered[];
  readonly base: 'asked' | 'answered';
  readonly shareOf?: ShareOf;
  /** Row major; null where the base is empty. */
  readonly values: readonly (number | null)[];
  /** Cell index → why there is no number, by the sign statistics use: `:` is withheld. */
  readonly status?: Readonly<Record<number, string>>;
  /** Measures counted in each cell, also when the value is a share or an amount. Null where withheld. */
  readonly counts: readonly (number | null)[];
  /** Measures per row and per column, each counted once. Null where withheld. */
  readonly margins: { readonly rows: readonly (number | null)[]; readonly columns?: readonly (number | null)[] };
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

function shareBase(table: CrossTable, shareOf: ShareOf, row: number, column: number): number {
  const bases = {
    table: table.n,
    rows: table.rowMargins[row] as number,
    columns: table.columnMargins[column] as number,
  };
  return bases[shareOf];
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

/**
 * A table of measures by one or two variables.
 *
 * Method: one pass over the measures (`crossTable`). Margins and `n` count each measure once. A question not asked is
 * never counted; blank is a category of its own where it occurs, or outside the base of a share.
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
  const side = (which: Side) => classify(dataset, which, query.merges, blank);
  const rows = side(query.rows);
  const columns = query.columns === undefined ? undefined : side(query.columns);

  let mask = maskOf(dataset, filters);
  let without = { withoutAmount: 0, amountWithheld: 0 };
  let numbers: Float64Array | undefined;
  const ofAmounts = isOfAmounts(statistic) ? statistic : undefined;
  const amount = ofAmounts && query.of !== undefined ? columnOf(dataset, query.of) : undefined;
  if (ofAmounts) {
    numbers = amount?.numbers;
    if (!amount || !numbers) throw new StatisticsError('noAmount', query.of ?? '');
    ({ mask, ...without } = stating(amount, mask));
  }
  const counted = crossTable(dataset.size, rows.classifier, columns?.classifier, mask, dataset.late);
  const { late } = counted;
  const withheld = counted.withheldLeftOut + undecidedBy(dataset, filters);

  const rowPlaces = shownPlaces(rows.dimension, counted.rowMargins);
  const columnPlaces = columns ? shownPlaces(columns.dimension, counted.columnMargins) : [0];
  const dimensionOf = (dimension: Omit<Dimension, 'complete'>, places: readonly number[], complete: boolean) => ({
    ...dimension,
    complete,
    categories: atPlaces(dimension.categories, places),
  });
  const rowDimension = dimensionOf(rows.dimension, rowPlaces, counted.complete.rows);
  const columnDimension = columns && dimensionOf(columns.dimension, columnPlaces, counted.complete.columns);
  const width = columns?.classifier.categories ?? 1;
  const shareOf = statistic === 'share' ? (query.shareOf ?? (columns ? 'columns' : 'table')) : undefined;
  const amountIn =
    ofAmounts &&
    numbers &&
    mask &&
    amountOf(ofAmounts, { rows: rows.classifier, columns: columns?.classifier, mask, numbers });

  const values: (number | null)[] = [];
  const counts: number[] = [];
  for (const row of rowPlaces) {
    for (const column of columnPlaces) {
      const cell = row * width + column;
      const count = counted.cells[cell] as number;
      counts.push(count);
      if (amountIn) values.push(count === 0 ? null : amountIn(cell));
      else values.push(shareOf ? share(count, shareBase(counted, shareOf, row, column)) : count);
    }
  }

  const dimensions = columnDimension ? [rowDimension, columnDimension] : [rowDimension];
  const merges = Object.values(query.merges ?? {}).flat();
  const filtered = inWords(dataset, filters);
  return {
    title: titleOf({ dimensions, statistic, base, filtered, ...(amount && { amount: amount.variable.label }) }),
    edition: dataset.edition,
    ...(dataset.release && { release: dataset.release }),
    ...(dataset.sealed && { sealed: dataset.sealed }),
    statistic,
    ...(amountIn && query.of !== undefined && { of: query.of }),
    ...(amount && { amount: amount.variable.label }),
    unit: statistic === 'count' ? 'measures' : statistic === 'share' ? 'percent' : 'kroner',
    dimensions,
    filters,
    filtered,
    base,
    ...(shareOf && { shareOf }),
    values,
    counts,
    margins: {
      rows: atPlaces(counted.rowMargins, rowPlaces),
      ...(columnDimension && { columns: atPlaces(counted.columnMargins, columnPlaces) }),
    },
    n: counted.n,
    leftOut: { notAsked: counted.notAsked, blank: counted.blankLeftOut, withheld, ...without },
    late: late.n,
    ...(dataset.notice && { notice: dataset.notice }),
    notes: [
      ...(late.n > 0 ? [notes.late(late.n)] : []),
      ...(counted.notAsked > 0 ? [notes.notAsked(counted.notAsked)] : []),
      ...(counted.blankLeftOut > 0 ? [notes.blankLeftOut(counted.blankLeftOut)] : []),
      ...(withheld > 0 ? [notes.withheldLeftOut(withheld)] : []),
      ...(late.leftOut > 0 ? [notes.lateLeftOut(late.leftOut)] : []),
      ...(without.withoutAmount > 0 ? [notes.withoutAmount(without.withoutAmount)] : []),
      ...(without.amountWithheld > 0 ? [notes.amountWithheld(without.amountWithheld)] : []),
      ...dimensions.filter((dimension) => dimension.several).map((dimension) => notes.several(dimension.label)),
      ...dimensions.flatMap(({ categories }) =>
        merges
          .filter(({ code }) => categories.some((category) => category.code === code))
          .map(({ label }) => notes.merged(label)),
      ),
      ...(statistic === 'share' ? [notes.rounding()] : []),
    ],
  };
}
