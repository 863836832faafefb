import {
  type Comparison,
  comparabilityOf,
  editions,
  mayCompare,
  type Text,
  weakestComparison,
} from '@samblikk/questionnaire';
import { blankCode, type Filters, withheldCode } from './filter.ts';
import { measuresBehind } from './measures-behind.ts';
import { comparabilityWithPublished, type PublishedYear, publishedQuestion } from './report/published/index.ts';
import { share } from './share.ts';
import type { Table } from './table.ts';

/** What a series has of one year: what a table has, with measures behind its numbers or, when only published, without. */
export interface SeriesYear
  extends Pick<Table, 'edition' | 'statistic' | 'of' | 'unit' | 'base' | 'shareOf' | 'filters' | 'n'> {
  readonly release?: Table['release'];
  /** The filters in words; none of a year that is only published. */
  readonly filtered?: Table['filtered'];
  readonly dimensions: readonly {
    readonly id: string;
    readonly label: Text;
    readonly categories: readonly { readonly code: string; readonly label: Text }[];
  }[];
  /** Row major, as in a table. */
  readonly values: readonly (number | null)[];
  readonly counts: readonly (number | null)[];
  readonly status?: Table['status'];
  /** The query that lists the measures of a cell; none of a year that is only published. */
  readonly measures?: (codes: readonly string[]) => Filters;
  /** Where the numbers were published, of a year whose measures are not here. */
  readonly published?: PublishedYear;
}

/** How one year of a series compares with the one before it. */
export type Link = (from: SeriesYear, to: SeriesYear) => Comparison;

/** One category over the years, in pieces: a line is drawn inside a piece and never between two. */
export interface SeriesLine {
  /** A code for each dimension. */
  readonly codes: readonly string[];
  readonly labels: readonly Text[];
  readonly pieces: readonly (readonly SeriesPoint[])[];
}

export interface SeriesPoint {
  readonly year: number;
  /** In the unit of the series; null where there is none: then `status` may say why. */
  readonly value: number | null;
  /** Measures behind; null where withheld or not published. */
  readonly count: number | null;
  /** `:` withheld, `..` not published. */
  readonly status?: string;
  /** The query that lists them. */
  readonly measures?: Filters;
}

/** Between two years that stand beside each other: what is said of how they compare. */
export interface SeriesRemark {
  readonly from: number;
  readonly to: number;
  readonly note: Text;
}

export interface Series {
  readonly variables: readonly string[];
  readonly statistic: Table['statistic'];
  readonly unit: Table['unit'];
  readonly years: readonly SeriesYear[];
  readonly lines: readonly SeriesLine[];
  /** Where answers stop being comparable, and why. */
  readonly breaks: readonly SeriesRemark[];
  /** What must be said of years that do compare. */
  readonly notes: readonly SeriesRemark[];
}

const notComparable: Text = {
  nb: 'Svarene kan ikke sammenlignes.',
  nn: 'Svara kan ikkje samanliknast.',
  en: 'The answers cannot be compared.',
};

/** A table as one year of a series. */
export function yearOfTable(table: Table): SeriesYear {
  return { ...table, measures: ([row, column]) => measuresBehind(table, row, column) };
}

/**
 * What was published of a year, in the terms of a table of another year: the same variable, one way, unfiltered. A category that was
 * not published has no number and the sign `..`.
 * @returns undefined where nothing of the kind was published: other variables, filters, amounts
 */
export function publishedLike(table: Table, published: PublishedYear): SeriesYear | undefined {
  const [rows, ...more] = table.dimensions;
  const question = rows && publishedQuestion(published, rows.id);
  const isOther = more.length > 0 || Object.keys(table.filters).length > 0 || table.unit === 'kroner';
  if (!question || isOther) return undefined;
  const own = question.categories.map(({ code, label }) => ({
    code,
    label: rows.categories.find((category) => category.code === code)?.label ?? label,
  }));
  const later = rows.categories.filter(({ code }) => !own.some((category) => category.code === code));
  // Of a question that was another one, later categories did not exist.
  const categories = question.comparability.with === 'break' ? own : [...own, ...later];
  const numbers = categories.map(({ code }) => question.categories.find((category) => category.code === code));
  const values = numbers.map((number) => {
    if (table.unit === 'measures') return number?.count ?? null;
    return number?.percent ?? (number?.count === undefined ? null : (100 * number.count) / question.base);
  });
  const missing = values.flatMap((value, place) => (value === null ? [[place, '..'] as const] : []));
  const { statistic, of, unit, base, shareOf, filters } = table;
  return {
    ...{ statistic, unit, base, filters, ...(of !== undefined && { of }), ...(shareOf && { shareOf }) },
    edition: { id: published.id, year: published.year },
    n: question.base,
    dimensions: [{ id: rows.id, label: question.label, categories }],
    values,
    counts: numbers.map((number) => number?.count ?? null),
    ...(missing.length > 0 && { status: Object.fromEntries(missing) }),
    published,
  };
}

/** How the years of a series compare by these variables: as the editions, and the published years, declare it; the weakest counts. */
export function declaredLink(variables: readonly string[]): Link {
  return (from, to) => {
    const edition = editions[to.edition.id];
    if (!edition) return { with: 'break', notes: [] };
    const all = variables.map((id) =>
      from.published
        ? comparabilityWithPublished(edition, id, from.published)
        : comparabilityOf(edition, id, from.edition.id, editions),
    );
    return weakestComparison(all);
  };
}

/** What must be the same in all years for their numbers to be of the same thing. */
const kindOf = ({ dimensions, statistic, of, base, shareOf, filters }: SeriesYear): string =>
  JSON.stringify([
    dimensions.map(({ id }) => id),
    ...[statistic, of, base, shareOf],
    Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);

/**
 * A series of tables by the same variables, oldest first or not, with breaks where they are declared. A false comparison cannot
 * be made by accident: values on two sides of a break are never in the same piece.
 *
 * @throws RangeError when the years differ in variables, statistic, base or filters: they would not be the same number
 */
export function seriesOf(all: readonly SeriesYear[], link: Link): Series {
  const years = all.toSorted((a, b) => a.edition.year - b.edition.year);
  const [first] = years;
  if (!first) throw new RangeError('A series needs a table');
  if (years.some((year) => kindOf(year) !== kindOf(first)))
    throw new RangeError('The tables of a series must count the same thing');
  const links = years.slice(1).map((to, place) => {
    const from = years[place] as SeriesYear;
    return { from: from.edition.year, to: to.edition.year, compares: link(from, to) };
  });
  const isBroken = ({ compares }: (typeof links)[number]) => !mayCompare(compares);
  const said = (some: typeof links, otherwise: readonly Text[]) =>
    some.flatMap(({ from, to, compares }) =>
      (compares.notes.length > 0 ? compares.notes : otherwise).map((note) => ({ from, to, note })),
    );
  const breaks = said(links.filter(isBroken), [notComparable]);
  return {
    variables: first.dimensions.map(({ id }) => id),
    statistic: first.statistic,
    unit: first.unit,
    years,
    lines: linesOf(years, new Set(breaks.map(({ to }) => to))),
    breaks,
    notes: said(
      links.filter((one) => !isBroken(one)),
      [],
    ),
  };
}

/** Every cell of a year, with the codes and names of its categories. */
function cellsOf({ dimensions: [rows, columns] }: SeriesYear) {
  const across = columns?.categories ?? [undefined];
  return (rows?.categories ?? []).flatMap((row, i) =>
    across.map((column, j) => {
      const sides = column ? [row, column] : [row];
      return { at: i * across.length + j, codes: sides.map(({ code }) => code), labels: sides.map((s) => s.label) };
    }),
  );
}

/** A line for each cell that any year has, named as the newest names it; a new piece begins in each of `starts`. */
function linesOf(years: readonly SeriesYear[], starts: ReadonlySet<number>): readonly SeriesLine[] {
  const lines = new Map<string, { codes: readonly string[]; labels: readonly Text[]; pieces: SeriesPoint[][] }>();
  // The newest year first, so that its order and its names hold.
  for (const year of years.toReversed())
    for (const { codes, labels } of cellsOf(year)) {
      const key = JSON.stringify(codes);
      if (!lines.has(key)) lines.set(key, { codes, labels, pieces: [] });
    }
  for (const year of years) {
    const places = new Map(cellsOf(year).map(({ at, codes }) => [JSON.stringify(codes), at]));
    for (const [key, { codes, pieces }] of lines) {
      const point = pointOf(year, codes, places.get(key));
      const last = pieces.at(-1);
      if (last === undefined || starts.has(year.edition.year)) pieces.push([point]);
      else last.push(point);
    }
  }
  return [...lines.values()];
}

function pointOf(year: SeriesYear, codes: readonly string[], at: number | undefined): SeriesPoint {
  const { edition, values, counts, status, measures } = year;
  if (at === undefined) return { year: edition.year, ...absentIn(year, codes) };
  const sign = status?.[at];
  return {
    year: edition.year,
    value: values[at] ?? null,
    count: counts[at] ?? null,
    ...(sign !== undefined && { status: sign }),
    ...(measures && { measures: measures(codes) }),
  };
}

/**
 * What a year says of a cell that it does not have. A table leaves out blank and withheld where no measure is in them: that is nought.
 * Of any other category it is not known that there was one.
 */
function absentIn(year: SeriesYear, codes: readonly string[]): Pick<SeriesPoint, 'value' | 'count'> {
  const { dimensions, published, statistic, base, shareOf, n } = year;
  const has = (place: number, code: string) => dimensions[place]?.categories.some((category) => category.code === code);
  const isNone = codes.every((code, place) => has(place, code) || code === blankCode || code === withheldCode);
  if (published || base !== 'asked' || !isNone) return { value: null, count: null };
  const ofAll = statistic === 'share' && shareOf === 'table' ? share(0, n) : null;
  return { value: statistic === 'count' ? 0 : ofAll, count: 0 };
}

/** The line of these codes. */
export function lineOf(series: Pick<Series, 'lines'>, ...codes: readonly string[]): SeriesLine | undefined {
  return series.lines.find((line) => line.codes.join('\n') === codes.join('\n'));
}

/**
 * The change from one year to another: the difference in the unit of the series (percentage points, where it is of shares), or the
 * reason why there is none to state.
 * @example
 * changeBetween({ lines: [{ codes: ['a'], labels: [], pieces: [[{ year: 2018, value: 28, count: 28 }, { year: 2019, value: 41, count: 41 }]] }], breaks: [] }, ['a'], 2018, 2019)
 * // → { change: 13 }
 */
export function changeBetween(
  series: Pick<Series, 'lines' | 'breaks'>,
  codes: readonly string[],
  from: number,
  to: number,
): { readonly change: number | null } | { readonly refused: readonly Text[] } {
  const crossed = series.breaks.filter((gap) => gap.from >= from && gap.to <= to);
  if (crossed.length > 0) return { refused: crossed.map(({ note }) => note) };
  const points = lineOf(series, ...codes)?.pieces.flat() ?? [];
  const [before, after] = [from, to].map((year) => points.find((point) => point.year === year)?.value ?? null);
  return { change: before == null || after == null ? null : after - before };
}
