import { line as lineOf, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import type { LineChart, LinePoint } from './chart.ts';
import { face, type Place, quiet, small, strong } from './frame.ts';
import { rule, subtle } from './looks.ts';
import { element } from './svg.ts';
import { type Drawn, lineHeight, linesAt, textAt, widthOf, wrap } from './text.ts';

// Told apart by colour, by how the line is broken up, and by the sign at each point.
const colours = ['#0062ba', '#00315d', '#8a3b00', '#3d6b1f'];
const dashes = ['', '7 4', '2 3', '10 3 2 3'];
const signs = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const ofLine = (at: number) => {
  const place = at % colours.length;
  const dash = dashes[(at + Math.floor(at / colours.length)) % dashes.length] ?? '';
  return { colour: colours[place] ?? '', dash, sign: signs[place] ?? symbolCircle };
};

const tall = 200;
const head = 30;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where years stand, each in the middle of an equal part of the width. */
const scale = (years: readonly number[], width: number) => {
  const step = width / Math.max(years.length, 1);
  return { step, x: (year: number) => (years.indexOf(year) + 0.5) * step };
};

/**
 * Values over years, from zero. A line stops where there is no number and at a break, which is marked and explained below. Each
 * number stands at its point where there is room, and else beside the name of its line below.
 */
export function drawLines(chart: LineChart, { width }: Place): Drawn {
  const { years, lines, breaks } = chart;
  const { step, x } = scale(years, width);
  const points = lines.flatMap(({ pieces }, at) => pieces.flat().map((point) => ({ ...point, at })));
  const largest = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const y = (value: number) => head + tall - (largest > 0 ? (Math.max(value, 0) / largest) * tall : 0);
  const ground = head + tall;

  let svg = element('path', { d: `M0 ${ground}H${width}`, stroke: rule });
  svg += skippedYears(years, x, ground);
  for (const [at, { from, to }] of breaks.entries()) svg += breakAt((x(from) + x(to)) / 2, at, ground);
  for (const [at, { pieces }] of lines.entries()) svg += pieces.map((piece) => pieceAt(piece, at, x, y)).join('');
  const drawn = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const labels = numbersAt(drawn, { x, y, width, breaks: breaks.map(({ from, to }) => (x(from) + x(to)) / 2) });
  svg += labels.svg;
  const axis = years.map((year) => linesAt(wrap(String(year), step, face), x(year), ground + 6, face, 'middle'));
  svg += axis.map((one) => one.svg).join('');
  let bottom = Math.max(ground, ...axis.map((one) => one.bottom)) + 10;
  for (const [at, { label, pieces }] of lines.entries()) {
    const written = pieces.flat().every((point) => labels.placed.has(`${at} ${point.year}`));
    const row = nameAt({ label, at, points: written ? [] : pieces.flat() }, bottom, width);
    svg += row.svg;
    bottom = row.bottom + 6;
  }
  for (const [at, one] of breaks.entries()) {
    const text = wrap(`${one.from}–${one.to}: ${one.note}`, width - 30, quiet);
    svg += badge(9, bottom + 10, at);
    const note = linesAt(text, 26, bottom + 2, quiet);
    svg += note.svg;
    bottom = Math.max(note.bottom, bottom + 20) + 4;
  }
  return { svg, bottom: bottom - 4 };
}

/** Two strokes through the axis where years between are left out: years stand equally far apart. */
function skippedYears(years: readonly number[], x: (year: number) => number, ground: number): string {
  return years
    .slice(1)
    .map((to, at) => {
      const from = years[at] as number;
      if (to - from <= 1) return '';
      const middle = (x(from) + x(to)) / 2;
      const strokes = [-3, 3].map((side) => `M${middle + side - 3} ${ground + 6}L${middle + side + 3} ${ground - 6}`);
      return element('path', { d: strokes.join(''), stroke: subtle, 'stroke-width': 1.5 });
    })
    .join('');
}

function pieceAt(
  piece: readonly LinePoint[],
  at: number,
  x: (year: number) => number,
  y: (value: number) => number,
): string {
  const { colour, dash } = ofLine(at);
  const path = lineOf<LinePoint>()
    .defined(({ value }) => value !== null)
    .x(({ year }) => x(year))
    .y(({ value }) => y(value ?? 0))
    .digits(2);
  const d = path(piece);
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 2.5, ...(dash && { 'stroke-dasharray': dash }) };
  const stroked = d ? element('path', { d, ...stroke }) : '';
  return stroked + piece.map(({ year, value }) => (value === null ? '' : signAt(at, x(year), y(value)))).join('');
}

function signAt(at: number, x: number, y: number): string {
  const { colour, sign } = ofLine(at);
  const d = symbol(sign, 72).digits(2)() ?? '';
  return element('path', { d, transform: `translate(${round(x)} ${round(y)})`, fill: colour, stroke: '#ffffff' });
}
const round = (value: number) => Math.round(value * 100) / 100;

/** A break: two strokes through the whole height, with the number that its explanation has. */
function breakAt(x: number, at: number, ground: number): string {
  const stroke = { stroke: subtle, 'stroke-width': 1.5, 'stroke-dasharray': '4 3' };
  return (
    element('path', { d: `M${round(x - 2.5)} 18V${ground + 4}M${round(x + 2.5)} 18V${ground + 4}`, ...stroke }) +
    badge(x, 9, at)
  );
}

function badge(x: number, y: number, at: number): string {
  const circle = element('circle', { cx: x, cy: y, r: 8.5, fill: subtle });
  return circle + textAt(String(at + 1), x, y + 4, { size: 11, bold: true, fill: '#ffffff' }, 'middle');
}

/** The numbers at their points: above, below or beside, the first where nothing else is. */
function numbersAt(
  points: readonly { readonly year: number; readonly value: number; readonly text: string; readonly at: number }[],
  how: {
    x: (year: number) => number;
    y: (value: number) => number;
    width: number;
    breaks: readonly number[];
  },
): { svg: string; placed: ReadonlySet<string> } {
  const { x, y, width } = how;
  const spots = points.map((point) => ({ ...point, px: x(point.year), py: y(point.value) }));
  const boxAround = (px: number, py: number, w: number, h: number): Box => ({
    ...{ left: px - w / 2, right: px + w / 2 },
    ...{ top: py - h / 2, bottom: py + h / 2 },
  });
  const taken: Box[] = [
    ...spots.map(({ px, py }) => boxAround(px, py, 12, 12)),
    ...how.breaks.map((px) => ({ left: px - 9, right: px + 9, top: 0, bottom: head + tall })),
  ];
  const placed = new Set<string>();
  let svg = '';
  for (const { px, py, text, at, year } of spots) {
    const wide = widthOf(text, strong) + 4;
    const places = [
      [px, py - 15],
      [px, py + 16],
      [px + wide / 2 + 8, py],
      [px - wide / 2 - 8, py],
    ] as const;
    for (const [cx, cy] of places) {
      const box = boxAround(cx, cy, wide, 16);
      if (box.left < 0 || box.right > width || box.top < 0 || box.bottom > head + tall) continue;
      if (taken.some((one) => meet(one, box))) continue;
      taken.push(box);
      placed.add(`${at} ${year}`);
      svg += textAt(text, cx, cy + 5, { ...strong, fill: ofLine(at).colour, rim: true }, 'middle');
      break;
    }
  }
  return { svg, placed };
}

/** The name of a line with its sign; under it its numbers with their years, where they have no room at their points. */
function nameAt(
  { label, at, points }: { label: string; at: number; points: readonly LinePoint[] },
  top: number,
  width: number,
): Drawn {
  const { colour, dash } = ofLine(at);
  const middle = top + lineHeight(face) / 2;
  const stroke = { stroke: colour, 'stroke-width': 2.5, ...(dash && { 'stroke-dasharray': dash }) };
  const key = element('path', { d: `M0 ${middle}H30`, ...stroke }) + signAt(at, 15, middle);
  const name = linesAt(wrap(label, width - 38, face), 38, top, face);
  if (points.length === 0) return { svg: key + name.svg, bottom: name.bottom };
  const all = wrap(points.map(({ year, text }) => `${year}:\u00a0${text}`).join('; '), width - 38, small);
  const numbers = linesAt(all, 38, name.bottom, small);
  return { svg: key + name.svg + numbers.svg, bottom: numbers.bottom };
}
