import { drawBars } from './bars.ts';
import type { BarChart, Chart } from './chart.ts';
import { drawFlows } from './flows.ts';
import { heading, type Place } from './frame.ts';
import { drawLines } from './lines.ts';
import { ink, looks, paper, patterns, subtle } from './looks.ts';
import { drawStacks } from './stacks.ts';
import { element, escaped, rounded } from './svg.ts';
import { type Drawn, linesAt, wrap } from './text.ts';

/** What stands around a picture that is to be understood alone. */
export interface Frame {
  /** Over it, large: what it says. */
  readonly heading: string;
  /** Under the heading: what it is of. */
  readonly above: readonly string[];
  /** Under the picture: what the numbers are of, where they are from, notes. */
  readonly below: readonly string[];
}

export interface How {
  /** In pixels. From 502 on labels stand beside bars, on less above them; 320 is the least. */
  readonly width: number;
  /** What its ids begin with: no other picture in the same document has it. */
  readonly id: string;
  readonly frame?: Frame;
  /** Charts that together are one picture, each under a heading of its own: drawn instead, below each other. */
  readonly panels?: readonly { readonly heading: string; readonly chart: Chart }[];
}

const barLayouts: Record<BarChart['layout'], (chart: BarChart, place: Place) => Drawn> = {
  plain: drawBars,
  grouped: drawBars,
  stacked: drawStacks,
  stacked100: drawStacks,
};

function body(chart: Chart, place: Place): Drawn {
  if (chart.kind === 'bars') return barLayouts[chart.layout](chart, place);
  return chart.kind === 'lines' ? drawLines(chart, place) : drawFlows(chart, place);
}

const looksIn = (chart: Chart): number =>
  Math.min(chart.kind === 'bars' ? chart.series.length : chart.kind === 'flows' ? chart.from.nodes.length : 0, looks);

/** Letters as in Inter, which they are measured by; where it is not, in one that takes no more room. */
const fonts = "Inter, 'Inter Variable', Arial, Helvetica, 'Liberation Sans', sans-serif";

/**
 * A chart as one `<svg>`, as text; the same chart gives the same bytes. It has a title and a description for those who do not see
 * it, every label whole, every value written out, and series told apart by pattern besides colour. Nothing overlaps.
 * Attributes only: no style and no script, so that it may stand in any page.
 */
export function drawChart(chart: Chart, { width, id, frame, panels }: How): string {
  const margin = frame ? 24 : 1;
  const inner = width - 2 * margin;
  const drawn = panels ? panelsAt(panels, { width: inner, id }) : body(chart, { width: inner, id });
  const over = frame ? above(frame, inner) : { svg: '', height: 0 };
  const under = frame ? below(frame, inner, drawn.bottom + 20) : drawn;
  const left = -margin;
  const top = -margin - over.height;
  const height = Math.ceil(under.bottom + margin - top);
  const content = [
    element('title', { id: `${id}-title` }, escaped(chart.title)),
    element('desc', { id: `${id}-desc` }, escaped(chart.description)),
    patterns(id, looksIn(chart)),
    element('rect', { x: left, y: top, width, height, fill: paper }),
    over.svg,
    drawn.svg,
    frame ? under.svg : '',
  ];
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: [left, top, width, height].map(rounded).join(' '),
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
    'font-family': fonts,
    fill: ink,
  };
  return element('svg', attributes, content.join(''));
}

/** Panels below each other. A chart is drawn from 0 down: it is moved to where there is room. */
function panelsAt(panels: NonNullable<How['panels']>, place: Place): Drawn {
  let svg = '';
  let y = 0;
  for (const { heading: title, chart } of panels) {
    const over = linesAt(wrap(title, place.width, heading), 0, y, heading);
    const drawn = body(chart, place);
    svg += over.svg + element('g', { transform: `translate(0 ${over.bottom + 6})` }, drawn.svg);
    y = over.bottom + 6 + drawn.bottom + 22;
  }
  return { svg, bottom: Math.max(y - 22, 0) };
}

const headline = { size: 20, bold: true } as const;
const lead = { size: 14, fill: subtle } as const;
const foot = { size: 12, fill: subtle } as const;

const paragraphs = (texts: readonly string[], width: number, face: Parameters<typeof wrap>[2]) =>
  texts.flatMap((text) => wrap(text, width, face));

/** The heading, which ends at 0. */
function above(frame: Frame, width: number): { svg: string; height: number } {
  const titles = wrap(frame.heading, width, headline);
  const leads = paragraphs(frame.above, width, lead);
  const from = (top: number) => {
    const first = linesAt(titles, 0, top, headline);
    const second = linesAt(leads, 0, first.bottom + 4, lead);
    return { svg: first.svg + second.svg, bottom: second.bottom + 18 };
  };
  const height = from(0).bottom;
  return { svg: from(-height).svg, height };
}

const below = (frame: Frame, width: number, top: number): Drawn =>
  linesAt(paragraphs(frame.below, width, foot), 0, top, foot);
