import type { TextPiece } from '@samblikk/statistics';
import { Parser } from 'htmlparser2';
import { ZipReader } from '../platform/zip/index.ts';
import { TextFault, textLimits } from './limits.ts';
import { Pieces } from './structured.ts';

/**
 * The text of a Word file in pieces: headings by their style, paragraphs, rows of tables, footnotes with their numbers. What is
 * deleted in it, hidden or only in its fields' codes is not read.
 * @throws TextFault when it is no Word file, or says that it is larger than it may be
 */
export async function docxPieces(file: Buffer): Promise<readonly TextPiece[]> {
  const zip = await ZipReader.from(file).catch(() => undefined);
  if (!zip) throw new TextFault('notDocx');
  try {
    const part = (name: string) => zip.text(name, textLimits.unpacked);
    const has = (name: string) => zip.names.includes(name);
    if (!has('word/document.xml') || zip.twice.length > 0) throw new TextFault('notDocx');
    const styles = stylesIn(has('word/styles.xml') ? await part('word/styles.xml') : '');
    const notes = has('word/footnotes.xml') ? footnotes(await part('word/footnotes.xml')) : new Map<string, string>();
    return documentPieces(await part('word/document.xml'), styles, notes);
  } catch (error) {
    if (error instanceof TextFault) throw error;
    throw new TextFault(/too large|too many bytes/.test(String(error)) ? 'textTooLong' : 'notDocx');
  } finally {
    zip.close();
  }
}

type Attributes = Readonly<Record<string, string>>;

/** Reads XML as it comes: no entity of its own is unfolded, and nothing outside it is fetched. */
function walk(
  xml: string,
  on: { open(name: string, attributes: Attributes): void; close(name: string): void; text?(part: string): void },
): void {
  const parser = new Parser(
    { onopentag: on.open, onclosetag: on.close, ontext: (part) => on.text?.(part) },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(xml);
}

interface Styles {
  readonly headings: ReadonlySet<string>;
  readonly contents: ReadonlySet<string>;
}

/**
 * The ids of the styles that are headings or captions, by outline level or by name, whatever language Word has named them in; and
 * of those of a table of contents, where the numbers are of chapters and pages.
 */
function stylesIn(xml: string): Styles {
  const headings = new Set<string>();
  const contents = new Set<string>();
  let style = '';
  walk(xml, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') style = attributes['w:styleId'] ?? '';
      else if (name === 'w:outlineLvl' && Number(value) < 9) headings.add(style);
      else if (name === 'w:name' && /^(?:heading|title|caption|overskrift|tittel|bildetekst)/i.test(value))
        headings.add(style);
      else if (name === 'w:name' && /^(?:toc|innh) ?\d/i.test(value)) contents.add(style);
    },
    close: () => undefined,
  });
  return { headings, contents };
}

/** The footnotes by their id; those that only draw a line are none. */
function footnotes(xml: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let id: string | undefined;
  let inText = false;
  walk(xml, {
    open(name, attributes) {
      if (name === 'w:footnote') id = attributes['w:type'] === undefined ? attributes['w:id'] : undefined;
      inText = name === 'w:t';
    },
    text(part) {
      if (id !== undefined && inText) found.set(id, (found.get(id) ?? '') + part);
    },
    close(name) {
      if (name === 'w:t') inText = false;
      if (name === 'w:p' && id !== undefined) found.set(id, `${found.get(id) ?? ''} `);
    },
  });
  return found;
}

function documentPieces(xml: string, styles: Styles, notes: ReadonlyMap<string, string>): readonly TextPiece[] {
  const pieces = new Pieces();
  const numbers = new Map<string, number>();
  let paragraph = '';
  let heading = false;
  let contents = false;
  let row: string[] | undefined;
  let inText = false;
  walk(xml, {
    open(name, attributes) {
      if (name === 'w:p') {
        paragraph = '';
        heading = false;
        contents = false;
      } else if (name === 'w:pStyle') {
        heading = styles.headings.has(attributes['w:val'] ?? '');
        contents = styles.contents.has(attributes['w:val'] ?? '');
      } else if (name === 'w:tab' || name === 'w:br') paragraph += ' ';
      else if (name === 'w:noBreakHyphen') paragraph += '-';
      else if (name === 'w:tr') row = [];
      else if (name === 'w:footnoteReference') {
        const id = attributes['w:id'] ?? '';
        numbers.set(id, numbers.get(id) ?? numbers.size + 1);
        paragraph += `[${numbers.get(id)}]`;
      }
      inText = name === 'w:t';
    },
    text(part) {
      if (inText) paragraph += part;
    },
    close(name) {
      if (name === 'w:t') inText = false;
      else if (name === 'w:p') {
        if (row) row.push(paragraph);
        else if (!contents) pieces.add(heading ? 'heading' : 'paragraph', paragraph);
        paragraph = '';
      } else if (name === 'w:tr' && row) {
        pieces.add('row', row.filter(Boolean).join(': '));
        row = undefined;
      }
    },
  });
  for (const [id, number] of numbers) pieces.add('note', notes.get(id) ?? '', number);
  return pieces.all;
}
