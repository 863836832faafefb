import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { widthOf, wrap } from './text.ts';
import { bold, regular } from './widths.ts';

const { resolve } = createRequire(import.meta.url);
const fontOf = (name: string) =>
  create(readFileSync(resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`))) as Font;

describe('the width of text', () => {
  test.each([
    ['400Regular', regular, false],
    ['700Bold', bold, true],
  ] as const)('is that of the font: %s', (name, table, heavy) => {
    const font = fontOf(name);
    for (const [em, signs] of table)
      for (const sign of signs) {
        const { advanceWidth } = font.glyphForCodePoint(sign.codePointAt(0) ?? 0);
        expect([sign, Math.round((advanceWidth / font.unitsPerEm) * 1000)]).toEqual([sign, em]);
      }
    const label = 'Drift og evt. kontinuerlig videreutvikling (smidig/agil), 12 % – æøå';
    const laid = (font.layout(label).advanceWidth / font.unitsPerEm) * 14;
    const ours = widthOf(label, { size: 14, bold: heavy });
    // Kerning takes or gives a little.
    expect(Math.abs(laid - ours)).toBeLessThan(0.02 * laid);
  });

  test('breaks between words, and within one only where it is too wide alone', () => {
    const face = { size: 14 };
    expect(wrap('Kommunal- og moderniseringsdepartementet', 400, face)).toEqual([
      'Kommunal- og moderniseringsdepartementet',
    ]);
    const lines = wrap('Kommunal- og moderniseringsdepartementet', 120, face);
    expect(lines.every((line) => widthOf(line, face) <= 120)).toBe(true);
    expect(lines.join('').replaceAll(/[ -]/g, '')).toBe('Kommunalogmoderniseringsdepartementet');
  });
});
