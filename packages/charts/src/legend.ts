import { lookOf, subtle } from './looks.ts';
import { element } from './svg.ts';
import { type Drawn, type Face, lineHeight, linesAt, widthOf, wrap } from './text.ts';

const swatch = 16;
const beside = swatch + 8;

/** What tells one series from another: a sign, as wide as `signWidth`, and a name. */
interface Key {
  readonly label: string;
  readonly sign: (x: number, middle: number) => string;
}

/** Keys in as many lines as they need, whole. */
export function keysAt(
  keys: readonly Key[],
  top: number,
  how: { start?: number; width: number; face: Face; lead?: string; signWidth?: number },
): Drawn {
  const { start = 0, width, face, lead, signWidth = beside } = how;
  const gap = 18;
  const step = lineHeight(face) + 4;
  let svg = '';
  let y = top;
  let x = 0;
  if (lead) {
    const muted = { ...face, fill: subtle };
    const lines = wrap(`${lead}:`, width, muted);
    const led = linesAt(lines, start, y, muted);
    svg += led.svg;
    if (lines.length > 1) y = led.bottom + 4;
    else x = widthOf(lines[0] ?? '', muted) + gap;
  }
  for (const { label, sign } of keys) {
    const whole = signWidth + widthOf(label, face);
    if (x > 0 && x + whole > width) {
      x = 0;
      y += step;
    }
    const lines = wrap(label, width - x - signWidth, face);
    svg += sign(start + x, y + lineHeight(face) / 2) + linesAt(lines, start + x + signWidth, y, face).svg;
    x += whole + gap;
    if (lines.length > 1) {
      x = 0;
      y += lines.length * lineHeight(face) + 4;
    }
  }
  return { svg, bottom: x > 0 ? y + step : y };
}

/** A square with the look of a series, its middle at this height. */
export function swatchAt(id: string, look: number, x: number, middle: number, size = swatch): string {
  return element('rect', {
    x: x + 0.5,
    y: middle - size / 2 + 0.5,
    width: size - 1,
    height: size - 1,
    rx: 2,
    ...lookOf(id, look),
  });
}

/** The legend of series that are told apart by look. */
export function legendAt(
  series: readonly { readonly label: string }[],
  top: number,
  { id, width, face, lead }: { id: string; width: number; face: Face; lead: string | undefined },
): Drawn {
  const keys = series.map(({ label }, at) => ({ label, sign: (x: number, y: number) => swatchAt(id, at, x, y) }));
  return keysAt(keys, top, { width, face, ...(lead !== undefined && { lead }) });
}
