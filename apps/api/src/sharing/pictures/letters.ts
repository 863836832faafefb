import { readFile } from 'node:fs/promises';
import type { Font } from 'fontkit';
import { fontFile, type Weight } from '../../platform/pictures/index.ts';

const fonts = new Map<Weight, Promise<Font>>();

function fontOf(weight: Weight): Promise<Font> {
  const known = fonts.get(weight);
  if (known) return known;
  const reading = readFont(fontFile(weight));
  fonts.set(weight, reading);
  return reading;
}

/** Few copies of the program ever draw: what reads fonts is loaded by those that do. */
async function readFont(path: string): Promise<Font> {
  const [{ create }, file] = await Promise.all([import('fontkit'), readFile(path)]);
  return create(file) as Font;
}

/** How a text is to be set. */
export interface Setting {
  readonly size: number;
  readonly weight: Weight;
  /** In pixels. */
  readonly width: number;
  /** The most lines; what is over is cut, with an ellipsis. */
  readonly lines: number;
}

/** A text in lines that are no wider than they may be: broken between words, within one only where it is too long by itself. */
export async function linesOf(text: string, { size, weight, width, lines: most }: Setting): Promise<string[]> {
  const font = await fontOf(weight);
  const fits = (line: string) => (font.layout(line).advanceWidth / font.unitsPerEm) * size <= width;
  const lines: string[] = [];
  let line = '';
  // No line is longer than this: what comes after need not be measured.
  for (const word of text
    .slice(0, 1000)
    .split(/\s+/)
    .filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines
    .slice(most - 1)
    .join(' ')
    .slice(0, 200);
  while (last !== '' && !fits(`${last}…`)) last = [...last].slice(0, -1).join('');
  // After a word; within one where much of the line would be empty otherwise.
  const word = last.lastIndexOf(' ');
  if (word > last.length * 0.7) last = last.slice(0, word);
  return [...lines.slice(0, most - 1), `${last.replace(/[\s,;:.–-]+$/, '')}…`];
}
