import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);
const weights = { 400: '400Regular', 700: '700Bold' } as const;
export type Weight = keyof typeof weights;

/** A file of Inter: from its package, so that pictures look the same on any machine. */
export const fontFile = (weight: Weight): string =>
  resolve(`@expo-google-fonts/inter/${weights[weight]}/Inter_${weights[weight]}.ttf`);

/** An SVG as PNG, its letters in Inter. Drawn in a thread of its own. @param scale how many pixels a unit takes */
export async function pngOf(svg: string, scale = 1): Promise<Buffer> {
  // Few copies of the program ever draw.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { fontFiles: [fontFile(400), fontFile(700)], loadSystemFonts: false, defaultFontFamily: 'Inter' },
    fitTo: scale === 1 ? { mode: 'original' } : { mode: 'zoom', value: scale },
    logLevel: 'off',
  });
  return image.asPng();
}
