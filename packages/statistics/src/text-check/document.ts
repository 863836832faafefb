/** A text as the checker reads it: pieces in order, whatever file they came from. */
export interface TextPiece {
  /**
   * `note`: a footnote, with its number. `row`: a row of a table. `data`: a number that stands alone, as those of a chart do in text
   * taken out of a PDF.
   */
  readonly kind: 'heading' | 'paragraph' | 'note' | 'row' | 'data';
  readonly text: string;
  /** Where its lines begin: offset in `text` → line (or paragraph) in the file, counted from 1. */
  readonly lines: readonly (readonly [offset: number, line: number])[];
  /** The number of a footnote. */
  readonly note?: number;
}

/** The line that a place in a piece stands on. */
export function lineAt({ lines }: TextPiece, offset: number): number {
  return lines.findLast(([from]) => from <= offset)?.[1] ?? lines[0]?.[1] ?? 1;
}

interface Line {
  readonly text: string;
  readonly line: number;
  /** Lines without text before it. */
  readonly gap: number;
  /** It is the first of a page. */
  readonly page: boolean;
}

const numberAlone = /^\d{1,3}(?:[.,]\d)?\s?%?$/;
const chapter = /^(?:\d+(?:\.\d+)+\.?|\d{1,2})\s+\p{Lu}/u;
const caption = /^(?:Figur|Figure|Tabell|Table)\s+\d+[.:]?\s+\p{Lu}/u;
const terminal = /[.!?:;»”)]\d{0,2}\s*$/;

/**
 * Plain text in pieces. Text out of a PDF often has a blank line after every line, footnotes amid the running text and the numbers of
 * charts on lines of their own: paragraphs, footnotes and headings are told apart by spacing, numbering and letters.
 */
export function plainPieces(text: string): readonly TextPiece[] {
  const lines = linesOf(text);
  // The gap between two lines of one paragraph: one blank line where nearly all have one, else none.
  const spaced = lines.filter(({ gap }) => gap > 0).length > lines.length * 0.6 ? 1 : 0;
  const isNote = noteStarts(text);
  const pieces: { kind: TextPiece['kind']; text: string; lines: [number, number][]; note?: number }[] = [];
  let open: (typeof pieces)[number] | undefined;
  let inNote = false;

  const start = (kind: TextPiece['kind'], { text, line }: Line, note?: number) => {
    open = { kind, text, lines: [[0, line]], ...(note !== undefined && { note }) };
    pieces.push(open);
  };
  const join = (piece: (typeof pieces)[number], { text, line }: Line) => {
    const hyphen = /\p{L}-$/u.test(piece.text) ? '' : ' ';
    piece.lines.push([piece.text.length + hyphen.length, line]);
    piece.text += hyphen + text;
  };

  for (const line of lines) {
    if (/^https?:\/\/\S+$/.test(line.text)) continue;
    const lower = /^[\p{Ll}(–]/u.test(line.text);
    const note = line.page ? undefined : isNote(line.text);
    if (note !== undefined) {
      start('note', { ...line, text: line.text.replace(/^\d+\s+/, '') }, note);
      inNote = true;
    } else if (inNote && line.gap === 0 && !line.page && open) {
      join(open, line);
    } else if (numberAlone.test(line.text)) {
      inNote = false;
      start('data', line);
    } else if (chapter.test(line.text) || caption.test(line.text)) {
      inNote = false;
      start('heading', line);
    } else if (/^\d{1,2}\.\s+\p{Lu}/u.test(line.text)) {
      inNote = false;
      start('paragraph', line);
    } else if (line.text.startsWith('•')) {
      inNote = false;
      start('paragraph', { ...line, text: line.text.replace(/^•\s*/, '') });
    } else {
      const before: (typeof pieces)[number] | undefined = inNote
        ? pieces.findLast(({ kind }) => kind !== 'note')
        : open;
      inNote = false;
      const running = before && before.kind !== 'data' && line.gap <= spaced && !line.page;
      const joins =
        before &&
        ((before.kind === 'paragraph' && (running || (lower && !terminal.test(before.text)))) ||
          (before.kind === 'heading' && running && lower));
      if (joins) {
        join(before, line);
        open = before;
      } else start('paragraph', line);
    }
  }
  return pieces.map((piece) => (isHeading(piece) ? { ...piece, kind: 'heading' } : piece));
}

/** A short paragraph that does not end as a sentence does. */
const isHeading = ({ kind, text }: TextPiece): boolean =>
  kind === 'paragraph' && text.length < 120 && /^\p{Lu}/u.test(text) && !terminal.test(text) && !/[,–-]$/.test(text);

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = raw.replaceAll(/[\s\f]+/g, ' ').trim();
    if (trimmed === '') {
      gap += 1;
      continue;
    }
    lines.push({ text: trimmed, line: index + 1, gap, page: /^(?:\f| (?! ))/.test(raw) });
    gap = 0;
  }
  return lines;
}

/** Whether a line begins a footnote: its number is the next one, and something earlier refers to it. */
function noteStarts(text: string): (line: string) => number | undefined {
  let last = 0;
  return (line) => {
    const [, digits] = /^(\d{1,2})\s+[\p{Lu}«“"]/u.exec(line) ?? [];
    const number = Number(digits);
    if (digits === undefined || number !== last + 1) return undefined;
    if (!new RegExp(`(?:[\\p{Ll}.»”)]|[^\\d]20\\d\\d)${digits}(?=[\\s.,])`, 'u').test(text)) return undefined;
    last = number;
    return number;
  };
}
