import type { BarChart, BarRow } from './chart.ts';
import { type Columns, columnsOf, face, heading, labelAt, type Place, valueAt, valueHeight } from './frame.ts';
import { legendAt } from './legend.ts';
import { lookOf, looks, rule } from './looks.ts';
import { element } from './svg.ts';
import { type Drawn, linesAt, wrap } from './text.ts';

const gap = 10;

/** A number that can be as long as a bar. */
export const length = (value: number | null | undefined): number => (value && value > 0 ? value : 0);

/** Bars beside each other, one or more a row, each with its value after it. */
export function drawBars(chart: BarChart, place: Place): Drawn {
  const { layout, series } = chart;
  if (layout === 'plain') return plainBars(chart.rows, 0, place, longestIn(chart));
  return series.length <= looks ? groupsWithLegend(chart, place) : groupsWithLabels(chart, place);
}

const longestIn = ({ rows }: BarChart): number => Math.max(0, ...rows.flatMap(({ values }) => values.map(length)));

/** What all bars begin at. */
export const baseline = (x: number, top: number, bottom: number): string =>
  element('path', { d: `M${x} ${top}V${bottom}`, stroke: rule });

export const barLength = (value: number | null | undefined, longest: number, room: number): number =>
  longest > 0 ? (length(value) / longest) * room : 0;

/** One bar with its value after it. */
function barAt(
  { value, text, look }: { value: number | null | undefined; text: string; look: number },
  { top, height, longest, id }: { top: number; height: number; longest: number; id: string },
  { start, room, valueWidth }: Columns,
): string {
  const long = barLength(value, longest, room);
  const x = start;
  const bar = long > 0 ? element('rect', { x, y: top, width: long, height, ...lookOf(id, look) }) : '';
  return bar + valueAt(text, start + long + 8, top, height, valueWidth);
}

function plainBars(rows: readonly BarRow[], top: number, { width, id }: Place, longest: number): Drawn {
  const texts = rows.map((row) => row.texts[0] ?? '');
  const columns = columnsOf(
    width,
    rows.map(({ label }) => label),
    texts,
  );
  let y = top;
  let svg = '';
  for (const { label, values, texts: written } of rows) {
    const text = written[0] ?? '';
    const height = Math.max(22, valueHeight(text, columns.valueWidth));
    const row = labelAt(label, y, height, columns);
    const bar = { top: row.from, height, longest, id };
    svg += row.svg + barAt({ value: values[0], text, look: 0 }, bar, columns);
    if (!columns.beside) svg += baseline(0, row.from, row.bottom);
    y = row.bottom + gap;
  }
  if (columns.beside) svg += baseline(columns.start, top, Math.max(y - gap, top));
  return { svg, bottom: Math.max(y - gap, top) };
}

/** Bars told apart by look, under the label of their row or beside it. */
function groupsWithLegend({ rows, series, legend }: BarChart, { width, id }: Place): Drawn {
  const longest = Math.max(0, ...rows.flatMap(({ values }) => values.map(length)));
  const columns = columnsOf(
    width,
    rows.map(({ label }) => label),
    rows.flatMap(({ texts }) => texts),
  );
  const keys = legendAt(series, 0, { id, width, face, lead: legend });
  let { svg, bottom: y } = keys;
  y += 10;
  for (const { label, values, texts } of rows) {
    const heights = series.map((_, at) => Math.max(19, valueHeight(texts[at] ?? '', columns.valueWidth)));
    const height = heights.reduce((sum, one) => sum + one + 3, -3);
    const row = labelAt(label, y, height, columns);
    let top = row.from;
    svg += row.svg;
    for (const [at, tall] of heights.entries()) {
      const bar = { top, height: tall, longest, id };
      svg += barAt({ value: values[at], text: texts[at] ?? '', look: at }, bar, columns);
      top += tall + 3;
    }
    svg += baseline(columns.start, row.from, row.from + height);
    y = row.bottom + 2 * gap;
  }
  return { svg, bottom: y - 2 * gap };
}

/** Each row a heading, each bar its own label: where the series are more than can be told apart. */
function groupsWithLabels(chart: BarChart, place: Place): Drawn {
  const { rows, series } = chart;
  const longest = longestIn(chart);
  let svg = '';
  let y = 0;
  for (const { label, values, texts } of rows) {
    const title = linesAt(wrap(label, place.width, heading), 0, y, heading);
    const group = series.map(({ code, label: name }, at) => ({
      ...{ code, label: name },
      values: [values[at] ?? null],
      texts: [texts[at] ?? ''],
    }));
    const drawn = plainBars(group, title.bottom + 4, place, longest);
    svg += title.svg + drawn.svg;
    y = drawn.bottom + 2 * gap;
  }
  return { svg, bottom: Math.max(y - 2 * gap, 0) };
}
