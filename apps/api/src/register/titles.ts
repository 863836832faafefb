import type { Database } from '../platform/db/index.ts';
import { latestCorpus } from './corpus.ts';

/**
 * What measures (by number) are called for the public now, in the newest edition they are in: null where that is kept back.
 * One that is not public is not among them.
 */
export async function publicTitles(
  db: Database,
  now: Date,
  numbers: Iterable<string>,
): Promise<ReadonlyMap<string, string | null>> {
  const corpus = await latestCorpus(db, now);
  return new Map(
    [...new Set(numbers)].flatMap((number): [string, string | null][] => {
      const [entry] = corpus.numbered(number);
      if (entry === undefined) return [];
      const { part, place } = corpus.at(entry);
      return [[number, part.titles[place] ?? null]];
    }),
  );
}
