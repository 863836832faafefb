import type { Paragraph as DocxParagraph, Table as DocxTable, ParagraphChild, TableOfContents } from 'docx';
import { columnWidths } from './columns.ts';
import { withFixedBytes } from './docx-bytes.ts';
import { documentStyles, look, numbering } from './docx-styles.ts';
import type { Block, FigureBlock, Heading, Paragraph, Piece, ReportDocument, TableBlock } from './model.ts';
import { languageTags, numbersIn, referenceParts } from './model.ts';
import { pngOf, sizeOf } from './png.ts';

type Docx = typeof import('docx');
type Element = DocxParagraph | DocxTable | TableOfContents;

/** The width of the text on the page, in pixels (at 96 to the inch) and in twips. */
const textWidth = { pixels: 605, twips: 9070 };

/** About how wide a character of a table is, in twips. */
const characterTwips = 95;

/** As Word may name a bookmark: letters, digits and `_`, at most 40, first a letter. */
const bookmarkOf = (id: string): string => `ref_${id.replaceAll(/\W/g, '_')}`.slice(0, 40);

/**
 * The report as a DOCX that can be worked on: real styles, chapters numbered by Word, captions with SEQ fields, references
 * that Word updates, a table of contents, pictures with alt texts, the document's language and title. The same document gives
 * the same bytes.
 */
export async function toDocx(document: ReportDocument): Promise<Buffer> {
  const docx = await import('docx');
  const { estimatePageNumbers } = await import('docx/layout');
  const writer = new Writer(docx, document);
  const file = new docx.Document({
    title: document.title,
    subject: document.subject,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: documentStyles(docx, languageTags[document.language]),
    numbering: numbering(docx),
    pageNumbers: estimatePageNumbers,
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin: look.margins } },
        footers: { default: writer.footer() },
        children: [...writer.front(), ...(await writer.body())],
      },
    ],
  });
  return withFixedBytes(await docx.Packer.toBuffer(file), document);
}

class Writer {
  private readonly docx: Docx;
  private readonly document: ReportDocument;
  private readonly numbers: ReadonlyMap<string, string>;

  constructor(docx: Docx, document: ReportDocument) {
    this.docx = docx;
    this.document = document;
    this.numbers = numbersIn(document.blocks);
  }

  front(): Element[] {
    const { Paragraph, TableOfContents } = this.docx;
    const { title, subtitle, front, words } = this.document;
    return [
      new Paragraph({ style: 'Title', text: title }),
      new Paragraph({ style: 'Subtitle', text: subtitle }),
      ...front.map((block) => this.paragraph(block)),
      new Paragraph({ style: 'ContentsHeading', text: words.contents }),
      new TableOfContents(words.contents, { hyperlink: true, headingStyleRange: '1-2' }),
    ];
  }

  async body(): Promise<Element[]> {
    const written: Element[] = [];
    let first = true;
    for (const block of this.document.blocks) {
      written.push(...(await this.block(block, first)));
      if (block.kind === 'heading') first = false;
    }
    return written;
  }

  private async block(block: Block, first: boolean): Promise<Element[]> {
    const written: {
      readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => Element[] | Promise<Element[]>;
    } = {
      heading: (one) => [this.heading(one, first)],
      paragraph: (one) => [this.paragraph(one)],
      list: ({ items, plain }) =>
        items.map(
          (item) =>
            new this.docx.Paragraph({
              style: plain ? 'BodyText' : 'ListBullet',
              ...(!plain && { numbering: { reference: 'bullets', level: 0 } }),
              children: this.inline(item),
            }),
        ),
      table: (one) => this.table(one),
      figure: (one) => this.figure(one),
    };
    return written[block.kind](block as never);
  }

  private heading({ level, id, text, numbered }: Heading, first: boolean): DocxParagraph {
    const { Paragraph, Bookmark, TextRun, HeadingLevel } = this.docx;
    const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };
    return new Paragraph({
      heading: levels[level],
      ...(first && { pageBreakBefore: true }),
      ...(numbered && { numbering: { reference: 'chapters', level: level - 1 } }),
      children: [new Bookmark({ id: bookmarkOf(id), children: [new TextRun(text)] })],
    });
  }

  private paragraph({ pieces, look: kind }: Paragraph): DocxParagraph {
    const styles = { lead: 'Finding', notice: 'Notice', note: 'Note' };
    return new this.docx.Paragraph({ style: kind ? styles[kind] : 'BodyText', children: this.inline(pieces) });
  }

  private inline(pieces: readonly Piece[]): ParagraphChild[] {
    const { TextRun, ExternalHyperlink } = this.docx;
    return pieces.flatMap((piece): ParagraphChild | ParagraphChild[] => {
      if ('to' in piece) return this.reference(piece.to);
      if ('href' in piece)
        return new ExternalHyperlink({
          link: piece.href,
          children: [new TextRun({ text: piece.text, style: 'Hyperlink' })],
        });
      return new TextRun({ text: piece.text, ...(piece.strong && { bold: true }) });
    });
  }

  /**
   * `figur 4`, of which the number is the field: as a whole it would begin with a capital in LibreOffice, which also loses
   * the number of a field that is broken over two lines.
   */
  private reference(to: string): ParagraphChild[] {
    const { TextRun, SimpleField } = this.docx;
    const [word, number] = referenceParts(to, this.document, this.numbers);
    return [new TextRun(word), new SimpleField(` REF ${bookmarkOf(to)} \\h `, number)];
  }

  /** `Figur 4. …`, its number in a bookmark that references point to. */
  private caption(id: string, word: string, text: string): DocxParagraph {
    const { Paragraph, Bookmark, TextRun, SimpleField } = this.docx;
    const field = new SimpleField(` SEQ ${word} \\* ARABIC `, this.numbers.get(id) ?? '');
    return new Paragraph({
      style: 'Caption',
      children: [
        new TextRun(`${word}\u00a0`),
        new Bookmark({ id: bookmarkOf(id), children: [field] }),
        new TextRun(`. ${text}`),
      ],
    });
  }

  private notes(all: readonly string[]): DocxParagraph[] {
    const { Paragraph } = this.docx;
    return all.map(
      (text, at) =>
        new Paragraph({
          style: 'Note',
          text,
          ...(at < all.length - 1 ? { keepNext: true } : { spacing: { after: look.afterBlock } }),
        }),
    );
  }

  private async figure({ id, caption, svg, alt, notes }: FigureBlock): Promise<Element[]> {
    const { Paragraph, ImageRun } = this.docx;
    const { width, height } = sizeOf(svg);
    const scale = Math.min(1, textWidth.pixels / width);
    const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const name = `${this.document.words.figure} ${this.numbers.get(id)}`;
    const picture = new ImageRun({
      type: 'svg',
      data: Buffer.from(svg),
      fallback: { type: 'png', data: await pngOf(svg) },
      transformation,
      altText: { name, title: caption, description: alt, id: String(1000 + Number(this.numbers.get(id))) },
    });
    return [
      this.caption(id, this.document.words.figure, caption),
      new Paragraph({ style: 'Figure', children: [picture] }),
      ...this.notes(notes),
    ];
  }

  private table({ id, caption, columns, rows, notes }: TableBlock): Element[] {
    const { Table, TableRow, TableCell, Paragraph, WidthType, TableLayoutType } = this.docx;
    const widths = columnWidths(columns).map((part) => Math.round(part * textWidth.twips));
    const cell = (text: string, at: number, style: string) =>
      new TableCell({
        width: { size: widths[at] ?? 0, type: WidthType.DXA },
        children: [new Paragraph({ style: columns[at]?.number ? `${style}Number` : style, text })],
      });
    const head = new TableRow({
      tableHeader: true,
      cantSplit: true,
      keepNext: true,
      children: columns.map(({ label }, at) => cell(label, at, 'TableHead')),
    });
    // Short tables stand on one page with their notes; of a longer one no row stands alone.
    const lines = (row: readonly string[]) =>
      Math.max(...row.map((text, at) => Math.ceil((text.length * characterTwips) / (widths[at] ?? textWidth.twips))));
    const whole = rows.reduce((sum, row) => sum + lines(row), 0) <= 18;
    const kept = (place: number) =>
      place < rows.length - 1 ? whole || place === 0 || place === rows.length - 2 : notes.length > 0;
    const body = rows.map(
      (row, place) =>
        new TableRow({
          cantSplit: true,
          ...(kept(place) && { keepNext: true }),
          children: row.map((text, at) => cell(text, at, 'TableText')),
        }),
    );
    return [
      this.caption(id, this.document.words.table, caption),
      new Table({
        style: 'ReportTable',
        width: { size: textWidth.twips, type: WidthType.DXA },
        layout: TableLayoutType.FIXED,
        columnWidths: widths,
        borders: look.tableBorders(this.docx),
        margins: { top: 40, bottom: 40, left: 60, right: 100 },
        tableLook: { firstRow: true, firstColumn: true },
        rows: [head, ...body],
      }),
      ...this.notes(notes),
    ];
  }

  footer() {
    const { Footer, Paragraph, TextRun, PageNumber } = this.docx;
    const { foot, words } = this.document;
    return new Footer({
      children: [
        new Paragraph({
          style: 'Footer',
          children: [
            new TextRun(`${foot}\t${words.page} `),
            new TextRun({ children: [PageNumber.CURRENT] }),
            new TextRun(' / '),
            new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          ],
        }),
      ],
    });
  }
}
