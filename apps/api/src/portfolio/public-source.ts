import { queryText } from '@samblikk/contract';
import { copyOf, type Filters, partOf } from '@samblikk/statistics';
import type { Database } from '../platform/db/index.ts';
import { type Found, placesIn } from '../register/index.ts';
import { answersTo, type LoadedRelease, publicRowsOf } from '../releases/index.ts';
import { type Facts, factsOf, type Source } from './source.ts';

/** What of the address goes on to the lists: which release it is, and what is no filter. */
export interface Address {
  readonly q: string;
  /** A release that was asked for; the latest otherwise. */
  readonly release: number | undefined;
  readonly numbers: readonly string[];
}

/** Reads what was found in one release of the corpus as a portfolio, from what the publication filter let out. */
export async function publicSource(
  db: Database,
  { selection }: Found,
  part: LoadedRelease,
  { q, release, numbers }: Address,
): Promise<Source> {
  const { filters } = selection.criteria;
  const at = selection.corpus.parts.indexOf(part);
  const places = [...placesIn(selection.masks[at] as Uint8Array)];
  const facts = await factsIn(db, part);
  const owners = answersTo(part, part.edition.roles.agency);
  const listOf = (where: Filters, chosen: readonly string[]) =>
    queryText(
      new URLSearchParams({
        round: String(part.release.year),
        ...(release !== undefined && { release: String(release) }),
        ...(q !== '' && { q }),
        ...(chosen.length > 0 && { number: chosen.join(',') }),
        ...Object.fromEntries(Object.entries(copyOf(where)).map(([id, codes]) => [id, codes.join(',')])),
      }),
    ).slice(1);
  // What free text finds, and a chosen list, is of public measures alone: so are its counts.
  const chosen = selection.withheld() === undefined ? partOf(part.open, places) : undefined;
  return {
    year: part.release.year,
    ...{ edition: part.edition, names: part.names, filters, rows: part.open },
    countedBy: (variables) => chosen ?? part.countedBy([...variables, ...Object.keys(filters)]),
    members: places.map((place) => ({
      ...{ place, number: part.numbers[place] as string, title: part.titles[place] ?? null },
      ...{ agency: owners[place]?.code ?? '', ...(facts[place] as Facts) },
    })),
    listOf: (where) => listOf(where, numbers),
    listOfNumbers: (some) => listOf({}, some),
  };
}

const keep = 16;
const caches = new WeakMap<Database, Map<string, Promise<readonly Facts[]>>>();

/** What is read one by one of the public measures of a release, by place. A release never changes, so this is a pure cache. */
function factsIn(db: Database, { release, edition }: LoadedRelease): Promise<readonly Facts[]> {
  const cache = caches.get(db) ?? new Map<string, Promise<readonly Facts[]>>();
  caches.set(db, cache);
  const known = cache.get(release.id);
  if (known) return known;
  const reading = (async () => {
    const all: Facts[] = [];
    for await (const { answers, hidden } of publicRowsOf(db, release.id))
      all.push(factsOf(edition, answers, new Set(hidden)));
    return all;
  })();
  cache.set(release.id, reading);
  reading.catch(() => cache.delete(release.id));
  for (const [oldest] of cache) if (cache.size > keep) cache.delete(oldest);
  return reading;
}
