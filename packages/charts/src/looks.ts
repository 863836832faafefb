import { element } from './svg.ts';

/** Readable on white; those beside each other in a bar are also parted by white. */
export const ink = '#1e2b3c';
export const subtle = '#4b5a6b';
export const rule = '#7d8a99';
export const paper = '#ffffff';
const blue = '#0062ba';
const navy = '#00315d';
const pale = '#d6e6f5';

const mark = { fill: navy };
const stripe = (rotation: number, ground: string, width = 2) => ({
  size: 7,
  ground,
  rotation,
  mark: element('rect', { ...mark, width, height: 7 }),
});

interface Look {
  /** A plain colour, or what its pattern is made of. */
  readonly fill?: string;
  readonly pattern?: {
    readonly size: number;
    readonly ground: string;
    readonly rotation?: number;
    readonly mark: string;
  };
  /** Dark enough for white numbers on it. */
  readonly dark?: true;
}

const all: readonly Look[] = [
  { fill: blue, dark: true },
  { pattern: stripe(45, pale) },
  { fill: paper },
  { fill: navy, dark: true },
  { pattern: { size: 7, ground: pale, mark: element('circle', { ...mark, cx: 3.5, cy: 3.5, r: 1.6 }) } },
  { pattern: stripe(90, paper, 1.5) },
  { fill: '#8fbbe3' },
  {
    pattern: {
      size: 8,
      ground: paper,
      rotation: 45,
      mark: element('path', { d: 'M0 4H8M4 0V8', fill: 'none', stroke: navy, 'stroke-width': 1.2 }),
    },
  },
];

/** How many series look different from each other: told apart by pattern and lightness, so also in grey. */
export const looks = all.length;

const lookAt = (at: number): Look => all[at % looks] as Look;

/** The attributes that give a shape the look of a series. */
export function lookOf(id: string, at: number): { fill: string; stroke: string; 'stroke-width': number } {
  const { fill } = lookAt(at);
  return { fill: fill ?? `url(#${id}-look-${at % looks})`, stroke: fill === blue ? blue : navy, 'stroke-width': 1 };
}

export const isDark = (at: number): boolean => lookAt(at).dark === true;
/** Whether a number on it needs a ground of its own. */
export const isPatterned = (at: number): boolean => lookAt(at).pattern !== undefined;

/** The patterns that the looks of the first series refer to. */
export function patterns(id: string, series: number): string {
  const made = all.slice(0, series).flatMap(({ pattern }, at) => {
    if (!pattern) return [];
    const { size, ground, rotation, mark: drawn } = pattern;
    const attributes = {
      id: `${id}-look-${at}`,
      width: size,
      height: size,
      patternUnits: 'userSpaceOnUse',
      ...(rotation !== undefined && { patternTransform: `rotate(${rotation})` }),
    };
    return [element('pattern', attributes, element('rect', { width: size, height: size, fill: ground }) + drawn)];
  });
  return made.length > 0 ? element('defs', {}, made.join('')) : '';
}
