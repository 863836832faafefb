import { ink, paper } from './looks.ts';
import { element, escaped, rounded } from './svg.ts';
import { bold, regular } from './widths.ts';

/** How letters look. Sizes in pixels. */
export interface Face {
  readonly size: number;
  readonly bold?: boolean;
  readonly fill?: string;
  /** With white around each letter, where a line may run behind. */
  readonly rim?: true;
}

const tableOf = (widths: typeof regular): ReadonlyMap<string, number> =>
  new Map(widths.flatMap(([em, signs]) => [...signs].map((sign) => [sign, em])));
const tables = { regular: tableOf(regular), bold: tableOf(bold) };

/** What a sign takes that is in no table. */
const widest = 1100;

/** How wide a text is in Inter, in pixels, without kerning. A letter put over another takes no room. */
export function widthOf(text: string, { size, bold: heavy }: Face): number {
  const table = heavy ? tables.bold : tables.regular;
  let em = 0;
  for (const sign of text) if (!/\p{M}/u.test(sign)) em += table.get(sign) ?? widest;
  return (em * size) / 1000;
}

export const lineHeight = ({ size }: Face): number => Math.round(size * 1.32);

/** A text in lines no wider than this: broken between words, and within a word only where it is too wide by itself. Nothing is cut. */
export function wrap(text: string, width: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (one: string) => widthOf(one, face) <= width;
  for (const word of text.split(/[ \t\r\n]+/).flatMap((one) => (fits(one) ? [one] : pieces(one, fits)))) {
    if (word === '') continue;
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.length > 0 ? lines : [''];
}

/** A word too wide for a line, in pieces that each end in a hyphen but for the last. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  const made: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && !fits(`${piece}${sign}-`)) {
      // After a sign of the word itself where there is one: an address gets no hyphen that is not its own.
      const own = piece.search(/[-/&?=,;][^-/&?=,;]*$/);
      made.push(own > 0 ? piece.slice(0, own + 1) : `${piece}-`);
      piece = own > 0 ? piece.slice(own + 1) : '';
    }
    piece += sign;
  }
  return [...made, piece];
}

/** What has been drawn, and where it ends. */
export interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

type Anchor = 'start' | 'middle' | 'end';

/** One line of text, standing on `y`. */
export function textAt(text: string, x: number, y: number, face: Face, anchor: Anchor = 'start'): string {
  return element(
    'text',
    {
      x,
      y,
      'font-size': face.size,
      ...(face.bold && { 'font-weight': 700 }),
      ...(anchor !== 'start' && { 'text-anchor': anchor }),
      ...(face.rim && { stroke: paper, 'stroke-width': 4, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
      ...(face.fill !== undefined && face.fill !== ink && { fill: face.fill }),
    },
    escaped(text),
  );
}

/** Lines of text whose first has its upper edge at `top`. */
export function linesAt(lines: readonly string[], x: number, top: number, face: Face, anchor?: Anchor): Drawn {
  const step = lineHeight(face);
  const svg = lines.map((line, at) => textAt(line, x, rounded(top + at * step + face.size), face, anchor));
  return { svg: svg.join(''), bottom: top + lines.length * step };
}
