import type { Database } from '../../platform/db/index.ts';
import type { LoadedRelease } from '../../releases/index.ts';
import { searchText } from '../../search/index.ts';
import { solutionCatalogue } from './catalogue.ts';

/** By place among the public measures of a release, the names of a solution that its public texts have. */
export type NamedIn = ReadonlyMap<number, readonly string[]>;

/** The search that finds a name, as it is written in the search field. */
export const searchFor = (word: string): string => `"${word}"`;

const known = new WeakMap<LoadedRelease['open'], Promise<ReadonlyMap<string, NamedIn>>>();

/**
 * By solution, the public measures of a release that name it. Found by the register's own search, so that the register lists the same. A release
 * never changes, and so neither does this: it is kept beside the columns.
 */
export function solutionsNamed(db: Database, part: LoadedRelease): Promise<ReadonlyMap<string, NamedIn>> {
  const found = known.get(part.open) ?? search(db, part);
  known.set(part.open, found);
  found.catch(() => known.delete(part.open));
  return found;
}

async function search(db: Database, part: LoadedRelease): Promise<ReadonlyMap<string, NamedIn>> {
  const all = new Map<string, NamedIn>();
  for (const { code, words } of await solutionCatalogue()) {
    const places = new Map<number, string[]>();
    for (const word of words) {
      const result = await searchText(db, [part], searchFor(word));
      for (const place of result?.matches.get(part.release.id)?.places ?? [])
        places.set(place, [...(places.get(place) ?? []), word]);
    }
    all.set(code, new Map([...places].sort(([a], [b]) => a - b)));
  }
  return all;
}
