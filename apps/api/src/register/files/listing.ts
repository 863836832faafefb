import type { Language } from '@samblikk/questionnaire';
import type { Database } from '../../platform/db/index.ts';
import type { LoadedRelease } from '../../releases/index.ts';
import type { Corpus } from '../corpus.ts';
import { measuresAt, type PublicMeasure } from '../rows.ts';

/** What a file is made of: some measures in order, and what is said of them. */
export interface Listing {
  readonly corpus: Corpus;
  /** The parts of the corpus that the measures may be from, newest first. */
  readonly parts: readonly LoadedRelease[];
  readonly entries: Uint32Array;
  readonly language: Language;
  /** Where people find the same: an address of the web. */
  readonly source: string;
  /** Where the web is, for the addresses of measures. */
  readonly site: string;
  /** What was asked for, as term and text: words, filters, order. */
  readonly asked: readonly (readonly [term: string, text: string])[];
}

/**
 * How many measures are read, and held, at a time. So few that all of them is gone when V8 next clears away young objects: what is
 * still held then stays for long, and a file of 100,000 measures took 170 MB with 500 at a time.
 */
const batchSize = 25;

/** The measures of a listing, some at a time. */
export async function* batchesOf(db: Database, { corpus, entries }: Listing): AsyncGenerator<PublicMeasure[]> {
  for (let from = 0; from < entries.length; from += batchSize)
    yield await measuresAt(db, corpus, entries.subarray(from, from + batchSize));
}
