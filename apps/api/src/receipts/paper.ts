import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language } from '@samblikk/questionnaire';
import type PDFKit from 'pdfkit';

type Document = InstanceType<typeof PDFKit>;
type Element = ReturnType<Document['struct']>;

const margin = 56;
const ink = '#1e2b3c';
const muted = '#4a5b70';
const sizes = { H1: 22, H2: 15, H3: 12, P: 10.5, small: 9 } as const;

/** A label and what it says: one row of a table, or one item of a list. */
export type Row = readonly [label: string, value: string];

/**
 * A tagged PDF (PDF/UA) written from the top: headings, paragraphs, tables of facts and lists of answers. Every text is in
 * the structure tree, page numbers are artifacts, and the fonts (Inter, whole alphabet of Norwegian and Sámi) are embedded.
 */
export class Paper {
  private readonly doc: Document;
  private readonly root: Element;
  private readonly done: Promise<Buffer>;

  private constructor(doc: Document) {
    this.doc = doc;
    const chunks: Buffer[] = [];
    this.done = new Promise((resolve, reject) => {
      doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      doc.on('end', () => resolve(Buffer.concat(chunks)));
      doc.on('error', reject);
    });
    this.root = doc.struct('Document');
    doc.addStructure(this.root);
  }

  /** The PDF package is loaded when first needed: it is large, and few ask for paper. */
  static async start(about: { title: string; language: Language; created: Date }): Promise<Paper> {
    const { default: PDFDocument } = await import('pdfkit');
    const [regular, bold] = await fonts();
    const doc = new PDFDocument({
      size: 'A4',
      margins: { top: margin, bottom: margin, left: margin, right: margin },
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

  heading(level: 'H1' | 'H2' | 'H3', text: string): void {
    const { doc } = this;
    // A heading is not left alone at the foot of a page.
    if (doc.y > doc.page.height - margin - 70) doc.addPage();
    if (level === 'H2') doc.outline.addItem(text);
    const write = () => doc.font('bold').fontSize(sizes[level]).text(text, { paragraphGap: 4 });
    doc.moveDown(level === 'H1' ? 0 : 0.6);
    this.root.add(doc.struct(level, { title: text }, write));
  }

  paragraph(text: string): void {
    this.root.add(this.doc.struct('P', {}, () => this.body(text)));
  }

  /** Facts with row headers, as a table. */
  table(rows: readonly Row[]): void {
    const { doc } = this;
    const table = doc.struct('Table');
    this.root.add(table);
    const [left, width] = [margin, doc.page.width - 2 * margin];
    const first = 150;
    for (const [label, value] of rows) {
      const row = doc.struct('TR');
      table.add(row);
      doc.font('regular').fontSize(sizes.P);
      const height = Math.max(
        doc.heightOfString(label, { width: first - 10 }),
        doc.heightOfString(value, { width: width - first }),
      );
      if (doc.y + height > doc.page.height - margin) doc.addPage();
      const top = doc.y;
      const cell = (type: 'TH' | 'TD', text: string, x: number, space: number) =>
        row.add(
          doc.struct(type, type === 'TH' ? ({ scope: 'Row' } as object) : {}, () => {
            doc.font(type === 'TH' ? 'bold' : 'regular').text(text, x, top, { width: space });
          }),
        );
      cell('TH', label, left, first - 10);
      cell('TD', value, left + first, width - first);
      doc.x = left;
      doc.y = top + height + 5;
    }
    table.end();
  }

  /** Questions with their answers, as a list: each item has the question as its label. */
  list(rows: readonly Row[]): void {
    const { doc } = this;
    const list = doc.struct('L');
    this.root.add(list);
    for (const [label, value] of rows) {
      const question = doc.struct('Lbl', {}, () => {
        if (doc.y > doc.page.height - margin - 40) doc.addPage();
        doc.font('bold').fontSize(sizes.small).fillColor(muted).text(label).fillColor(ink);
      });
      const answer = doc.struct('LBody', {}, () => this.body(value));
      list.add(doc.struct('LI', {}, [question, answer]));
    }
    list.end();
  }

  /** Numbers the pages and closes the file. `footer` says what stands at the foot of page n of m. */
  async finish(footer: (page: number, pages: number) => string): Promise<Buffer> {
    const { doc } = this;
    this.root.end();
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc
        .font('regular')
        .fontSize(sizes.small)
        .text(footer(page + 1, count), margin, doc.page.height - 36, { lineBreak: false });
      doc.endMarkedContent();
    }
    doc.end();
    return this.done;
  }

  private body(text: string): void {
    this.doc.font('regular').fontSize(sizes.P).text(text, { paragraphGap: 6, lineGap: 1.5 });
  }
}

let loaded: Promise<[Buffer, Buffer]> | undefined;

/** Inter from its package; read once. */
function fonts(): Promise<[Buffer, Buffer]> {
  const read = (name: string) =>
    readFile(fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${name}/Inter_${name}.ttf`)));
  loaded ??= Promise.all([read('400Regular'), read('700Bold')]);
  return loaded;
}
