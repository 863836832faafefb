import type { Comparison, Language, Text } from '@samblikk/questionnaire';
import type { Table } from './table.ts';

/** How one table of a series compares with the one before it: `comparabilityOf` of the two editions. */
export type Link = (variable: string, from: Table, to: Table) => Comparison;

/** One category over the years, in pieces: a line is drawn inside a piece and never between two. */
export interface SeriesLine {
  readonly code: string;
  readonly label: Text;
  readonly pieces: readonly (readonly SeriesPoint[])[];
}

export interface SeriesPoint {
  readonly year: number;
  readonly value: number | null;
}

export interface Series {
  readonly variable: string;
  readonly statistic: Table['statistic'];
  readonly years: readonly number[];
  readonly lines: readonly SeriesLine[];
  /** Where answers stop being comparable, and why. */
  readonly breaks: readonly { readonly from: number; readonly to: number; readonly note: Text }[];
  /** What must be said of years that do compare. */
  readonly notes: readonly { readonly from: number; readonly to: number; readonly note: Text }[];
}

const notComparable: Text = {
  nb: 'Svarene kan ikke sammenlignes.',
  nn: 'Svara kan ikkje samanliknast.',
  en: 'The answers cannot be compared.',
};

/**
 * A series of one-way tables of the same variable, oldest first or not, with breaks where the editions declare them.
 * A false comparison cannot be made by accident: values on two sides of a break are never in the same piece.
 *
 * @throws RangeError when the tables differ in variable, statistic, base or filters: they would not be the same number
 */
export function seriesOf(tables: readonly Table[], link: Link): Series {
  const inOrder = tables.toSorted((a, b) => a.edition.year - b.edition.year);
  const [first] = inOrder;
  const variable = first?.dimensions[0]?.id;
  if (!first || variable === undefined) throw new RangeError('A series needs a table');
  const kind = (table: Table) =>
    JSON.stringify([
      table.dimensions.map(({ id }) => id),
      table.statistic,
      table.of,
      table.base,
      table.shareOf,
      Object.entries(table.filters).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
  if (first.dimensions.length > 1 || inOrder.some((table) => kind(table) !== kind(first))) {
    throw new RangeError('The tables of a series must count the same thing, one way');
  }

  const links = inOrder.slice(1).map((to, place) => {
    const from = inOrder[place] as Table;
    return { from: from.edition.year, to: to.edition.year, compares: link(variable, from, to) };
  });
  const said = (all: typeof links, otherwise: readonly Text[]) =>
    all.flatMap(({ from, to, compares }) =>
      (compares.notes.length > 0 ? compares.notes : otherwise).map((note) => ({ from, to, note })),
    );
  const broken = links.filter(({ compares }) => compares.with === 'break' || compares.with === 'new');
  const breaks = said(broken, [notComparable]);
  const notes = said(
    links.filter((link) => !broken.includes(link)),
    [],
  );

  const labels = new Map(
    inOrder.flatMap((table) => table.dimensions[0]?.categories ?? []).map((c) => [c.code, c.label]),
  );
  const lines = [...labels].map(([code, label]): SeriesLine => {
    const pieces: SeriesPoint[][] = [];
    for (const table of inOrder) {
      const { year } = table.edition;
      const place = table.dimensions[0]?.categories.findIndex((category) => category.code === code) ?? -1;
      const point = { year, value: place < 0 ? null : (table.values[place] ?? null) };
      if (pieces.length === 0 || breaks.some(({ to }) => to === year)) pieces.push([point]);
      else pieces.at(-1)?.push(point);
    }
    return { code, label, pieces };
  });
  return {
    variable,
    statistic: first.statistic,
    years: inOrder.map(({ edition }) => edition.year),
    lines,
    breaks,
    notes,
  };
}

/**
 * The change from one year to another: the difference, or the reason why there is none to state.
 * @example
 * changeBetween({ lines: [{ code: 'a', pieces: [[{ year: 2018, value: 28 }, { year: 2019, value: 41 }]] }], breaks: [] }, 'a', 2018, 2019)
 * // → { change: 13 }
 */
export function changeBetween(
  series: Pick<Series, 'lines' | 'breaks'>,
  code: string,
  from: number,
  to: number,
): { readonly change: number | null } | { readonly refused: readonly Text[] } {
  const crossed = series.breaks.filter((gap) => gap.from >= from && gap.to <= to);
  if (crossed.length > 0) return { refused: crossed.map(({ note }) => note) };
  const points = series.lines.find((line) => line.code === code)?.pieces.flat() ?? [];
  const [before, after] = [from, to].map((year) => points.find((point) => point.year === year)?.value ?? null);
  return {
    change: before === null || after === null || before === undefined || after === undefined ? null : after - before,
  };
}

/** The notes and breaks of a series in one language, for under the figure. */
export function seriesNotes(series: Series, language: Language): readonly string[] {
  return [...series.breaks, ...series.notes].map(({ from, to, note }) => `${from}–${to}: ${note[language]}`);
}
