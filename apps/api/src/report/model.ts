import type { Language } from '@samblikk/questionnaire';

// A report as plain data in one language: what is said, in order, with no word of how it looks. Each file format draws this.

/** The language of a document, as its formats name it. */
export const languageTags: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

/** A piece of running text. */
export type Piece =
  | { readonly text: string; readonly strong?: true }
  /** Where a figure or table is, as “figure 4”. */
  | { readonly to: string }
  | { readonly href: string; readonly text: string };

export interface Heading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
  readonly id: string;
  /** Chapters are numbered; summary, annexes and references are not. */
  readonly numbered: boolean;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly pieces: readonly Piece[];
  /** `lead`: what a figure says; `notice`: what must be seen; `note`: small, under figures and tables. */
  readonly look?: 'lead' | 'notice' | 'note';
}

export interface List {
  readonly kind: 'list';
  /** The items have numbers of their own: no mark stands before them. */
  readonly plain?: true;
  readonly items: readonly (readonly Piece[])[];
}

/** A table with a header row, the first cell of each row naming it. */
export interface TableBlock {
  readonly kind: 'table';
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly number: boolean; readonly width?: number }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  readonly id: string;
  readonly caption: string;
  /** The picture, drawn; and what it shows, for those who do not see it. */
  readonly svg: string;
  readonly alt: string;
  readonly notes: readonly string[];
}

export type Block = Heading | Paragraph | List | TableBlock | FigureBlock;

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Who made it, of what. */
  readonly author: string;
  readonly subject: string;
  /** Stands at the foot of each page. */
  readonly foot: string;
  /** The moment of the release: no other clock is in the file. */
  readonly date: Date;
  /** Words of the formats themselves. */
  readonly words: {
    readonly contents: string;
    readonly figure: string;
    readonly table: string;
    readonly page: string;
    readonly notes: string;
    readonly updateFields: string;
  };
  /** A short document has none. */
  readonly withoutContents?: true;
  /** What stands before the table of contents. */
  readonly front: readonly Paragraph[];
  readonly blocks: readonly Block[];
}

/** The number of each figure, table and chapter by its id: figures and tables are counted each by themselves. */
export function numbersIn(blocks: readonly Block[]): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  const counts = { figure: 0, table: 0 };
  const chapter = [0, 0, 0];
  for (const block of blocks) {
    if (block.kind === 'figure' || block.kind === 'table') {
      counts[block.kind] += 1;
      numbers.set(block.id, String(counts[block.kind]));
    }
    if (block.kind === 'heading' && block.numbered) {
      const at = block.level - 1;
      chapter[at] = (chapter[at] ?? 0) + 1;
      chapter.fill(0, at + 1);
      numbers.set(block.id, chapter.slice(0, block.level).join('.'));
    }
  }
  return numbers;
}

/** What a reference to a figure or table says: `figur 4`. */
export const referenceTo = (...of: Parameters<typeof referenceParts>): string => referenceParts(...of).join('');

/** Its word with the space that holds them together, and its number. */
export function referenceParts(
  id: string,
  { blocks, words }: ReportDocument,
  numbers: ReadonlyMap<string, string>,
): readonly [word: string, number: string] {
  const block = blocks.find((one) => 'id' in one && one.id === id);
  const word = block?.kind === 'figure' ? words.figure : words.table;
  return [`${word.toLocaleLowerCase('nb')}\u00a0`, numbers.get(id) ?? '?'];
}
