import { pictureSize } from '@samblikk/contract';
import { pngOf, type Weight } from '../../platform/pictures/index.ts';
import { linesOf } from './letters.ts';

/** What a picture says. All of it is public, and stands on the page it is of. */
export interface Shown {
  /** Over the title: what it is a picture of. */
  readonly kicker: string;
  readonly title: string;
  /** Some facts in a row under the title. */
  readonly facts: readonly string[];
  /** Bars under the title instead, in their order; where there is no room for all, how many more there are. */
  readonly bars?: readonly { readonly label: string; readonly value: number; readonly text: string }[];
  readonly more?: (bars: number) => string;
  /** Below: which release, and what must be known of the data. */
  readonly source: string;
  readonly notice: string | undefined;
}

const { width, height } = pictureSize;
const margin = 72;
const inner = width - 2 * margin;
const kickerAt = 160;
const colours = { brand: '#0062ba', ink: '#1e2b3c', subtle: '#4b5a6b', ground: '#ffffff' };

/** The picture as PNG. */
export const drawn = async (shown: Shown): Promise<Buffer> => pngOf(await svgOf(shown));

/** The same as SVG: text as text, in lines that fit. */
export async function svgOf({
  kicker,
  title,
  facts,
  bars = [],
  more = String,
  source,
  notice,
}: Shown): Promise<string> {
  const heading = bars.length > 0 ? { size: 42, lines: 3 } : { size: 54, lines: 4 };
  const parts = [
    await block(kicker, { x: margin, y: kickerAt, size: 28, weight: 400, fill: colours.subtle, lines: 1 }),
    await block(title, { x: margin, y: kickerAt + heading.size + 20, ...heading, weight: 700, fill: colours.ink }),
  ];
  const below = parts.at(-1)?.below ?? 0;
  parts.push(
    bars.length > 0
      ? await barsAt(bars, more, below + 34)
      : await block(facts.join('   ·   '), {
          x: margin,
          y: below + 58,
          size: 30,
          weight: 400,
          fill: colours.ink,
          lines: 2,
        }),
    await block(source, { x: margin, y: height - 90, size: 24, weight: 700, fill: colours.brand, lines: 1 }),
  );
  if (notice !== undefined)
    parts.push(
      await block(notice, { x: margin, y: height - 56, size: 20, weight: 400, fill: colours.subtle, lines: 2 }),
    );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${colours.ground}"/><rect width="${width}" height="14" fill="${colours.brand}"/>
<g transform="translate(${margin} 44) scale(1.75)"><rect width="32" height="32" rx="8" fill="${colours.brand}"/><rect x="7" y="16" width="4.5" height="9" rx="1.5" fill="#fff"/><rect x="13.75" y="11" width="4.5" height="14" rx="1.5" fill="#fff"/><rect x="20.5" y="7" width="4.5" height="18" rx="1.5" fill="#fff"/></g>
${textAt('Samblikk', { x: margin + 72, y: 84, size: 34, weight: 700, fill: colours.ink })}
${parts.map(({ svg }) => svg).join('\n')}
</svg>`;
}

interface Style {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

interface Block {
  readonly svg: string;
  /** Where the next may begin. */
  readonly below: number;
}

async function block(text: string, { lines: most, ...style }: Style & { lines: number }): Promise<Block> {
  const lines = await linesOf(text, { ...style, width: inner, lines: most });
  const step = Math.round(style.size * 1.22);
  const svg = lines.map((line, at) => textAt(line, { ...style, y: style.y + at * step })).join('\n');
  return { svg, below: style.y + Math.max(lines.length - 1, 0) * step };
}

/** As many bars as there is room for, and how many more there are. */
async function barsAt(bars: NonNullable<Shown['bars']>, more: NonNullable<Shown['more']>, top: number): Promise<Block> {
  const step = 44;
  const room = Math.max(Math.floor((height - 116 - top) / step), 1);
  const shown = bars.length > room ? bars.slice(0, room - 1) : bars;
  const longest = Math.max(...bars.map(({ value }) => value), 1);
  const rows = await Promise.all(
    shown.map(async ({ label, value, text }, at) => {
      const y = top + at * step;
      const [line = ''] = await linesOf(label, { size: 24, weight: 400, width: 430, lines: 1 });
      const length = Math.round((value / longest) * 480);
      return [
        textAt(line, { x: margin, y: y + 26, size: 24, weight: 400, fill: colours.ink }),
        `<rect x="${margin + 450}" y="${y}" width="${length}" height="34" rx="4" fill="${colours.brand}"/>`,
        textAt(text, { x: margin + 450 + length + 14, y: y + 26, size: 24, weight: 700, fill: colours.ink }),
      ].join('\n');
    }),
  );
  const below = top + shown.length * step;
  const left = bars.length - shown.length;
  if (left > 0)
    rows.push(textAt(more(left), { x: margin, y: below + 26, size: 24, weight: 400, fill: colours.subtle }));
  return { svg: rows.join('\n'), below };
}

const textAt = (text: string, { x, y, size, weight, fill }: Style): string =>
  `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${fill}">${written(text)}</text>`;

/** As XML has it: no sign that would be read as markup, and none that may not stand there at all. */
function written(text: string): string {
  const allowed = [...text].filter(
    (sign) =>
      sign >= ' ' && sign !== '\uFFFE' && sign !== '\uFFFF' && !/[\uD800-\uDFFF]/.test(sign.length === 1 ? sign : ''),
  );
  return allowed.join('').replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
