import { lineAt, type TextPiece } from './document.ts';

/** One sentence and where it stands. */
export interface Sentence {
  readonly text: string;
  readonly kind: TextPiece['kind'];
  /** The line it begins on. */
  readonly line: number;
  /** Index of its piece: sentences of one paragraph share it. */
  readonly piece: number;
  /** The number of the chapter that it stands in, such as `3.2.1`, where chapters are numbered. */
  readonly chapter: string | undefined;
  readonly heading: string | undefined;
  /** The footnotes it refers to. */
  readonly notes: readonly number[];
  /** The number of the footnote that it is of. */
  readonly note: number | undefined;
  lineAt(offset: number): number;
}

const abbreviations =
  /\b(?:mill|mrd|kap|ca|jf|eks|dvs|bl\.a|evt|ev|pst|nr|f\.eks|hhv|mv|o\.l|e\.l|e\.g|i\.e|approx|fig|tab|st|s|m\.m|bn|no)\.$/iu;
const chapterNumber = /^(\d+(?:\.\d+)*)\.?\s+\p{Lu}/u;

/** The sentences of a text in order, with the chapter that each stands in. */
export function sentencesOf(pieces: readonly TextPiece[]): readonly Sentence[] {
  let chapter: string | undefined;
  let heading: string | undefined;
  return pieces.flatMap((piece, index) => {
    if (piece.kind === 'heading' && !/^(?:Figur|Figure|Tabell|Table)\s+\d/.test(piece.text)) {
      chapter = chapterNumber.exec(piece.text)?.[1] ?? chapter;
      heading = piece.text;
    }
    const parts = piece.kind === 'heading' ? [{ from: 0, text: piece.text }] : split(piece.text);
    return parts.map(({ from, text }): Sentence => {
      const { plain, notes } = withoutMarks(text);
      return {
        text: plain,
        kind: piece.kind,
        line: lineAt(piece, from),
        piece: index,
        chapter,
        heading,
        notes,
        note: piece.note,
        lineAt: (offset) => lineAt(piece, from + offset),
      };
    });
  });
}

function split(text: string): { from: number; text: string }[] {
  const found: { from: number; text: string }[] = [];
  let from = 0;
  for (const { index, 0: mark } of text.matchAll(/[.!?]\d{0,2}\s+(?=[\p{Lu}\d«“"(])/gu)) {
    const end = index + mark.trimEnd().length;
    const sentence = text.slice(from, end);
    if (abbreviations.test(sentence.replace(/\d+$/, ''))) continue;
    // A day of a month, or a numbered item: `30. august`, `1. Virksomhet`.
    if (/(?:^|\s)\d{1,2}\.$/.test(sentence) && sentence.length < 4) continue;
    found.push({ from, text: sentence });
    from = index + mark.length;
  }
  if (from < text.length) found.push({ from, text: text.slice(from) });
  return found;
}

/** Marks of footnotes, blanked out so that nobody reads them as numbers; every place in the text stays where it was. */
function withoutMarks(text: string): { plain: string; notes: number[] } {
  const notes: number[] = [];
  const plain = text.replaceAll(
    /(?<=\p{L}{2}|\p{L}[.,»”)]|\b20\d\d[.,]?)(\d{1,2})(?=\s|$|[.,])|\[(\d{1,2})\]/gu,
    (mark, number, bracketed) => {
      notes.push(Number(number ?? bracketed));
      return ' '.repeat(mark.length);
    },
  );
  return { plain, notes };
}
