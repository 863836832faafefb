import type { Report, Table } from '@samblikk/statistics';
import type { Heading, Paragraph, Piece } from './model.ts';
import type { Say } from './say.ts';
import type { ReportInput } from './source.ts';

/** What a chapter is written from. */
export interface Writing extends ReportInput {
  readonly report: Report;
  /** Tables that whoever asked for the report chose besides. */
  readonly extra: readonly Table[];
  readonly say: Say;
  /** Names and day of the release, as texts have them. */
  readonly about: { readonly release: string; readonly date: string; readonly year: number };
  readonly site: string;
}

export const heading = (level: Heading['level'], id: string, text: string, numbered = true): Heading => ({
  kind: 'heading',
  level,
  id,
  text,
  numbered,
});

export const paragraph = (text: string | readonly Piece[], look?: Paragraph['look']): Paragraph => ({
  kind: 'paragraph',
  pieces: typeof text === 'string' ? [{ text }] : text,
  ...(look && { look }),
});
