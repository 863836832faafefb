import { baseline, length } from './bars.ts';
import type { BarChart, BarRow } from './chart.ts';
import { type Columns, columnsOf, face, labelAt, type Place, small, valueAt, valueHeight } from './frame.ts';
import { keysAt, legendAt, swatchAt } from './legend.ts';
import { ink, isDark, isPatterned, lookOf, paper } from './looks.ts';
import { element } from './svg.ts';
import { type Drawn, textAt, widthOf } from './text.ts';

const gap = 12;
const barHeight = 28;
const number = { size: 13, bold: true } as const;

const sumOf = ({ values }: BarRow): number => values.reduce<number>((sum, value) => sum + length(value), 0);

/** The parts of each row laid end to end. Numbers stand on their parts; those that have no room there, under the bar. */
export function drawStacks({ layout, rows, series, legend }: BarChart, { width, id }: Place): Drawn {
  const columns = columnsOf(
    width,
    rows.map(({ label }) => label),
    rows.map(({ total }) => total ?? ''),
  );
  const longest = Math.max(0, ...rows.map(sumOf));
  const keys = legendAt(series, 0, { id, width, face, lead: legend });
  let { svg, bottom: y } = keys;
  y += 10;
  for (const row of rows) {
    const whole = layout === 'stacked100' ? sumOf(row) : longest;
    const drawn = stackAt(row, y, { whole, columns, id });
    svg += drawn.svg;
    y = drawn.bottom + gap;
  }
  return { svg, bottom: y - gap };
}

function stackAt(
  row: BarRow,
  top: number,
  { whole, columns, id }: { whole: number; columns: Columns; id: string },
): Drawn {
  const { start, room, valueWidth } = columns;
  const { total = '' } = row;
  const height = Math.max(barHeight, valueHeight(total, valueWidth));
  const label = labelAt(row.label, top, height, columns);
  const barTop = label.from + (height - barHeight) / 2;
  let svg = label.svg;
  let x = start;
  const without: number[] = [];
  for (const [at, value] of row.values.entries()) {
    const long = whole > 0 ? (length(value) / whole) * room : 0;
    const text = row.texts[at] ?? '';
    if (long > 0) svg += partAt(id, at, x, barTop, long);
    if (long >= widthOf(text, number) + 14) svg += numberAt(text, at, x + long / 2, barTop);
    else if (value === null || value > 0) without.push(at);
    x += long;
  }
  svg += baseline(start, barTop - 3, barTop + barHeight + 3);
  if (total !== '') svg += valueAt(total, x + 8, label.from, height, valueWidth);
  if (without.length === 0) return { svg, bottom: label.bottom };
  const under = withoutRoom(row, without, label.from + height + 4, { start, width: columns.whole, id });
  return { svg: svg + under.svg, bottom: Math.max(label.bottom, under.bottom) };
}

/** One part, parted from its neighbours by white and by its own edge. */
function partAt(id: string, at: number, x: number, y: number, long: number): string {
  const inset = long > 4 ? 1 : 0;
  const size = { x: x + inset, y, width: Math.max(long - 2 * inset, 0.5), height: barHeight };
  return element('rect', { ...size, ...lookOf(id, at) });
}

function numberAt(text: string, at: number, middle: number, top: number): string {
  const wide = widthOf(text, number) + 8;
  const ground = isPatterned(at)
    ? element('rect', { x: middle - wide / 2, y: top + 5, width: wide, height: barHeight - 10, rx: 3, fill: paper })
    : '';
  return ground + textAt(text, middle, top + 18.5, { ...number, fill: isDark(at) ? paper : ink }, 'middle');
}

/** The numbers of parts too narrow to bear them, each with the look of its part. */
function withoutRoom(
  { texts }: BarRow,
  parts: readonly number[],
  top: number,
  { start, width, id }: { start: number; width: number; id: string },
): Drawn {
  const keys = parts.map((at) => ({
    label: texts[at] ?? '',
    sign: (x: number, middle: number) => swatchAt(id, at, x, middle, 12),
  }));
  return keysAt(keys, top, { start, width, face: small, signWidth: 17 });
}
