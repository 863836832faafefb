import type { FlowChart, FlowSide } from './chart.ts';
import { type Place, small, strong } from './frame.ts';
import { swatchAt } from './legend.ts';
import { ink, isDark, isPatterned, lookOf, paper } from './looks.ts';
import { element } from './svg.ts';
import { type Drawn, lineHeight, linesAt, textAt, widthOf, wrap } from './text.ts';

const tall = 320;
const nodeWidth = 14;
const gap = 12;
/** How far a band goes straight before it bends: as far as its number stands. */
const straight = 36;

interface Node {
  readonly code: string;
  readonly label: readonly string[];
  readonly count: number;
  /** The top of what stands for the node. */
  readonly top: number;
  readonly height: number;
  readonly labelTop: number;
}

/** Nodes below each other, each with room for its label. */
function column({ nodes }: FlowSide, top: number, scale: number, labelWidth: number) {
  let y = top;
  const placed = nodes.map(({ code, label, count }): Node => {
    const lines = [...wrap(label, labelWidth, small), ...wrap(String(count), labelWidth, strong)];
    const height = Math.max(count * scale, count > 0 ? 1 : 0);
    const words = (lines.length - 1) * lineHeight(small) + lineHeight(strong);
    const room = Math.max(height, words);
    const node = { code, label: lines, count, height, top: y + (room - height) / 2, labelTop: y + (room - words) / 2 };
    y += room + gap;
    return node;
  });
  return { placed, bottom: y - gap };
}

/** Bands between two columns of nodes, as thick as what went from one to the other. */
export function drawFlows({ from, to, flows }: FlowChart, { width, id }: Place): Drawn {
  const labelWidth = Math.floor(Math.min(width * 0.3, 220));
  const left = labelWidth + 8;
  const right = width - labelWidth - 8;
  const most = Math.max(
    ...[from, to].map(({ nodes }) => nodes.reduce((sum, { count }) => sum + Math.max(count, 0), 0)),
    ...[flows.reduce((sum, { count }) => sum + Math.max(count, 0), 0), 1],
  );
  const scale = tall / most;
  const heads = [
    linesAt(wrap(from.label, labelWidth, strong), left + nodeWidth, 0, strong, 'end'),
    linesAt(wrap(to.label, labelWidth, strong), right - nodeWidth, 0, strong),
  ];
  const top = Math.max(...heads.map(({ bottom }) => bottom)) + 10;
  const one = column(from, top, scale, labelWidth);
  const other = column(to, top, scale, labelWidth);
  const bands = bandsBetween(one.placed, other.placed, flows, scale);
  const ends = { left: left + nodeWidth, right: right - nodeWidth };
  let svg = heads.map((head) => head.svg).join('');
  // The thick first, so that the thin are seen where they cross.
  for (const band of [...bands].sort((a, b) => b.height - a.height)) svg += bandAt(band, ends, id);
  svg += nodesAt(one.placed, left, { id, at: left - 8, anchor: 'end' });
  svg += nodesAt(other.placed, right - nodeWidth, { id: undefined, at: right + 8, anchor: 'start' });
  const hasRoom = (band: Band) =>
    band.height >= lineHeight(strong) &&
    widthOf(band.text, strong) + 10 <= Math.min(straight, (ends.right - ends.left) / 2);
  svg += bands
    .filter(hasRoom)
    .map((band) => numberAt(band, ends.left + 4))
    .join('');
  const rest = restAt(
    bands.filter((band) => !hasRoom(band)),
    Math.max(one.bottom, other.bottom) + 16,
    { width, id, names: { from, to } },
  );
  return { svg: svg + rest.svg, bottom: rest.bottom };
}

interface Band {
  readonly look: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly height: number;
  readonly y0: number;
  readonly y1: number;
}

function bandsBetween(left: readonly Node[], right: readonly Node[], flows: FlowChart['flows'], scale: number): Band[] {
  const used = new Map<Node, number>();
  const take = (node: Node, height: number) => {
    const y = node.top + (used.get(node) ?? 0);
    used.set(node, (used.get(node) ?? 0) + height);
    return y;
  };
  // In the order of the nodes on both sides, so that bands of one node do not cross.
  return left.flatMap((from, look) =>
    right.flatMap((to) =>
      flows
        .filter((flow) => flow.from === from.code && flow.to === to.code && flow.count > 0)
        .map(({ count, text }) => {
          const height = count * scale;
          return { look, from: from.code, to: to.code, text, height, y0: take(from, height), y1: take(to, height) };
        }),
    ),
  );
}

function bandAt({ look, height, y0, y1 }: Band, { left, right }: { left: number; right: number }, id: string): string {
  const stub = Math.min(straight, (right - left) / 3);
  const [a, b] = [left + stub, right - stub / 2];
  const middle = (a + b) / 2;
  const d = [
    `M${left} ${n(y0)}H${n(a)}C${n(middle)} ${n(y0)} ${n(middle)} ${n(y1)} ${n(b)} ${n(y1)}H${n(right)}`,
    `V${n(y1 + height)}H${n(b)}C${n(middle)} ${n(y1 + height)} ${n(middle)} ${n(y0 + height)} ${n(a)} ${n(y0 + height)}H${left}Z`,
  ].join('');
  return element('path', { d, ...lookOf(id, look), 'fill-opacity': 0.85 });
}
const n = (value: number) => Math.round(value * 100) / 100;

function nodesAt(
  nodes: readonly Node[],
  x: number,
  { id, at, anchor }: { id: string | undefined; at: number; anchor: 'start' | 'end' },
): string {
  return nodes
    .map(({ label, top, height, labelTop }, look) => {
      const looks = id === undefined ? { fill: ink } : lookOf(id, look);
      const block = height > 0 ? element('rect', { x, y: top, width: nodeWidth, height, ...looks }) : '';
      const words = linesAt(label.slice(0, -1), at, labelTop, small, anchor);
      return block + words.svg + linesAt(label.slice(-1), at, words.bottom, strong, anchor).svg;
    })
    .join('');
}

function numberAt({ look, text, height, y0 }: Band, x: number): string {
  const wide = widthOf(text, strong) + 6;
  const top = y0 + (height - lineHeight(strong)) / 2;
  const ground = isPatterned(look)
    ? element('rect', { x, y: top, width: wide, height: lineHeight(strong), rx: 3, fill: paper })
    : '';
  return ground + textAt(text, x + 3, top + strong.size, { ...strong, fill: isDark(look) ? paper : ink });
}

/** The flows too thin to bear their number, in words. */
function restAt(
  bands: readonly Band[],
  top: number,
  { width, id, names }: { width: number; id: string; names: { from: FlowSide; to: FlowSide } },
): Drawn {
  const nameOf = ({ nodes }: FlowSide, code: string) => nodes.find((node) => node.code === code)?.label ?? code;
  let svg = '';
  let y = top;
  for (const { look, from, to, text } of bands) {
    const words = wrap(`${nameOf(names.from, from)} → ${nameOf(names.to, to)}: ${text}`, width - 20, small);
    const drawn = linesAt(words, 20, y, small);
    svg += swatchAt(id, look, 0, y + lineHeight(small) / 2, 12) + drawn.svg;
    y = drawn.bottom + 3;
  }
  return { svg, bottom: bands.length > 0 ? y - 3 : top - 16 };
}
