import { ink, subtle } from './looks.ts';
import { type Drawn, lineHeight, linesAt, widthOf, wrap } from './text.ts';

/** Where things are drawn: how wide it is, and what ids begin with. */
export interface Place {
  readonly width: number;
  readonly id: string;
}

export const face = { size: 14, fill: ink } as const;
export const strong = { size: 14, bold: true, fill: ink } as const;
export const small = { size: 12, fill: ink } as const;
export const heading = { size: 15, bold: true, fill: ink } as const;

/** From how wide on labels stand beside what they are of; on less they stand above. */
const besideFrom = 500;

/** Where labels, bars and the texts after them stand. */
export interface Columns {
  readonly beside: boolean;
  readonly labelWidth: number;
  readonly start: number;
  /** From where bars begin to the edge. */
  readonly whole: number;
  /** How long the longest bar is. */
  readonly room: number;
  readonly valueWidth: number;
}

const widestOf = (texts: readonly string[], of: Parameters<typeof widthOf>[1]): number =>
  Math.max(0, ...texts.map((text) => widthOf(text, of)));

export function columnsOf(width: number, labels: readonly string[], ends: readonly string[]): Columns {
  const beside = width >= besideFrom;
  const labelWidth = beside ? Math.ceil(Math.min(widestOf(labels, face) + 1, width * 0.42)) : width;
  const start = beside ? labelWidth + 12 : 0;
  const valueWidth = Math.ceil(Math.min(widestOf(ends, strong) + 1, width * 0.3));
  const whole = width - start;
  const room = whole - (valueWidth > 1 ? valueWidth + 8 : 0);
  return { beside, labelWidth, start, whole, room, valueWidth };
}

/** The label of a row of this height: beside it, or above it. Tells where the row's bars begin and the row's height. */
export function labelAt(
  label: string,
  top: number,
  height: number,
  { beside, labelWidth }: Columns,
): Drawn & { readonly from: number } {
  const lines = wrap(label, labelWidth, face);
  const tall = lines.length * lineHeight(face);
  if (!beside) {
    const { svg, bottom } = linesAt(lines, 0, top, face);
    return { svg, from: bottom + 2, bottom: bottom + 2 + height };
  }
  const whole = Math.max(tall, height);
  // Of one line: level with the bar. Of several: the bar in the middle of them.
  const { svg } = linesAt(lines, 0, top + (whole - tall) / 2, face);
  return { svg, from: top + (whole - height) / 2, bottom: top + whole };
}

/** The text after a bar, in the middle of a height. */
export function valueAt(text: string, x: number, top: number, height: number, valueWidth: number) {
  const lines = wrap(text, valueWidth, strong);
  return linesAt(lines, x, top + (height - lines.length * lineHeight(strong)) / 2, strong).svg;
}

/** How tall the text after a bar is. */
export const valueHeight = (text: string, valueWidth: number): number =>
  wrap(text, valueWidth, strong).length * lineHeight(strong);

/** Words about something, muted. */
export const quiet = { size: 12, fill: subtle } as const;
