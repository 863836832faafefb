import { createReadStream } from 'node:fs';
import type { Text } from '@samblikk/questionnaire';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import iconv from 'iconv-lite';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a file was written, as far as it shows; what is unusual is said to the person who sent it. */
export interface FileForm {
  readonly encoding: 'utf8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  readonly delimiter: Delimiter;
  readonly notes: readonly (keyof typeof formTexts)[];
}

/** What is said about a file that is not UTF-8 with commas and LF. */
export const formTexts = {
  byteOrderMark: {
    nb: 'Filen begynner med et BOM-merke. Det er hoppet over.',
    nn: 'Fila byrjar med eit BOM-merke. Det er hoppa over.',
    en: 'The file begins with a byte order mark. It was skipped.',
  },
  carriageReturns: {
    nb: 'Linjene slutter med CRLF, slik Windows gjør det. De er lest som vanlige linjeskift.',
    nn: 'Linjene sluttar med CRLF, slik Windows gjer det. Dei er lesne som vanlege linjeskift.',
    en: 'The lines end with CRLF, as on Windows. They were read as ordinary line ends.',
  },
  semicolons: {
    nb: 'Kolonnene er skilt med semikolon. Filen er lest slik.',
    nn: 'Kolonnene er skilde med semikolon. Fila er lesen slik.',
    en: 'The columns are separated by semicolons. The file was read that way.',
  },
  tabs: {
    nb: 'Kolonnene er skilt med tabulator. Filen er lest slik.',
    nn: 'Kolonnene er skilde med tabulator. Fila er lesen slik.',
    en: 'The columns are separated by tabs. The file was read that way.',
  },
  bars: {
    nb: 'Kolonnene er skilt med loddrett strek. Filen er lest slik.',
    nn: 'Kolonnene er skilde med loddrett strek. Fila er lesen slik.',
    en: 'The columns are separated by vertical bars. The file was read that way.',
  },
  windows1252: {
    nb: 'Filen er ikke UTF-8. Den er lest som Windows-1252. Se etter at æ, ø og å er riktige.',
    nn: 'Fila er ikkje UTF-8. Ho er lesen som Windows-1252. Sjå etter at æ, ø og å er rette.',
    en: 'The file is not UTF-8. It was read as Windows-1252. Check that æ, ø and å are right.',
  },
  mergedDown: {
    nb: 'Celler som er slått sammen over flere rader, gjelder for hver av radene.',
    nn: 'Celler som er slått saman over fleire rader, gjeld for kvar av radene.',
    en: 'Cells that are merged over several rows count for each of the rows.',
  },
  utf16: {
    nb: 'Filen er UTF-16, og er lest slik.',
    nn: 'Fila er UTF-16, og er lesen slik.',
    en: 'The file is UTF-16, and was read that way.',
  },
} as const satisfies Record<string, Text>;

/** As much of a file as tells how it is written. */
const headBytes = 65_536;

/** Looks through a file once, in pieces, to see how it is written. @param told the separator, where someone said it */
export async function recogniseForm(path: string, chosen?: Delimiter): Promise<FileForm> {
  const notes: (keyof typeof formTexts)[] = [];
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let head = Buffer.alloc(0);
  let isUtf8 = true;
  let crlf = false;
  let last = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    if (head.length < headBytes) head = Buffer.concat([head, piece.subarray(0, headBytes - head.length)]);
    isUtf8 &&= decodes(utf8, piece);
    crlf ||= piece.includes('\r\n') || (last === 13 && piece[0] === 10);
    last = piece.at(-1) ?? last;
  }
  isUtf8 &&= decodes(utf8, undefined);
  const encoding = encodingOf(head, isUtf8);
  if (encoding === 'utf8' && head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) notes.push('byteOrderMark');
  if (encoding === 'windows-1252') notes.push('windows1252');
  if (encoding.startsWith('utf-16')) notes.push('utf16');
  if (crlf || (encoding.startsWith('utf-16') && head.includes(Buffer.from('\r\n', 'utf16le'))))
    notes.push('carriageReturns');
  const delimiter = chosen ?? delimiterOf(iconv.decode(head, encoding), head.length === headBytes);
  const unusual = { ',': undefined, ';': 'semicolons', '\t': 'tabs', '|': 'bars' } as const;
  const note = unusual[delimiter];
  if (note) notes.push(note);
  return { encoding, delimiter, notes };
}

function decodes(decoder: InstanceType<typeof TextDecoder>, piece: Buffer | undefined): boolean {
  try {
    decoder.decode(piece, { stream: piece !== undefined });
    return true;
  } catch {
    return false;
  }
}

function encodingOf(head: Buffer, isUtf8: boolean): FileForm['encoding'] {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return isUtf8 ? 'utf8' : 'windows-1252';
}

/** Records that are looked at for the separator. */
const fewRecords = 50;

/**
 * The separator by which most records are as wide as each other, read as records with their quotes: a cell may have line
 * breaks, and any separator, in it; a title above the headings has none. A comma when nothing is separated.
 * @param cut whether the text goes on
 */
function delimiterOf(text: string, cut: boolean): Delimiter {
  const [, stated] = /^\uFEFF?sep=([,;\t|])\r?\n/i.exec(text) ?? [];
  if (stated) return stated as Delimiter;
  const scores = delimiters.map((sign) => {
    const widths = widthsBy(sign, text, cut);
    const counts = [...Map.groupBy(widths, (width) => width)].filter(([width]) => width > 1);
    const [width = 0, same = []] = counts.toSorted(([a, x], [b, y]) => y.length - x.length || b - a)[0] ?? [];
    return { sign, share: widths.length === 0 ? 0 : same.length / widths.length, width };
  });
  // A bar stands between words in one cell in our own files: it separates columns only where nothing else does.
  const [best] = scores.toSorted(
    (a, b) => Number(a.sign === '|') - Number(b.sign === '|') || b.share - a.share || b.width - a.width,
  );
  if (best && best.share > 0) return best.sign;
  return scores.find(({ share }) => share > 0)?.sign ?? ',';
}

/** How many cells the first records have with this separator. */
function widthsBy(delimiter: Delimiter, text: string, cut: boolean): number[] {
  const widths: number[] = [];
  try {
    parseAtOnce(text, {
      delimiter,
      bom: true,
      to: fewRecords,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (record: string[]) => {
        if (record.some((cell) => cell.trim() !== '')) widths.push(record.length);
        return null;
      },
    });
  } catch (error) {
    // A quote that is not closed: in a text that is cut off, or in a file that will be said to be broken.
    if (!(error instanceof CsvError)) throw error;
    return widths;
  }
  return cut && widths.length > 1 && widths.length < fewRecords ? widths.slice(0, -1) : widths;
}

/** One row: its number as a spreadsheet shows it (the header is row 1), and its cells. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The file breaks off here: its quotes do not match. Nothing after it can be read. */
export class BrokenCsv extends Error {
  readonly row: number;
  constructor(row: number, cause: Error) {
    super(`row ${row}: ${cause.message}`, { cause });
    this.row = row;
  }
}

/** The longest row that is read, in characters. A quote that is never closed would otherwise take the whole file in. */
const LONGEST_ROW = 1_000_000;

/**
 * Reads a file row by row, holding one piece at a time. Empty lines are left out, and still counted. `looseQuotes` lets
 * quotes stand within a cell that has none around it, as in lists that people keep. @throws BrokenCsv
 */
export async function* readCsv(path: string, form: FileForm, { looseQuotes = false } = {}): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: form.delimiter,
    relax_column_count: true,
    relax_quotes: looseQuotes,
    max_record_size: LONGEST_ROW,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const source = createReadStream(path);
  const text = source.pipe(iconv.decodeStream(form.encoding));
  const stop = (error: Error) => parser.destroy(error);
  source.on('error', stop);
  text.on('error', stop);
  text.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > 1 || cells[0] !== '') yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw new BrokenCsv(row + 1, error);
    throw error;
  } finally {
    source.destroy();
  }
}
