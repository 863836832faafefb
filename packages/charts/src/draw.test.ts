import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BarChart, Chart, FlowChart, LineChart } from './chart.ts';
import { drawChart } from './draw.ts';
import { widthOf } from './text.ts';

const label = fc.oneof(
  fc.constantFrom(
    'Ja',
    'Drift og evt. kontinuerlig videreutvikling (smidig/agil)',
    'Kommunal- og moderniseringsdepartementet',
    'Menneskerettighetsorganisasjonssekretariatsmedarbeiderne',
    'A & B <c> "d"',
  ),
  fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replaceAll(/\s+/g, ' ').trim() || 'x'),
);
const value = fc.oneof(
  fc.constant(null),
  fc.constant(0),
  fc.integer({ min: 0, max: 5_000 }),
  fc.double({ min: 0, max: 100, noNaN: true }),
);
const written = (one: number | null) => (one === null ? ':' : `${Math.round(one)}\u00a0%`);
const named = (most: number) =>
  fc
    .array(label, { minLength: 1, maxLength: most })
    .map((labels) => labels.map((text, at) => ({ code: `c${at}`, label: text })));
const base = { title: 'Tittel <&>', description: 'Beskrivelse', unit: 'percent' } as const;

const barChart: fc.Arbitrary<BarChart> = fc
  .tuple(fc.constantFrom('plain', 'grouped', 'stacked', 'stacked100'), named(11), named(5), fc.boolean())
  .chain(([layout, all, rows, totals]) => {
    const series = layout === 'plain' ? all.slice(0, 1) : all;
    return fc
      .array(fc.array(value, { minLength: series.length, maxLength: series.length }), {
        minLength: rows.length,
        maxLength: rows.length,
      })
      .map(
        (numbers): BarChart => ({
          ...base,
          kind: 'bars',
          layout,
          series,
          legend: 'Finansiering',
          rows: rows.map((row, at) => ({
            ...row,
            values: numbers[at] ?? [],
            texts: (numbers[at] ?? []).map(written),
            ...(totals && { total: 'n = 12 500' }),
          })),
        }),
      );
  });

const lineChart: fc.Arbitrary<LineChart> = fc
  .tuple(fc.integer({ min: 1, max: 9 }), named(6), fc.array(value, { minLength: 60, maxLength: 60 }), label)
  .map(([size, lines, numbers, note]) => {
    const years = Array.from({ length: size }, (_, at) => 2016 + at);
    const cut = Math.floor(size / 2);
    const breaks = cut > 0 ? [{ from: years[cut - 1] ?? 0, to: years[cut] ?? 0, note }] : [];
    return {
      ...{ ...base, kind: 'lines', years, breaks },
      lines: lines.map((line, at) => {
        const points = years.map((year, place) => {
          const number = numbers[at * 9 + place] ?? null;
          return { year, value: number, text: written(number) };
        });
        return { ...line, pieces: [points.slice(0, cut), points.slice(cut)] };
      }),
    };
  });

const flowChart: fc.Arbitrary<FlowChart> = fc
  .tuple(named(6), named(6), fc.array(fc.nat(200), { minLength: 36, maxLength: 36 }), label)
  .map(([from, to, counts, name]) => {
    const flows = from.flatMap((one, a) =>
      to.map((other, b) => ({ from: one.code, to: other.code, count: counts[a * 6 + b] ?? 0 })),
    );
    const sum = (side: 'from' | 'to', code: string) =>
      flows.filter((flow) => flow[side] === code).reduce((all, { count }) => all + count, 0);
    return {
      ...{ ...base, kind: 'flows' },
      from: { label: name, nodes: from.map((node) => ({ ...node, count: sum('from', node.code) })) },
      to: { label: 'Etter', nodes: to.map((node) => ({ ...node, count: sum('to', node.code) })) },
      flows: flows.map((flow) => ({ ...flow, text: String(flow.count) })),
    };
  });

const chart: fc.Arbitrary<Chart> = fc.oneof(barChart, lineChart, flowChart);

interface Box {
  readonly text?: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
const numberIn = (tag: string, name: string) => Number(attribute(tag, name) ?? 0);
const unescaped = (text: string) => text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

/** The boxes of texts: what letters take, from the height of capitals to below the line. */
function textsIn(svg: string): (Box & { text: string })[] {
  return [...svg.matchAll(/(<text[^>]*>)([^<]*)<\/text>/g)].map(([, tag = '', content = '']) => {
    const text = unescaped(content);
    const size = numberIn(tag, 'font-size');
    const wide = widthOf(text, { size, bold: attribute(tag, 'font-weight') === '700' });
    const x = numberIn(tag, 'x') - wide * ({ middle: 0.5, end: 1 }[attribute(tag, 'text-anchor') ?? ''] ?? 0);
    const y = numberIn(tag, 'y');
    return { text, left: x, right: x + wide, top: y - 0.76 * size, bottom: y + 0.2 * size };
  });
}

function rectsIn(svg: string): Box[] {
  const drawn = svg.replace(/<defs>.*<\/defs>/s, '');
  return [...drawn.matchAll(/<rect[^>]*>/g)].map(([tag]) => {
    const [left, top] = [numberIn(tag, 'x'), numberIn(tag, 'y')];
    return { left, top, right: left + numberIn(tag, 'width'), bottom: top + numberIn(tag, 'height') };
  });
}

const slack = 0.6;
const meet = (a: Box, b: Box) =>
  a.left + slack < b.right && b.left + slack < a.right && a.top + slack < b.bottom && b.top + slack < a.bottom;
const within = (inner: Box, outer: Box) =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack;

/** The texts a chart must show, each whole. */
function textsOf(one: Chart): string[] {
  if (one.kind === 'flows')
    return [one.from, one.to].flatMap((side) => [side.label, ...side.nodes.map((node) => node.label)]);
  if (one.kind === 'lines') return [...one.lines.map((line) => line.label), ...one.breaks.map(({ note }) => note)];
  const parts = one.layout.startsWith('stacked');
  return one.rows.flatMap((row) => [
    row.label,
    ...(parts && row.total ? [row.total] : []),
    ...row.texts.filter((_, at) => !parts || row.values[at] === null || (row.values[at] ?? 0) > 0),
  ]);
}
const letters = (text: string) => text.replaceAll(/[\s-]/g, '').replaceAll(/[\p{Cc}\ufffe\uffff]/gu, '');

describe('drawChart', () => {
  test('nothing overlaps, nothing is outside, and every text is whole, whatever the chart', () => {
    fc.assert(
      fc.property(chart, fc.constantFrom(300, 360, 560, 640, 900), fc.boolean(), (one, width, framed) => {
        const frame = { heading: 'En setning om tallene', above: ['Figuren'], below: ['n = 12', 'Kilde: Samblikk'] };
        const svg = drawChart(one, { width, id: 'f', ...(framed && { frame }) });
        const [left = 0, top = 0, wide = 0, tall = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
        const page = { left, top, right: left + wide, bottom: top + tall };
        const texts = textsIn(svg);
        const [, ...rects] = rectsIn(svg);
        // One expectation of all: thousands of pairs are compared.
        const outside = [...texts, ...rects].filter((box) => !within(box, page));
        const over = texts.flatMap((text, at) => [
          ...texts.slice(at + 1).filter((other) => meet(text, other)),
          ...rects.filter((rect) => meet(text, rect) && !within(text, rect)),
        ]);
        expect([outside, over]).toEqual([[], []]);
        const shown = letters(texts.map(({ text }) => text).join(''));
        for (const text of textsOf(one)) expect(shown).toContain(letters(text));
        expect(drawChart(one, { width, id: 'f', ...(framed && { frame }) })).toBe(svg);
      }),
      { numRuns: 80 },
    );
  });

  test('is a named picture, without style or script, and no text is read as markup', () => {
    fc.assert(
      fc.property(chart, fc.string(), (one, title) => {
        const svg = drawChart({ ...one, title }, { width: 360, id: 'a1' });
        expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="a1-title a1-desc"/);
        expect(svg).toMatch(/<title id="a1-title"(>[^<]*<\/title>|\/>)<desc id="a1-desc">Beskrivelse<\/desc>/);
        expect(svg).not.toMatch(/ style=| class=|<style|<script|NaN|undefined|Infinity/);
        const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id);
        expect([...svg.matchAll(/<\/?([a-z]+)/gi)].every(([, name]) => known.has(name ?? ''))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('a line is never drawn over a break or over a year without a number', () => {
    const points = (...values: (number | null)[]) =>
      values.map((one, at) => ({ year: 2016 + at, value: one, text: written(one) }));
    const [a, b, c, d, e] = points(10, 20, null, 40, 30);
    const line = (pieces: LineChart['lines'][number]['pieces']): LineChart => ({
      ...{
        ...base,
        kind: 'lines',
        years: [2016, 2017, 2018, 2019, 2020],
        breaks: [{ from: 2017, to: 2018, note: 'Brudd' }],
      },
      lines: [{ code: 'x', label: 'X', pieces }],
    });
    const strokes = (one: LineChart) =>
      [...drawChart(one, { width: 500, id: 'f' }).matchAll(/<path d="([^"]*)" fill="none"/g)].map(([, path = '']) =>
        [...path.matchAll(/[ML]([\d.]+),/g)].map(([, x]) => Math.floor(Number(x) / (498 / 5))),
      );
    if (!a || !b || !c || !d || !e) throw new Error('five points');
    expect(
      strokes(
        line([
          [a, b],
          [c, d, e],
        ]),
      ),
    ).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect(
      drawChart(
        line([
          [a, b],
          [c, d, e],
        ]),
        { width: 500, id: 'f' },
      ),
    ).toContain('2017–2018: Brudd');
  });
});

const known = new Set('svg title desc defs pattern rect path circle text'.split(' '));
