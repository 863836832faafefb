import type { Comparability, Text } from '@samblikk/questionnaire';

/** One answer category of a published figure; a number that was not published is left out. */
export interface PublishedCategory {
  readonly code: string;
  readonly label: Text;
  /** Measures, as published. */
  readonly count?: number;
  /** Per cent of the question’s base, as published (whole). */
  readonly percent?: number;
}

/** What was asked in a year whose answers are not here, and what was published of them. */
export interface PublishedQuestion {
  /** The variable of later editions that it is held against. */
  readonly id: string;
  readonly label: Text;
  /** What was asked, where it is other than later. */
  readonly asked: Text;
  readonly several: boolean;
  /** Measures that the shares are of. */
  readonly base: number;
  /** Those of the base, in words. */
  readonly baseWords: Text;
  readonly categories: readonly PublishedCategory[];
  /** How the first edition after it compares with it: declared, as between editions. */
  readonly comparability: Comparability;
}

/**
 * Figures of a year that were published and whose measures are not here: nothing can be counted anew, listed or filtered.
 * It has its own questions, and says of each how later answers compare.
 */
export interface PublishedYear {
  readonly id: string;
  readonly year: number;
  /** The edition that its comparability is declared for. */
  readonly comparedBy: string;
  readonly source: Text;
  /** Agencies that were asked, and those of them that answered. */
  readonly asked: number;
  readonly answered: number;
  readonly measures: number;
  /** The last day to answer, ISO 8601. */
  readonly deadline: string;
  readonly notes: readonly Text[];
  readonly questions: readonly PublishedQuestion[];
}
