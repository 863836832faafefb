import { setImmediate } from 'node:timers/promises';
import { columnWidths } from './columns.ts';
import type { Block, FigureBlock, Heading, Paragraph, Piece, ReportDocument, TableBlock } from './model.ts';
import { numbersIn, referenceTo } from './model.ts';
import { Page, type Run } from './pdf-page.ts';
import { pngOf, sizeOf } from './png.ts';

/**
 * The report as a tagged PDF (PDF/UA): every text in the structure tree, tables with header cells, pictures with alt texts, page
 * numbers as artifacts, bookmarks, the document's language and title. The same document gives the same bytes.
 */
export async function toPdf(document: ReportDocument): Promise<Buffer> {
  const page = await Page.start(document);
  const writer = new Writer(page, document);
  await writer.write();
  const { foot, words } = document;
  return page.finish((at, pages) => [foot, `${words.page} ${at} / ${pages}`]);
}

class Writer {
  private readonly page: Page;
  private readonly document: ReportDocument;
  private readonly numbers: ReadonlyMap<string, string>;

  constructor(page: Page, document: ReportDocument) {
    this.page = page;
    this.document = document;
    this.numbers = numbersIn(document.blocks);
  }

  async write(): Promise<void> {
    const { page, document } = this;
    page.text('H1', [{ text: document.title }], 'title');
    page.text('P', [{ text: document.subtitle }], 'subtitle');
    for (const block of document.front) this.paragraph(block);
    const contents = document.withoutContents ? undefined : this.contents();
    const found: { text: string; page: number }[] = [];
    for (const [at, block] of document.blocks.entries()) {
      // Others are let in between: a long document takes a second.
      await setImmediate();
      await this.block(block, document.blocks[at + 1]);
      if (block.kind === 'heading' && block.level === 1)
        found.push({ text: this.headed(block), page: page.numberOfPage });
    }
    contents?.(found);
  }

  /** Keeps room for the table of contents on a page of its own; it is filled in when all else is written. */
  private contents() {
    const { page, document } = this;
    page.text('P', [{ text: document.words.contents }], 'contents');
    const fill = page.keepContents();
    page.breakPage();
    return fill;
  }

  private async block(block: Block, next: Block | undefined): Promise<void> {
    const written: { readonly [K in Block['kind']]: (block: Extract<Block, { kind: K }>) => void | Promise<void> } = {
      heading: (one) => this.page.heading(one.level, this.headed(one), this.least(next)),
      paragraph: (one) => this.paragraph(one),
      list: ({ items, plain }) =>
        this.page.list(
          items.map((item) => this.runs(item)),
          plain ? '' : '•',
        ),
      table: (one) => this.table(one),
      figure: (one) => this.figure(one),
    };
    await written[block.kind](block as never);
  }

  /** The room that what comes after a heading needs on the same page. */
  private least(next: Block | undefined): number {
    if (next?.kind === 'table') return this.page.leastOfTable(next.columns, columnWidths(next.columns), next.rows);
    return next?.kind === 'figure' ? this.page.leastOfPicture(sizeOf(next.svg)) : 0;
  }

  private headed({ id, text }: Heading): string {
    const number = this.numbers.get(id);
    return number === undefined ? text : `${number}  ${text}`;
  }

  private runs(pieces: readonly Piece[]): Run[] {
    return pieces.map((piece) => {
      if ('to' in piece) return { text: referenceTo(piece.to, this.document, this.numbers) };
      return { text: piece.text, ...('strong' in piece && piece.strong && { bold: true as const }) };
    });
  }

  private paragraph({ pieces, look }: Paragraph): void {
    this.page.text('P', this.runs(pieces), look ?? 'body');
  }

  private caption(id: string, word: string, caption: string): string {
    return `${word} ${this.numbers.get(id)}. ${caption}`;
  }

  private async figure({ id, caption, svg, alt, notes }: FigureBlock): Promise<void> {
    const { words } = this.document;
    this.page.picture(await pngOf(svg), sizeOf(svg), alt, this.caption(id, words.figure, caption));
    for (const note of notes) this.page.text('P', [{ text: note }], 'note');
    this.page.gap();
  }

  private table({ id, caption, columns, rows, notes }: TableBlock): void {
    this.page.table(this.caption(id, this.document.words.table, caption), columns, columnWidths(columns), rows);
    for (const note of notes) this.page.text('P', [{ text: note }], 'note');
    this.page.gap();
  }
}
