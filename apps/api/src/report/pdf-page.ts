import type PDFKit from 'pdfkit';
import { bytesOf, paperFonts, printable } from '../receipts/index.ts';
import { languageTags, type ReportDocument, type TableBlock } from './model.ts';

type Document = InstanceType<typeof PDFKit>;
type Element = ReturnType<Document['struct']>;
type Look = keyof typeof looks;

/** A piece of running text. */
export interface Run {
  readonly text: string;
  readonly bold?: true;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const margin = { left: 62, right: 62, top: 64, bottom: 72 };
const ink = '#1e2b3c';
const muted = '#4a5b70';
const faint = '#c3ccd6';
const blue = '#0062ba';

/** Sizes and spaces in points. */
const looks = {
  title: { size: 26, bold: true, colour: ink, before: 40, after: 8 },
  subtitle: { size: 12, bold: false, colour: muted, before: 0, after: 16 },
  contents: { size: 14, bold: true, colour: ink, before: 14, after: 8 },
  body: { size: 10, bold: false, colour: ink, before: 0, after: 7 },
  lead: { size: 10, bold: true, colour: ink, before: 2, after: 7 },
  notice: { size: 10, bold: false, colour: ink, before: 8, after: 14 },
  note: { size: 8, bold: false, colour: muted, before: 0, after: 3 },
  caption: { size: 9.5, bold: true, colour: ink, before: 8, after: 6 },
} as const;
const headings = {
  1: { size: 17, before: 22, after: 8, follows: 110 },
  2: { size: 12.5, before: 14, after: 5, follows: 80 },
  3: { size: 10.5, before: 10, after: 4, follows: 60 },
} as const;
const cellSize = 8.5;
const cellGap = { x: 5, y: 3.5 };
const leading = 2.2;

/** The room for text in a cell: the first begins at the margin. */
const innerWidth = (width: number, at: number): number => width - (at === 0 ? 1 : 2) * cellGap.x;

/** Pieces of the same weight as one: a line is not to be divided where one ends. */
function joined(pieces: readonly Run[]): readonly Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    if (last && last.bold === piece.bold) runs[runs.length - 1] = { ...last, text: last.text + piece.text };
    else runs.push(piece);
  }
  return runs;
}

/** What a font has. */
interface Glyphs {
  hasGlyphForCodePoint(code: number): boolean;
}

/**
 * Pages of a tagged PDF, written from the top. The page is changed before an element begins wherever it must stand together: a
 * caption with its picture, a row of a table, a heading with what follows it.
 */
export class Page {
  private readonly doc: Document;
  private readonly root: Element;
  private readonly done: Promise<Buffer>;
  private chapter: ReturnType<Document['outline']['addItem']> | undefined;

  private constructor(doc: Document) {
    this.doc = doc;
    this.done = bytesOf(doc);
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  static async start({ title, subject, author, language, date }: ReportDocument): Promise<Page> {
    const { default: PDFDocument } = await import('pdfkit');
    const [regular, bold] = await paperFonts();
    const doc = new PDFDocument({
      size: 'A4',
      margins: margin,
      pdfVersion: '1.7',
      // Missing in the types.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      displayTitle: true,
      lang: languageTags[language],
      info: { Title: title, Subject: subject, Author: author, CreationDate: date, ModDate: date },
      bufferPages: true,
    });
    doc.registerFont('regular', regular);
    doc.registerFont('bold', bold);
    return new Page(doc);
  }

  get numberOfPage(): number {
    const { start, count } = this.doc.bufferedPageRange();
    return start + count;
  }

  private get width(): number {
    return this.doc.page.width - margin.left - margin.right;
  }

  private get bottom(): number {
    return this.doc.page.height - margin.bottom;
  }

  private fits(height: number): boolean {
    return this.doc.y + height <= this.bottom;
  }

  private face(bold: boolean, size: number, colour: string = ink): Document {
    return this.doc
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(colour);
  }

  /** In characters that the font has. */
  private shown(text: string): string {
    const { font } = (this.doc.font('regular') as unknown as { _font: { font: Glyphs } })._font;
    return printable(text, (code) => font.hasGlyphForCodePoint(code)).text;
  }

  breakPage(): void {
    this.doc.addPage();
  }

  gap(): void {
    this.doc.y += 10;
  }

  /** @param least what comes after it needs so much room on the same page */
  heading(level: 1 | 2 | 3, written: string, least = 0): void {
    const { doc } = this;
    const { size, before, after, follows } = headings[level];
    const text = this.shown(written);
    const height = this.face(true, size).heightOfString(text, { width: this.width });
    if (!this.fits(before + height + after + Math.max(follows, least))) doc.addPage();
    else if (doc.y > margin.top) doc.y += before;
    if (level === 1) this.chapter = doc.outline.addItem(text);
    else if (level === 2) (this.chapter ?? doc.outline).addItem(text);
    const write = () => this.face(true, size).text(text, margin.left, doc.y, { width: this.width });
    // The title of the document is the one H1.
    this.root.add(doc.struct(`H${level + 1}`, { title: text }, write));
    doc.y += after;
  }

  /** A paragraph of runs. */
  text(tag: 'P' | 'H1', runs: readonly Run[], look: Look): void {
    const { doc } = this;
    const { before, after, size } = looks[look];
    const inset = look === 'notice' ? 14 : 0;
    const at = { x: margin.left + inset, width: this.width - 2 * inset };
    const all = this.shown(runs.map(({ text }) => text).join(''));
    const height = this.face(looks[look].bold, size).heightOfString(all, { width: at.width, lineGap: leading });
    if (!this.fits(before + Math.min(height, 3 * size))) doc.addPage();
    else doc.y += before;
    if (look === 'notice') this.ground(height);
    const top = doc.y + (look === 'notice' ? 8 : 0);
    this.root.add(doc.struct(tag, {}, () => this.runs(runs, { ...at, y: top, look })));
    doc.x = margin.left;
    doc.y += after + (look === 'notice' ? 8 : 0);
  }

  private runs(
    pieces: readonly Run[],
    { x, y, width, look }: { x: number; y: number; width: number; look: Look },
  ): void {
    const { size, bold, colour } = looks[look];
    const how = { width, lineGap: leading };
    const runs = joined(pieces);
    runs.forEach((run, at) => {
      const face = this.face(bold || run.bold === true, size, colour);
      const continued = at < runs.length - 1;
      const text = this.shownIn(run, bold);
      if (at === 0) face.text(text, x, y, { ...how, continued });
      else face.text(text, { ...how, continued });
    });
  }

  private shownIn(run: Run, bold: boolean): string {
    const text = this.shown(run.text);
    this.doc.font(bold || run.bold === true ? 'bold' : 'regular');
    return text;
  }

  /** What stands behind a notice; it says nothing by itself. */
  private ground(height: number): void {
    const { doc } = this;
    this.artifact('Layout', () => {
      doc.rect(margin.left, doc.y, this.width, height + 16).fill('#eaf3fb');
      doc.rect(margin.left, doc.y, 4, height + 16).fill(blue);
    });
  }

  private artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  list(items: readonly (readonly Run[])[], mark: string): void {
    const { doc } = this;
    const indent = mark === '' ? 0 : 14;
    const { size } = looks.body;
    const list = doc.struct('L');
    this.root.add(list);
    for (const item of items) {
      const all = this.shown(item.map(({ text }) => text).join(''));
      const height = this.face(false, size).heightOfString(all, { width: this.width - indent, lineGap: leading });
      if (!this.fits(Math.min(height, 120))) doc.addPage();
      const y = doc.y;
      const li = doc.struct('LI');
      list.add(li);
      if (mark !== '') li.add(doc.struct('Lbl', {}, () => this.face(false, size).text(mark, margin.left + 3, y)));
      const at = { x: margin.left + indent, y, width: this.width - indent, look: 'body' as const };
      li.add(doc.struct('LBody', {}, () => this.runs(item, at)));
      li.end();
      doc.x = margin.left;
      doc.y += 4;
    }
    list.end();
    doc.y += 4;
  }

  /** A picture under its caption, the two on one page. */
  picture(png: Buffer, size: Size, alt: string, caption: string): void {
    const { doc } = this;
    const { width, height } = this.pictureSize(size);
    if (!this.fits(this.leastOfPicture(size))) doc.addPage();
    this.text('P', [{ text: caption }], 'caption');
    const y = doc.y;
    const bbox: [number, number, number, number] = [margin.left, y, margin.left + width, y + height];
    const draw = () => doc.image(png, margin.left, y, { width, height });
    this.root.add(doc.struct('Figure', { alt, bbox } as object, draw));
    doc.x = margin.left;
    doc.y = y + height + 6;
  }

  /** A table with its head on each page it stands on; no row is divided, and a short table stands on one page. */
  table(caption: string, columns: TableBlock['columns'], parts: readonly number[], rows: TableBlock['rows']): void {
    const { doc } = this;
    const widths = parts.map((part) => part * this.width);
    const head = columns.map(({ label }) => label);
    const headHeight = this.rowHeight(head, widths, true);
    const heights = rows.map((row) => this.rowHeight(row, widths, false));
    if (!this.fits(this.leastOfTable(columns, parts, rows))) doc.addPage();
    const table = doc.struct('Table');
    this.root.add(table);
    const { before, after, size } = looks.caption;
    doc.y += before;
    const top = doc.y;
    table.add(
      doc.struct('Caption', {}, () =>
        this.face(true, size).text(this.inFace(caption, true), margin.left, top, {
          width: this.width,
          lineGap: leading,
        }),
      ),
    );
    doc.y += after;
    this.row(head, { columns, widths, height: headHeight, bold: true }, (cell, write) =>
      this.cellIn(table, cell, write, 'Column'),
    );
    rows.forEach((row, at) => {
      const rowHeight = heights[at] ?? 0;
      if (!this.fits(rowHeight)) {
        doc.addPage();
        this.row(head, { columns, widths, height: headHeight, bold: true }, (_, write) =>
          this.artifact('Layout', write),
        );
      }
      this.row(row, { columns, widths, height: rowHeight, bold: false }, (cell, write) =>
        this.cellIn(table, cell, write, cell === 0 ? 'Row' : undefined),
      );
    });
    this.open?.end();
    this.open = undefined;
    table.end();
    doc.x = margin.left;
    doc.y += 5;
  }

  private rowHeight(cells: readonly string[], widths: readonly number[], bold: boolean): number {
    const heights = cells.map((cell, at) => {
      const text = this.inFace(cell, bold);
      return this.face(bold, cellSize).heightOfString(text, { width: innerWidth(widths[at] ?? 0, at) });
    });
    return Math.max(...heights) + 2 * cellGap.y;
  }

  /** The room that a table needs where it begins: all of a short one. */
  leastOfTable(columns: TableBlock['columns'], parts: readonly number[], rows: TableBlock['rows']): number {
    const widths = parts.map((part) => part * this.width);
    const head = this.rowHeight(
      columns.map(({ label }) => label),
      widths,
      true,
    );
    const whole = rows.reduce((sum, row) => sum + this.rowHeight(row, widths, false), head + 50);
    return rows.length <= 16 && whole < this.bottom - margin.top - 60 ? whole : head + 120;
  }

  private pictureSize({ width, height }: Size): Size {
    const scale = Math.min(this.width / width, 520 / height);
    return { width: width * scale, height: height * scale };
  }

  /** The room that a picture with its caption needs. */
  leastOfPicture(size: Size): number {
    return this.pictureSize(size).height + 60;
  }

  private inFace(text: string, bold: boolean): string {
    const shown = this.shown(text);
    this.doc.font(bold ? 'bold' : 'regular');
    return shown;
  }

  /** The row that cells are put into: a new one begins with its first cell. */
  private open: Element | undefined;

  private cellIn(table: Element, cell: number, write: () => void, scope: 'Row' | 'Column' | undefined): void {
    const { doc } = this;
    if (cell === 0) {
      this.open?.end();
      this.open = doc.struct('TR');
      table.add(this.open);
    }
    this.open?.add(doc.struct(scope ? 'TH' : 'TD', (scope ? { scope } : {}) as object, write));
  }

  private row(
    cells: readonly string[],
    how: { columns: TableBlock['columns']; widths: readonly number[]; height: number; bold: boolean },
    tag: (cell: number, write: () => void) => void,
  ): void {
    const { doc } = this;
    const { columns, widths, height, bold } = how;
    const top = doc.y;
    let x = margin.left;
    cells.forEach((cell, at) => {
      const [left, width] = [x, widths[at] ?? 0];
      const align = columns[at]?.number ? ('right' as const) : ('left' as const);
      tag(at, () =>
        this.face(bold, cellSize).text(this.inFace(cell, bold), left + (at === 0 ? 0 : cellGap.x), top + cellGap.y, {
          width: innerWidth(width, at),
          align,
        }),
      );
      x += width;
    });
    doc.y = top + height;
    this.artifact('Layout', () =>
      doc
        .moveTo(margin.left, doc.y)
        .lineTo(margin.left + this.width, doc.y)
        .lineWidth(bold ? 1 : 0.5)
        .stroke(bold ? ink : faint),
    );
  }

  /** Keeps the rest of this page for the table of contents, which is written when it is known what is on which page. */
  keepContents(): (entries: readonly { readonly text: string; readonly page: number }[]) => void {
    const { doc } = this;
    const contents = doc.struct('TOC');
    this.root.add(contents);
    const [page, top] = [this.numberOfPage - 1, doc.y];
    return (entries) => {
      doc.switchToPage(page);
      const size = looks.body.size;
      entries.forEach(({ text, page: at }, place) => {
        const y = top + place * 17;
        const item = doc.struct('TOCI');
        contents.add(item);
        item.add(
          doc.struct('Reference', {}, () => {
            this.face(false, size).text(this.inFace(text, false), margin.left, y, { width: this.width - 40 });
            this.face(false, size).text(String(at), margin.left + this.width - 40, y, { width: 40, align: 'right' });
          }),
        );
        item.end();
      });
      contents.end();
    };
  }

  /** Closes the file. `footer` says what stands to the left and to the right at the foot of page n of m. */
  async finish(footer: (page: number, pages: number) => readonly [string, string]): Promise<Buffer> {
    const { doc } = this;
    this.root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let at = start; at < start + count; at += 1) {
      doc.switchToPage(at);
      doc.page.margins.bottom = 0;
      const [left, right] = footer(at + 1, count);
      const y = doc.page.height - 44;
      this.artifact('Pagination', () => {
        this.face(false, 8, muted).text(left, margin.left, y, { width: this.width - 90, height: 12, lineBreak: false });
        doc.text(right, margin.left + this.width - 90, y, { width: 90, align: 'right' });
      });
    }
    doc.end();
    return this.done;
  }
}
