import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Language } from '@samblikk/questionnaire';
import type PDFKit from 'pdfkit';
import { printable } from './printable.ts';

type Document = InstanceType<typeof PDFKit>;
type Element = ReturnType<Document['struct']>;

const margin = 56;
/** Above this much from the paper's edge stands only the page's number. */
const foot = 64;
const ink = '#1e2b3c';
const muted = '#4a5b70';
const faint = '#c3ccd6';
const sizes = { H1: 22, H2: 14, H3: 11, P: 10, label: 9, small: 8.5 } as const;
const leading = 2;
const labelWidth = 195;
const gutter = 14;
const rowGap = 5;
/** Space before a heading, and what at least must find room below it on the same page. */
const before = { H1: 0, H2: 14, H3: 8 } as const;
const follows = { H1: 100, H2: 90, H3: 45 } as const;

/** What a font has. */
interface Glyphs {
  hasGlyphForCodePoint(code: number): boolean;
}

/** A label and what it says: one row of a table, or one item of a list. */
export type Row = readonly [label: string, value: string];

/** All that a PDF is written as, once it has ended. */
export function bytesOf(doc: NodeJS.ReadableStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

/**
 * A tagged PDF (PDF/UA) written from the top: headings, paragraphs, tables of facts and lists of answers. Every text is in
 * the structure tree, page numbers are artifacts, and the fonts (Inter, whole alphabet of Norwegian and Sámi) are embedded.
 */
export class Paper {
  private readonly doc: Document;
  private readonly root: Element;
  private readonly done: Promise<Buffer>;
  /** Whether a character was written as its number, which the paper then says. */
  replaced = false;

  private constructor(doc: Document) {
    this.doc = doc;
    this.done = bytesOf(doc);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** The PDF package is loaded when first needed: it is large, and few ask for paper. */
  static async start(about: { title: string; language: Language; created: Date }): Promise<Paper> {
    const { default: PDFDocument } = await import('pdfkit');
    const [regular, bold] = await paperFonts();
    const doc = new PDFDocument({
      size: 'A4',
      margins: { top: margin, bottom: foot, left: margin, right: margin },
      pdfVersion: '1.7',
      // Missing in the types.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      displayTitle: true,
      lang: { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }[about.language],
      // The same receipt gives the same file.
      info: { Title: about.title, Author: 'Samblikk', CreationDate: about.created, ModDate: about.created },
      bufferPages: true,
    });
    doc.registerFont('regular', regular);
    doc.registerFont('bold', bold);
    doc.fillColor(ink);
    return new Paper(doc);
  }

  /** @param line a line across the page above it, which says nothing to those who listen */
  heading(level: 'H1' | 'H2' | 'H3', written: string, { line = false } = {}): void {
    const { doc } = this;
    const text = this.printable(written);
    doc.font('bold').fontSize(sizes[level]);
    const height = doc.heightOfString(text, { width: this.width });
    // A heading is not left alone at the foot of a page.
    if (!this.fits(height + follows[level])) doc.addPage();
    else if (doc.y > margin) doc.y += before[level];
    if (line && doc.y > margin) this.line();
    if (level === 'H2') doc.outline.addItem(text);
    const write = () => doc.font('bold').fontSize(sizes[level]).fillColor(ink).text(text, { paragraphGap: 5 });
    this.root.add(doc.struct(level, { title: text }, write));
  }

  paragraph(written: string): void {
    const text = this.printable(written);
    this.root.add(
      this.doc.struct('P', {}, () =>
        this.doc.font('regular').fontSize(sizes.P).fillColor(ink).text(text, { paragraphGap: 6, lineGap: leading }),
      ),
    );
  }

  /** Facts with row headers, as a table. `labels` is the width of the headers, in points. */
  table(rows: readonly Row[], { labels = labelWidth } = {}): void {
    const table = this.doc.struct('Table');
    this.root.add(table);
    for (const row of rows) {
      const tr = this.doc.struct('TR');
      table.add(tr);
      this.row(row, { style: 'bold', labels }, (write, side) =>
        tr.add(
          this.doc.struct(side === 'left' ? 'TH' : 'TD', side === 'left' ? ({ scope: 'Row' } as object) : {}, write),
        ),
      );
    }
    table.end();
  }

  /** Questions with their answers, as a list: each item has the question as its label. */
  list(rows: readonly Row[]): void {
    const list = this.doc.struct('L');
    this.root.add(list);
    for (const row of rows) {
      const item = this.doc.struct('LI');
      list.add(item);
      this.row(row, { style: 'muted', labels: labelWidth }, (write, side) =>
        item.add(this.doc.struct(side === 'left' ? 'Lbl' : 'LBody', {}, write)),
      );
    }
    list.end();
  }

  /** A label to the left and what it says to the right. `tag` puts each into the structure. */
  private row(
    row: Row,
    { style, labels }: { style: 'bold' | 'muted'; labels: number },
    tag: (write: () => void, side: 'left' | 'right') => void,
  ): void {
    const { doc } = this;
    const label = this.printable(row[0]);
    const value = this.printable(row[1]);
    const left = { width: labels - gutter, lineGap: leading };
    const right = { width: this.width - labels, lineGap: leading, paragraphGap: 3 };
    const labelStyle = () => doc.font(style === 'bold' ? 'bold' : 'regular').fontSize(sizes.label);
    const valueStyle = () => doc.font('regular').fontSize(sizes.P);
    const labelHeight = labelStyle().heightOfString(label, left);
    const height = Math.max(labelHeight, valueStyle().heightOfString(value, right));
    // Only what would leave half a page empty is divided. The page is changed here: inside an element its marks would break.
    if (!this.fits(Math.min(height, doc.page.height / 2))) doc.addPage();
    const top = doc.y;
    const page = doc.page;
    // The smaller label stands on the same line as what it says.
    tag(
      () =>
        labelStyle()
          .fillColor(style === 'bold' ? ink : muted)
          .text(label, margin, top + 1, left),
      'left',
    );
    tag(
      () =>
        valueStyle()
          .fillColor(ink)
          .text(value, margin + labels, top, right),
      'right',
    );
    doc.x = margin;
    doc.y = (doc.page === page ? Math.max(top + height, doc.y) : doc.y) + rowGap;
  }

  /** In characters that the font has; both weights have the same. */
  private printable(written: string): string {
    // The font itself is missing in the types.
    const { font } = (this.doc.font('regular') as unknown as { _font: { font: Glyphs } })._font;
    const { text, replaced } = printable(written, (code) => font.hasGlyphForCodePoint(code));
    this.replaced ||= replaced;
    return text;
  }

  private line(): void {
    const { doc } = this;
    const right = margin + this.width;
    doc.markContent('Artifact', { type: 'Layout' });
    doc.moveTo(margin, doc.y).lineTo(right, doc.y).lineWidth(0.75).stroke(faint);
    doc.endMarkedContent();
    doc.y += before.H2;
  }

  private get width(): number {
    return this.doc.page.width - 2 * margin;
  }

  private fits(height: number): boolean {
    return this.doc.y + height <= this.doc.page.height - foot;
  }

  /** Closes the file. `footer` says what stands to the left and to the right at the foot of page n of m. */
  async finish(footer: (page: number, pages: number) => Row): Promise<Buffer> {
    const { doc } = this;
    this.root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      doc.page.margins.bottom = 0;
      const [left, right] = footer(page + 1, count);
      const y = doc.page.height - 40;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.font('regular').fontSize(sizes.small).fillColor(muted);
      doc.text(this.printable(left), margin, y, {
        width: this.width - 90,
        height: 12,
        ellipsis: true,
        lineBreak: false,
      });
      doc.text(right, margin + this.width - 90, y, { width: 90, align: 'right' });
      doc.endMarkedContent();
    }
    doc.end();
    return this.done;
  }
}

let loaded: Promise<[Buffer, Buffer]> | undefined;

/** Inter from its package, regular and bold; read once. */
export function paperFonts(): Promise<[Buffer, Buffer]> {
  const { resolve } = createRequire(import.meta.url);
  const read = (name: string) => readFile(resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`));
  loaded ??= Promise.all([read('400Regular'), read('700Bold')]);
  return loaded;
}
